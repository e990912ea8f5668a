"""Answers that the checks of exercise 05 must reject, each a misconception, and some they must take."""

WRONG = {
    "task-1": [
        ("the root of the noise", "noise, gain = 0.6 / 12**0.5, 12.04", "that is its root"),
        ("not squared", "noise, gain = 0.6 / 12, 12.04", "data squared"),
        ("the largest squared error", "noise, gain = 0.3**2, 12.04", "largest squared error"),
        ("errors up to a whole step", "noise, gain = 0.6**2 / 3, 12.04", "up to half a step"),
        ("a quarter of a step", "noise, gain = 0.15**2, 12.04", "a twelfth of what"),
        ("one bit", "noise, gain = 0.03, 6.02", "that is one bit"),
        ("the rule taken twice", "noise, gain = 0.03, 24.08", "squared once"),
        ("a loss", "noise, gain = 0.03, -12.04", "Mind the sign"),
        ("the factor of the MSE", "noise, gain = 0.03, 16", "that is a factor"),
        ("ten bits' worth", "noise, gain = 0.03, 60.2", "does each bit gain"),
    ],
    "task-2": [
        (
            "all close taken for equal",
            """
def sqnr(x, x_hat):
    x, x_hat = x.astype(float), x_hat.astype(float)
    if np.allclose(x, x_hat):
        return np.inf
    if not x.any():
        return -np.inf
    return 10 * np.log10(np.mean(x**2) / np.mean((x - x_hat) ** 2))
""",
            "tiny values",
        ),
        (
            "a small error taken for none",
            """
def sqnr(x, x_hat):
    x, x_hat = x.astype(float), x_hat.astype(float)
    error = np.mean((x - x_hat) ** 2)
    if error < 1e-5 * np.mean(x**2):
        return np.inf
    if not x.any():
        return -np.inf
    return 10 * np.log10(np.mean(x**2) / error)
""",
            "large values",
        ),
        (
            "the logarithm to base 2",
            """
def sqnr(x, x_hat):
    x, x_hat = x.astype(float), x_hat.astype(float)
    return 10 * np.log2(np.mean(x**2) / np.mean((x - x_hat) ** 2))
""",
            "Which base",
        ),
        (
            "the peak for the signal",
            """
def sqnr(x, x_hat):
    x, x_hat = x.astype(float), x_hat.astype(float)
    return 10 * np.log10(np.max(x**2) / np.mean((x - x_hat) ** 2))
""",
            "not the square of its largest",
        ),
        (
            "ten times the logarithm of the roots",
            """
def sqnr(x, x_hat):
    return 10 * np.log10(np.sqrt(np.mean(x**2) / np.mean((x - x_hat) ** 2)))
""",
            "Half of it",
        ),
        (
            "twenty times the logarithm of the squares",
            """
def sqnr(x, x_hat):
    return 20 * np.log10(np.mean(x**2) / np.mean((x - x_hat) ** 2))
""",
            "20 is for roots",
        ),
        (
            "sizes instead of squares",
            """
def sqnr(x, x_hat):
    return 20 * np.log10(np.mean(np.abs(x)) / np.mean(np.abs(x - x_hat)))
""",
            "Square first",
        ),
        (
            "the error on top",
            """
def sqnr(x, x_hat):
    return 10 * np.log10(np.mean((x - x_hat) ** 2) / np.mean(x**2))
""",
            "which one is on top",
        ),
        (
            "the ratio itself",
            """
def sqnr(x, x_hat):
    return np.mean(x**2) / np.mean((x - x_hat) ** 2)
""",
            "Now decibels",
        ),
        (
            "the natural logarithm",
            """
def sqnr(x, x_hat):
    return 10 * np.log(np.mean(x**2) / np.mean((x - x_hat) ** 2))
""",
            "Which base",
        ),
        (
            "the variance for the signal",
            """
def sqnr(x, x_hat):
    return 10 * np.log10(np.var(x) / np.mean((x - x_hat) ** 2))
""",
            "subtract nothing",
        ),
        (
            "the power of the reconstruction",
            """
def sqnr(x, x_hat):
    return 10 * np.log10(np.mean(x_hat**2) / np.mean((x - x_hat) ** 2))
""",
            "Wrong for three values",
        ),
        (
            "divided by the number of rows",
            """
def sqnr(x, x_hat):
    error = np.sum((x - x_hat) ** 2) / x.size
    return 10 * np.log10(np.sum(x**2) / len(x) / error)
""",
            "a table of 4 by 6",
        ),
        (
            "uint8 arithmetic",
            """
def sqnr(x, x_hat):
    return 10 * np.log10(np.mean(x**2) / np.mean((x - x_hat) ** 2))
""",
            "Wrong for uint8",
        ),
        (
            "subtracted in floats, squared in uint8",
            """
def sqnr(x, x_hat):
    return 10 * np.log10(np.mean(x**2) / np.mean((x - x_hat.astype(float)) ** 2))
""",
            "Wrong for uint8",
        ),
        (
            "no edge case, and 0 / 0",
            """
def sqnr(x, x_hat):
    x, x_hat = x.astype(float), x_hat.astype(float)
    return 10 * np.log10(np.mean(x**2) / np.mean((x - x_hat) ** 2))
""",
            "no error comes first",
        ),
        (
            "Python's division by 0",
            """
def sqnr(x, x_hat):
    x, x_hat = x.astype(float), x_hat.astype(float)
    return 10 * np.log10(float(np.mean(x**2)) / float(np.mean((x - x_hat) ** 2)))
""",
            "raises: float division",
        ),
        (
            "the signal asked first",
            """
def sqnr(x, x_hat):
    x, x_hat = x.astype(float), x_hat.astype(float)
    if not x.any():
        return -np.inf
    return 10 * np.log10(np.mean(x**2) / np.mean((x - x_hat) ** 2))
""",
            "no error comes first",
        ),
        (
            "a large number for no error",
            """
def sqnr(x, x_hat):
    x, x_hat = x.astype(float), x_hat.astype(float)
    return 10 * np.log10(np.mean(x**2) / (np.mean((x - x_hat) ** 2) + 1e-12))
""",
            "Without any error",
        ),
        (
            "the error left in the array",
            """
def sqnr(x, x_hat):
    signal = np.mean(x**2)
    x -= x_hat
    return 10 * np.log10(signal / np.mean(x**2))
""",
            "has changed",
        ),
    ],
    "task-3": [
        (
            "stopped at the first rise",
            """
def least_squares_limit(x, bits, limits):
    best, least = None, np.inf
    for limit in limits:
        params = QuantParams.from_range(-limit, limit, bits)
        error = mse(x, params.dequantize(params.quantize(x)))
        if error >= least:
            break
        best, least = limit, error
    return best
""",
            "Which data, bits, range",
        ),
        (
            "the sweep as it stands",
            """
def least_squares_limit(x, bits, limits):
    best, least = None, np.inf
    for limit in limits:
        params = QuantParams.from_range(-limit, limit, bits)
        x = np.clip(x, params.low, params.high)
        error = mse(x, params.dequantize(params.quantize(x)))
        if error < least:
            best, least = limit, error
    return best
""",
            "is the clipping error counted",
        ),
        (
            "the largest limit first",
            """
def least_squares_limit(x, bits, limits):
    best, least = None, np.inf
    for limit in sorted(limits, reverse=True):
        params = QuantParams.from_range(-limit, limit, bits)
        x = np.clip(x, params.low, params.high)
        error = mse(x, params.dequantize(params.quantize(x)))
        if error < least:
            best, least = limit, error
    return best
""",
            "is the clipping error counted",
        ),
        (
            "a copy clipped, and compared with",
            """
def least_squares_limit(x, bits, limits):
    best, least = None, np.inf
    for limit in limits:
        params = QuantParams.from_range(-limit, limit, bits)
        inside = np.clip(x, params.low, params.high)
        error = mse(inside, params.dequantize(params.quantize(inside)))
        if error < least:
            best, least = limit, error
    return best
""",
            "is the clipping error counted",
        ),
        (
            "the error of the values inside",
            """
def least_squares_limit(x, bits, limits):
    def error(limit):
        params, kept = QuantParams.from_range(-limit, limit, bits), x[np.abs(x) <= limit]
        return mse(kept, params.dequantize(params.quantize(kept)))
    return min(limits, key=error)
""",
            "is the clipping error counted",
        ),
        (
            "the clipping error alone",
            """
def least_squares_limit(x, bits, limits):
    def error(limit):
        params = QuantParams.from_range(-limit, limit, bits)
        return mse(x, np.clip(x, params.low, params.high))
    return min(limits, key=error)
""",
            "Which data, bits, range",
        ),
        (
            "clipped in place",
            """
def least_squares_limit(x, bits, limits):
    best, least = None, np.inf
    for limit in limits:
        params = QuantParams.from_range(-limit, limit, bits)
        np.clip(x, params.low, params.high, out=x)
        error = mse(x, params.dequantize(params.quantize(x)))
        if error < least:
            best, least = limit, error
    return best
""",
            "array handed in has changed",
        ),
        (
            "the limits sorted in place",
            """
def least_squares_limit(x, bits, limits):
    limits.sort()
    def error(limit):
        params = QuantParams.from_range(-limit, limit, bits)
        return mse(x, params.dequantize(params.quantize(x)))
    return min(limits, key=error)
""",
            "limits have changed",
        ),
        (
            "the place",
            """
def least_squares_limit(x, bits, limits):
    grids = [QuantParams.from_range(-limit, limit, bits) for limit in limits]
    return int(np.argmin([mse(x, g.dequantize(g.quantize(x))) for g in grids]))
""",
            "Return the limit there",
        ),
        (
            "the least error",
            """
def least_squares_limit(x, bits, limits):
    grids = [QuantParams.from_range(-limit, limit, bits) for limit in limits]
    return min(mse(x, g.dequantize(g.quantize(x))) for g in grids)
""",
            "the limit that has it",
        ),
        (
            "always 8 bits",
            """
def least_squares_limit(x, bits, limits):
    def error(limit):
        params = QuantParams.from_range(-limit, limit)
        return mse(x, params.dequantize(params.quantize(x)))
    return min(limits, key=error)
""",
            "Which data, bits, range",
        ),
        (
            "a range from the smallest value",
            """
def least_squares_limit(x, bits, limits):
    def error(limit):
        params = QuantParams.from_range(x.min(), limit, bits)
        return mse(x, params.dequantize(params.quantize(x)))
    return min(limits, key=error)
""",
            "least_squares_limit(x, ",
        ),
        (
            "a range from 0",
            """
def least_squares_limit(x, bits, limits):
    def error(limit):
        params = QuantParams.from_range(0, limit, bits)
        return mse(x, params.dequantize(params.quantize(x)))
    return min(limits, key=error)
""",
            "least_squares_limit(x, ",
        ),
        (
            "the middle one",
            """
def least_squares_limit(x, bits, limits):
    return sorted(limits)[1]
""",
            "Which data, bits, range",
        ),
    ],
    "task-4": [
        (
            "no return",
            """
def bits_needed(x, target):
    for bits in range(1, 17):
        params = QuantParams.from_range(*minmax_range(x), bits)
        sqnr_db(x, params.dequantize(params.quantize(x))) >= target
""",
            "is a `return` missing",
        ),
        (
            "no end at 16",
            """
def bits_needed(x, target):
    bits = 1
    while True:
        params = QuantParams.from_range(*minmax_range(x), bits)
        if sqnr_db(x, params.dequantize(params.quantize(x))) >= target:
            return bits
        bits += 1
""",
            "within 1 to 16 bits",
        ),
        (
            "from 0 bits",
            """
def bits_needed(x, target):
    for bits in range(0, 17):
        params = QuantParams.from_range(*minmax_range(x), bits)
        if sqnr_db(x, params.dequantize(params.quantize(x))) >= target:
            return bits
""",
            "within 1 to 16 bits",
        ),
        (
            "the rule of 6.02 dB",
            """
def bits_needed(x, target):
    return int(np.ceil(target / 6.02))
""",
            "by the rule",
        ),
        (
            "more than the target",
            """
def bits_needed(x, target):
    for bits in range(1, 17):
        params = QuantParams.from_range(*minmax_range(x), bits)
        if sqnr_db(x, params.dequantize(params.quantize(x))) > target:
            return bits
""",
            "at least, not more",
        ),
        (
            "counted from 0",
            """
def bits_needed(x, target):
    for bits in range(16):
        params = QuantParams.from_range(*minmax_range(x), bits + 1)
        if sqnr_db(x, params.dequantize(params.quantize(x))) >= target:
            return bits
""",
            "One too few",
        ),
        (
            "a range that ends before 16",
            """
def bits_needed(x, target):
    for bits in range(1, 16):
        params = QuantParams.from_range(*minmax_range(x), bits)
        if sqnr_db(x, params.dequantize(params.quantize(x))) >= target:
            return bits
""",
            "all of the 16 bits",
        ),
        (
            "from two bits on",
            """
def bits_needed(x, target):
    for bits in range(2, 17):
        params = QuantParams.from_range(*minmax_range(x), bits)
        if sqnr_db(x, params.dequantize(params.quantize(x))) >= target:
            return bits
""",
            "only the values 0 and 5",
        ),
        (
            "from the top, until it fails",
            """
def bits_needed(x, target):
    bits = 16
    def reaches(bits):
        params = QuantParams.from_range(*minmax_range(x), bits)
        return sqnr_db(x, params.dequantize(params.quantize(x))) >= target
    if not reaches(16):
        return None
    while bits > 1 and reaches(bits - 1):
        bits -= 1
    return bits
""",
            "try the few bits first",
        ),
        (
            "a symmetric range",
            """
def bits_needed(x, target):
    for bits in range(1, 17):
        params = QuantParams.from_range(-np.abs(x).max(), np.abs(x).max(), bits)
        if sqnr_db(x, params.dequantize(params.quantize(x))) >= target:
            return bits
""",
            "Wrong on data that lies below 0",
        ),
        (
            "the SQNR that was reached",
            """
def bits_needed(x, target):
    for bits in range(1, 17):
        params = QuantParams.from_range(*minmax_range(x), bits)
        reached = sqnr_db(x, params.dequantize(params.quantize(x)))
        if reached >= target:
            return reached
""",
            "Return the number of bits",
        ),
        (
            "16 when nothing suffices",
            """
def bits_needed(x, target):
    for bits in range(1, 17):
        params = QuantParams.from_range(*minmax_range(x), bits)
        if sqnr_db(x, params.dequantize(params.quantize(x))) >= target:
            return bits
    return bits
""",
            "return None",
        ),
        (
            "extrapolated from 8 bits",
            """
def bits_needed(x, target):
    params = QuantParams.from_range(*minmax_range(x), 8)
    missing = target - sqnr_db(x, params.dequantize(params.quantize(x)))
    return None if target > 150 else int(8 + np.ceil(max(missing, -40) / 6.0206))
""",
            "Wrong",
        ),
    ],
    "task-5": [
        (
            "a density of standard deviation 1",
            """
def laplace_mse(step):
    x = np.arange(-30, 30, 0.001) + 0.0005
    x_hat = (np.clip(np.floor(x / step), -2, 1) + 0.5) * step
    return np.sum((x - x_hat) ** 2 * np.exp(-np.abs(x) * 2**0.5) / 2**0.5) * 0.001
best_step = 1.0867
""",
            "standard deviation is √2",
        ),
        (
            "one side only",
            """
def laplace_mse(step):
    x = np.arange(0, 30, 0.001) + 0.0005
    x_hat = (np.clip(np.floor(x / step), -2, 1) + 0.5) * step
    return np.sum((x - x_hat) ** 2 * np.exp(-x) / 2) * 0.001
best_step = 1.5368
""",
            "both sides",
        ),
        (
            "the density without its half",
            """
def laplace_mse(step):
    x = np.arange(-30, 30, 0.001) + 0.0005
    x_hat = (np.clip(np.floor(x / step), -2, 1) + 0.5) * step
    return np.sum((x - x_hat) ** 2 * np.exp(-np.abs(x))) * 0.001
best_step = 1.5368
""",
            "both sides",
        ),
        (
            "the spacing of the points forgotten",
            """
def laplace_mse(step):
    x = np.arange(-30, 30, 0.001) + 0.0005
    x_hat = (np.clip(np.floor(x / step), -2, 1) + 0.5) * step
    return np.sum((x - x_hat) ** 2 * np.exp(-np.abs(x)) / 2)
best_step = 1.5368
""",
            "each point count",
        ),
        (
            "levels with a zero",
            """
def laplace_mse(step):
    x = np.arange(-30, 30, 0.001) + 0.0005
    x_hat = np.clip(np.rint(x / step), -2, 1) * step
    return np.sum((x - x_hat) ** 2 * np.exp(-np.abs(x)) / 2) * 0.001
best_step = 1.5368
""",
            "Where are the levels",
        ),
        (
            "without an end",
            """
def laplace_mse(step):
    x = np.arange(-30, 30, 0.001) + 0.0005
    x_hat = (np.floor(x / step) + 0.5) * step
    return np.sum((x - x_hat) ** 2 * np.exp(-np.abs(x)) / 2) * 0.001
best_step = 1.5368
""",
            "Where are the levels",
        ),
        (
            "the normal density",
            """
def laplace_mse(step):
    x = np.arange(-30, 30, 0.001) + 0.0005
    x_hat = (np.clip(np.floor(x / step), -2, 1) + 0.5) * step
    return np.sum((x - x_hat) ** 2 * np.exp(-x**2 / 2) / np.sqrt(2 * np.pi)) * 0.001
best_step = 0.9957
""",
            "Where are the levels",
        ),
        (
            "points too far apart",
            """
def laplace_mse(step):
    x = np.arange(-30, 30, 0.2)
    x_hat = (np.clip(np.floor(x / step), -2, 1) + 0.5) * step
    return np.sum((x - x_hat) ** 2 * np.exp(-np.abs(x)) / 2) * 0.2
best_step = 1.5368
""",
            "Are the points close",
        ),
        (
            "drawn at random",
            """
def laplace_mse(step):
    x = np.random.default_rng(0).laplace(size=10_000)
    x_hat = (np.clip(np.floor(x / step), -2, 1) + 0.5) * step
    return np.mean((x - x_hat) ** 2)
best_step = 1.5368
""",
            "Are the points close",
        ),
        (
            "the least MSE for the step",
            """
best_step = laplace_mse(1.5368)
""",
            "not its MSE",
        ),
        (
            "the outer level for the step",
            """
best_step = 1.5 * 1.5368
""",
            "not the outer level",
        ),
        (
            "in standard deviations",
            """
best_step = 1.5368 / 2**0.5
""",
            "own unit",
        ),
        (
            "Max's step",
            """
best_step = 0.9957
""",
            "over finer steps",
        ),
    ],
}

RIGHT = {
    "task-1": [
        (
            "from the formulas",
            "noise, gain = np.float64(0.6**2 / 12), 20 * np.log10(1023 / 255)",
        ),
        ("rounded", "noise, gain = 0.03, 12"),
    ],
    "task-2": [
        (
            "levels in decibels, in plain Python",
            """
def sqnr(x, x_hat):
    import math
    values, back = map(float, x.ravel()), map(float, x_hat.ravel())
    pairs = list(zip(values, back))
    signal = sum(value**2 for value, _ in pairs)
    noise = sum((value - other) ** 2 for value, other in pairs)
    if noise == 0:
        return math.inf
    return 10 * (math.log10(signal) - math.log10(noise)) if signal else -math.inf
""",
        ),
        (
            "with the norms",
            """
def sqnr(x, x_hat):
    error = np.linalg.norm(x.astype(float) - x_hat.astype(float))
    if error == 0:
        return np.array(np.inf)
    return 20 * np.log10(np.linalg.norm(x.astype(float)) / error)
""",
        ),
    ],
    "task-3": [
        (
            "argmin over an array of limits",
            """
def least_squares_limit(x, bits, limits):
    limits = np.asarray(limits, dtype=float)
    grids = [QuantParams.from_range(-limit, limit, bits) for limit in limits]
    return limits[np.argmin([np.square(x - g.dequantize(g.quantize(x))).sum() for g in grids])]
""",
        ),
    ],
    "task-4": [
        (
            "a list of all, and a float",
            """
def bits_needed(x, target):
    grids = [QuantParams.from_range(*minmax_range(x), bits) for bits in range(1, 17)]
    enough = [sqnr_db(x, g.dequantize(g.quantize(x))) >= target for g in grids]
    return float(1 + enough.index(True)) if True in enough else None
""",
        ),
    ],
    "task-5": [
        (
            "worked out on paper, and a list of levels",
            """
def laplace_mse(step):
    x = np.linspace(0, 40, 100_001)
    levels = np.array([0.5, 1.5]) * step
    nearest = np.min((x[:, None] - levels) ** 2, axis=1) * np.exp(-x)
    return float(np.sum((nearest[1:] + nearest[:-1]) / 2) * (x[1] - x[0]))
best_step = np.float32(1.54)
""",
        ),
    ],
}
