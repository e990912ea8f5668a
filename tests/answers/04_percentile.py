"""Answers that the checks of exercise 04 must reject, each a misconception, and some they must take."""

WRONG = {
    "task-1": [
        ("both sides together", "given_up, upper_limit = 100, 820", "on one side"),
        ("half on each side, as ONNX Runtime has it", "given_up, upper_limit = 25, 820", "the whole of"),
        ("0.1 taken for a fraction", "given_up, upper_limit = 5000, 820", "how many is one percent"),
        ("the values kept", "given_up, upper_limit = 49_950, 820", "how many the range keeps"),
        ("one too many", "given_up, upper_limit = 51, 820", "percent of 50,000"),
        ("cut off completely", "given_up, upper_limit = 50, 100", "too few to cut"),
        ("not cut at all", "given_up, upper_limit = 50, 1000", "not the whole"),
        ("the leak for the limit", "given_up, upper_limit = 50, 0.8", "apply this fraction"),
        ("the leaked part of the outlier", "given_up, upper_limit = 50, 800", "gap begins at 100"),
        ("the leaked part of the gap", "given_up, upper_limit = 50, 720", "gap begins at 100"),
        ("counted from the wrong end", "given_up, upper_limit = 50, 280", "nearer to 100"),
        ("n for n - 1", "given_up, upper_limit = 50, 819.1", "numbered from 0"),
        ("half on each side for the limit", "given_up, upper_limit = 50, 910", "all of (100 - p)"),
    ],
    "task-2": [
        (
            "half of (100 - p) on each side, as ONNX Runtime has it",
            """
def percentile_limits(x, p):
    cut = (100 - p) / 2
    return percentile_range(x, 100 - cut)
""",
            "half of (100 - p)",
        ),
        (
            "the place cut to a whole number",
            """
def percentile_limits(x, p):
    ordered, last = np.sort(x, axis=None), x.size - 1
    return float(ordered[int(last * (100 - p) / 100)]), float(ordered[int(last * p / 100)])
""",
            "draw the line",
        ),
        (
            "p as a fraction, held inside the data",
            """
def percentile_limits(x, p):
    places = np.clip([(x.size - 1) * (1 - p), (x.size - 1) * p], 0, x.size - 1)
    return tuple(np.interp(places, range(x.size), np.sort(x, axis=None)))
""",
            "is your p in percent",
        ),
        (
            "n for n - 1",
            """
def percentile_limits(x, p):
    places = np.array([x.size * (100 - p) / 100, x.size * p / 100])
    return tuple(np.interp(places, range(x.size), np.sort(x, axis=None)))
""",
            "What is its place",
        ),
        (
            "percent not divided by 100",
            """
def percentile_limits(x, p):
    ordered, last = np.sort(x.astype(np.float64), axis=None), x.size - 1
    return ordered[int(last * (100 - p))], ordered[int(last * p)]
""",
            "p is in percent",
        ),
        (
            "the value behind the last one",
            """
def percentile_limits(x, p):
    v = np.sort(x.astype(np.float64), axis=None)
    i, fraction = np.divmod((v.size - 1) * np.array([100 - p, p]) / 100, 1)
    i = i.astype(int)
    return tuple(v[i] + fraction * (v[i + 1] - v[i]))
""",
            "At p = 100 the limits are",
        ),
        (
            "sorted, and not flattened",
            """
def percentile_limits(x, p):
    v, last = np.sort(x.astype(np.float64)), x.size - 1
    def at(percent):
        below, fraction = divmod(last * percent / 100, 1)
        return v[int(below)] + fraction * (v[min(int(below) + 1, last)] - v[int(below)])
    return at(100 - p), at(p)
""",
            "x may have rows",
        ),
        (
            "sorted, not flattened, and as many values as rows",
            """
def percentile_limits(x, p):
    v, last = np.sort(x.astype(np.float64)), len(x) - 1
    def at(percent):
        below, fraction = divmod(last * percent / 100, 1)
        return v[int(below)] + fraction * (v[min(int(below) + 1, last)] - v[int(below)])
    return at(100 - p), at(p)
""",
            "x may have rows",
        ),
        (
            "Python's sorted, which cannot compare rows",
            """
def percentile_limits(x, p):
    return percentile_range(sorted(x), p)
""",
            "x may have rows",
        ),
        (
            "only the upper side",
            """
def percentile_limits(x, p):
    return float(x.min()), percentile_range(x, p)[1]
""",
            "give some up there",
        ),
        (
            "the lower limit mirrored from the upper",
            """
def percentile_limits(x, p):
    high = percentile_range(x, p)[1]
    return -high, high
""",
            "Lower limit: ",
        ),
        (
            "sorted in place",
            """
def percentile_limits(x, p):
    x = np.asarray(x, np.float64).ravel()
    x.sort()
    return percentile_range(x, p)
""",
            "has changed",
        ),
        (
            "not sorted",
            """
def percentile_limits(x, p):
    places = (x.size - 1) * np.array([100 - p, p]) / 100
    return tuple(np.interp(places, range(x.size), x.ravel()))
""",
            "Sort the values first",
        ),
        (
            "the upper limit first",
            """
def percentile_limits(x, p):
    return percentile_range(x, p)[::-1]
""",
            "lower limit first",
        ),
        (
            "the weights of the two neighbours swapped",
            """
def percentile_limits(x, p):
    ordered = np.sort(x, axis=None).astype(np.float64)
    def at(percent):
        place = (x.size - 1) * percent / 100
        below, above = int(np.floor(place)), int(np.ceil(place))
        return (place - below) * ordered[below] + (1 - place + below) * ordered[above]
    return at(100 - p), at(p)
""",
            "nearer of the two",
        ),
        (
            "subtracted in the dtype of the data",
            """
def percentile_limits(x, p):
    ordered, last = np.sort(x, axis=None), x.size - 1
    def at(percent):
        place = last * percent / 100
        below = int(place)
        step = ordered[min(below + 1, last)][None] - ordered[below][None]
        return float(ordered[below]) + (place - below) * float(step[0])
    return at(100 - p), at(p)
""",
            "int8",
        ),
        (
            "float32 data computed in float32",
            """
def percentile_limits(x, p):
    x = x if x.dtype.kind == "f" else x.astype(np.float64)
    return tuple(np.percentile(x, [100 - p, p]).astype(x.dtype))
""",
            "float32",
        ),
        (
            "all data made float32",
            """
def percentile_limits(x, p):
    v, last = np.sort(x.astype(np.float32), axis=None), x.size - 1
    def at(percent):
        place = last * percent / 100
        below = int(place)
        return v[below] + (place - below) * (v[min(below + 1, last)] - v[below])
    return at(100 - p), at(p)
""",
            "float32: right to seven digits only",
        ),
        (
            "each row sorted for itself",
            """
def percentile_limits(x, p):
    return percentile_range(x[0], p) if x.ndim > 1 else percentile_range(x, p)
""",
            "have rows",
        ),
        (
            "a fixed p",
            """
def percentile_limits(x, p):
    return percentile_range(x, 90)
""",
            "wrong for p = 75",
        ),
    ],
    "task-3": [
        (
            "the report as it stands",
            """
def report(x, bits, p):
    low, high = percentile_range(x, p)
    params = QuantParams.from_range(low, high, bits)
    kept = x[(low <= x) & (x <= high)]
    return mse(kept, params.dequantize(params.quantize(kept)))
""",
            "two numbers",
        ),
        (
            "the other order",
            """
def report(x, bits, p):
    low, high = percentile_range(x, p)
    params = QuantParams.from_range(low, high, bits)
    x_hat, kept = params.dequantize(params.quantize(x)), (low <= x) & (x <= high)
    return mse(x[kept], x_hat[kept]), mse(x, x_hat)
""",
            "other order",
        ),
        (
            "the kept values twice",
            """
def report(x, bits, p):
    low, high = percentile_range(x, p)
    params = QuantParams.from_range(low, high, bits)
    kept = x[(low <= x) & (x <= high)]
    error = mse(kept, params.dequantize(params.quantize(kept)))
    return error, error
""",
            "given up are missing",
        ),
        (
            "all values twice",
            """
def report(x, bits, p):
    params = QuantParams.from_range(*percentile_range(x, p), bits)
    error = mse(x, params.dequantize(params.quantize(x)))
    return error, error
""",
            "only values from low to high",
        ),
        (
            "compared with the clamped data",
            """
def report(x, bits, p):
    low, high = percentile_range(x, p)
    params = QuantParams.from_range(low, high, bits)
    kept, x = (low <= x) & (x <= high), np.clip(x, low, high)
    x_hat = params.dequantize(params.quantize(x))
    return mse(x, x_hat), mse(x[kept], x_hat[kept])
""",
            "hides the clipping error",
        ),
        (
            "the data clamped in place",
            """
def report(x, bits, p):
    low, high = percentile_range(x, p)
    params = QuantParams.from_range(low, high, bits)
    kept = (low <= x) & (x <= high)
    np.clip(x, low, high, out=x)
    x_hat = params.dequantize(params.quantize(x))
    return mse(x, x_hat), mse(x[kept], x_hat[kept])
""",
            "has changed",
        ),
        (
            "the last value taken for the outlier",
            """
def report(x, bits, p):
    params = QuantParams.from_range(*percentile_range(x, p), bits)
    x_hat = params.dequantize(params.quantize(x))
    return mse(x, x_hat), mse(x[:-1], x_hat[:-1])
""",
            "all but the last",
        ),
        (
            "values on a limit left out",
            """
def report(x, bits, p):
    low, high = percentile_range(x, p)
    params = QuantParams.from_range(low, high, bits)
    x_hat, kept = params.dequantize(params.quantize(x)), (low < x) & (x < high)
    return mse(x, x_hat), mse(x[kept], x_hat[kept])
""",
            "both numbers must be the same",
        ),
        (
            "a range that gives nothing up",
            """
def report(x, bits, p):
    low, high = percentile_range(x, p)
    params = QuantParams.from_range(x.min(), x.max(), bits)
    x_hat, kept = params.dequantize(params.quantize(x)), (low <= x) & (x <= high)
    return mse(x, x_hat), mse(x[kept], x_hat[kept])
""",
            "all values, 3 bits, p's range",
        ),
    ],
    "task-4": [
        (
            "rounding first",
            """
def clipping_and_rounding(x, low, high, bits):
    return tuple(split_mse(x, QuantParams.from_range(low, high, bits)))[::-1]
""",
            "clipping comes first",
        ),
        (
            "clamped to the range asked for",
            """
def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    inside = np.clip(x, low, high)
    return mse(x, inside), mse(inside, params.dequantize(params.quantize(x)))
""",
            "where does the grid really end",
        ),
        (
            "only the upper side",
            """
def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    inside = np.minimum(x, params.high)
    return mse(x, inside), mse(inside, params.dequantize(params.quantize(x)))
""",
            "below the low end",
        ),
        (
            "the mean over the clipped values",
            """
def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    x_hat = params.dequantize(params.quantize(x))
    clipped = (x < params.low) | (x > params.high)
    return mse(x[clipped], x_hat[clipped]), mse(x[~clipped], x_hat[~clipped])
""",
            "not over the clipped ones",
        ),
        (
            "the mean of the rounding over the values inside",
            """
def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    x_hat = params.dequantize(params.quantize(x))
    inside = (x >= params.low) & (x <= params.high)
    return split_mse(x, params).clipping, mse(x[inside], x_hat[inside])
""",
            "must add up",
        ),
        (
            "not squared",
            """
def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    inside = np.clip(x, params.low, params.high)
    x_hat = params.dequantize(params.quantize(x))
    return np.mean(np.abs(x - inside)), np.mean(np.abs(inside - x_hat))
""",
            "square each distance",
        ),
        (
            "roots of the means",
            """
def clipping_and_rounding(x, low, high, bits):
    return np.sqrt(split_mse(x, QuantParams.from_range(low, high, bits)))
""",
            "no sum, no root",
        ),
        (
            "sums",
            """
def clipping_and_rounding(x, low, high, bits):
    return np.multiply(split_mse(x, QuantParams.from_range(low, high, bits)), x.size)
""",
            "no sum, no root",
        ),
        (
            "the whole error called rounding",
            """
def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    inside = np.clip(x, params.low, params.high)
    return mse(x, inside), mse(x, params.dequantize(params.quantize(x)))
""",
            "with clipping",
        ),
        (
            "clamped in place",
            """
def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    parts = split_mse(x, params)
    np.clip(x, params.low, params.high, out=x)
    return parts
""",
            "has changed",
        ),
        (
            "always 8 bits",
            """
def clipping_and_rounding(x, low, high, bits):
    return split_mse(x, QuantParams.from_range(low, high))
""",
            "a grid of 3 bits",
        ),
    ],
    "task-5": [
        (
            "the place of the limit",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.min(), limit, bits) for limit in limits]
    return np.argmin([sum(split_mse(x, grid)) for grid in grids])
""",
            "Return the limit there",
        ),
        (
            "the least MSE",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.min(), limit, bits) for limit in limits]
    return min(sum(split_mse(x, grid)) for grid in grids)
""",
            "Return one of the limits",
        ),
        (
            "the least clipping",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.min(), limit, bits) for limit in limits]
    return limits[np.argmin([split_mse(x, grid).clipping for grid in grids])]
""",
            "And all values",
        ),
        (
            "the least rounding",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.min(), limit, bits) for limit in limits]
    return limits[np.argmin([split_mse(x, grid).rounding for grid in grids])]
""",
            "does the outlier count",
        ),
        (
            "the least MSE without the outlier",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.min(), limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x[:-1], grid)) for grid in grids])]
""",
            "does the outlier count",
        ),
        (
            "the least of the largest errors",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.min(), limit, bits) for limit in limits]
    return limits[np.argmin([np.abs(x - g.dequantize(g.quantize(x))).max() for g in grids])]
""",
            "And all values",
        ),
        (
            "the greatest MSE",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.min(), limit, bits) for limit in limits]
    return limits[np.argmax([sum(split_mse(x, grid)) for grid in grids])]
""",
            "Wrong at 8 bits",
        ),
        (
            "always 8 bits",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.min(), limit) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "are they used",
        ),
        (
            "a range from 0",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(0, limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "starts at x.min()",
        ),
        (
            "a range from -50, the low end of the lesson's data",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(-50, limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "60, 0 and -90",
        ),
        (
            "a range from -40",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(-40, limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "60, 0 and -90",
        ),
        (
            "a range from the first percentile",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(np.percentile(x, 1), limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "60, 0 and -90",
        ),
        (
            "a range from the 99th percentile's low end",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(percentile_range(x, 99)[0], limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "60, 0 and -90",
        ),
        (
            "a range from the default percentile's low end",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(percentile_range(x)[0], limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "60, 0 and -90",
        ),
        (
            "a range from two standard deviations below the mean",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(x.mean() - 2 * x.std(), limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "60, 0 and -90",
        ),
        (
            "the smallest value by Python's min",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(min(x), limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "x is a column now",
        ),
        (
            "a range symmetric around zero",
            """
def best_limit(x, bits, limits):
    grids = [QuantParams.from_range(-limit, limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "starts at x.min()",
        ),
        (
            "the limits sorted in place",
            """
def best_limit(x, bits, limits):
    limits.sort()
    grids = [QuantParams.from_range(x.min(), limit, bits) for limit in limits]
    return limits[np.argmin([sum(split_mse(x, grid)) for grid in grids])]
""",
            "list of limits has changed",
        ),
    ],
}

RIGHT = {
    "task-1": [
        (
            "floats, and from the formula",
            "given_up, upper_limit = 50_000 * (100 - 99.9) / 100, 100 + 900 * 0.8",
        ),
    ],
    "task-2": [
        (
            "np.interp over the places",
            """
def percentile_limits(x, p):
    places = (x.size - 1) * np.array([100 - p, p]) / 100
    return np.interp(places, np.arange(x.size), np.sort(x.astype(float), axis=None))
""",
        ),
        (
            "plain Python, and the ceiling",
            """
def percentile_limits(x, p):
    import math
    ordered = sorted(float(value) for value in x.ravel())
    result = []
    for percent in (100 - p, p):
        place = (len(ordered) - 1) * percent / 100
        below, above = ordered[math.floor(place)], ordered[math.ceil(place)]
        result.append(below + (above - below) * (place % 1))
    return result
""",
        ),
    ],
    "task-3": [
        (
            "the kept values quantized for themselves",
            """
def report(x, bits, p):
    low, high = percentile_range(x, p)
    params = QuantParams.from_range(low, high, bits)
    def error(values):
        return np.mean(np.square(values - params.dequantize(params.quantize(values))))
    return [error(x), error(x[np.clip(x, low, high) == x])]
""",
        ),
    ],
    "task-4": [
        (
            "with a helper named like a variable of the check",
            """
def above(values, limit):
    return np.minimum(values, limit)


def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    inside = np.maximum(above(x, params.high), params.low)
    return np.array([mse(x, inside), mse(inside, params.dequantize(params.quantize(x)))])
""",
        ),
        (
            "sums over the two sides, and the rest of the MSE",
            """
def clipping_and_rounding(x, low, high, bits):
    params = QuantParams.from_range(low, high, bits)
    below, above = x[x < params.low], x[x > params.high]
    clipping = (((below - params.low) ** 2).sum() + ((above - params.high) ** 2).sum()) / x.size
    return clipping, mse(x, params.dequantize(params.quantize(x))) - clipping
""",
        ),
    ],
    "task-5": [
        (
            "min with a key, over the sum of the parts",
            """
def best_limit(x, bits, limits):
    return min(limits, key=lambda top: sum(split_mse(x, QuantParams.from_range(x.min(), top, bits))))
""",
        ),
        (
            "a running best, from the largest limit down",
            """
def best_limit(x, bits, limits):
    best, least = None, np.inf
    for limit in sorted(limits, reverse=True):
        grid = QuantParams.from_range(float(np.min(x)), limit, bits)
        error = np.square(x - grid.dequantize(grid.quantize(x))).sum()
        if error < least:
            best, least = limit, error
    return int(best)
""",
        ),
    ],
}
