"""Answers that the checks of exercise 03 must reject, each a misconception, and some they must take."""

WRONG = {
    "task-1": [
        ("divided by the number of codes", "scale, zero, highest = 45 / 16, 2, 36.6", "How many steps"),
        ("the range begins at 0", "scale, zero, highest = 38 / 15, 3, 30.4", "begins at -7"),
        (
            "the largest magnitude sets the scale",
            "scale, zero, highest = 38 / 7, 0, 38.0",
            "the width, divided",
        ),
        ("the zero point keeps the sign of low", "scale, zero, highest = 3, -2, 51", "Mind the sign"),
        ("the zero point is left unrounded", "scale, zero, highest = 3, 7 / 3, 38.0", "between two codes"),
        ("low itself is the zero point", "scale, zero, highest = 3, 7, 24", "how many whole steps"),
        ("the ends of the range stay levels", "scale, zero, highest = 3, 2, 38", "end of the range"),
        ("dequantized without the zero point", "scale, zero, highest = 3, 2, 45", "the code 0 would"),
        ("dequantized as q * scale + zero", "scale, zero, highest = 3, 2, 47", "dequantize the code 15"),
    ],
    "task-2": [
        (
            "the range is not widened",
            """
def scale_and_zero(low, high, bits):
    scale = (high - low) / (2**bits - 1) or 1.0
    return scale, -round(low / scale)
""",
            "Widen the range",
        ),
        (
            "the zero point clamped instead of the range widened",
            """
def scale_and_zero(low, high, bits):
    scale = (high - low) / (2**bits - 1) or 1.0
    return scale, min(max(-round(low / scale), 0), 2**bits - 1)
""",
            "before widening",
        ),
        (
            "widened below only",
            """
def scale_and_zero(low, high, bits):
    low = min(low, 0)
    scale = (high - low) / (2**bits - 1) or 1.0
    return scale, -round(low / scale)
""",
            "scale_and_zero(-20, -10, 8): zero point",
        ),
        (
            "divided by the number of codes",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / 2**bits or 1.0
    return scale, -round(low / scale)
""",
            "not by codes",
        ),
        (
            "eight bits, always",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / 255 or 1.0
    return scale, -round(low / scale)
""",
            "scale_and_zero(-7, 38, 4): the scale",
        ),
        (
            "the sign of the zero point",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / (2**bits - 1) or 1.0
    return scale, round(low / scale)
""",
            "is negative",
        ),
        (
            "the zero point is not rounded",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / (2**bits - 1) or 1.0
    return scale, -low / scale
""",
            "63.75 lies between",
        ),
        (
            "the zero point is truncated",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / (2**bits - 1) or 1.0
    return scale, int(-low / scale)
""",
            "Which code means 0",
        ),
        (
            "zeros forgotten",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / (2**bits - 1)
    return scale, -round(low / scale)
""",
            "you divide by it",
        ),
        (
            "zeros forgotten, in NumPy's numbers",
            """
def scale_and_zero(low, high, bits):
    low, high = np.minimum(low, 0), np.maximum(high, 0)
    scale = (high - low) / (2**bits - 1)
    return scale, int(-np.rint(low / scale))
""",
            "you divide by it",
        ),
        (
            "only the scale for zeros",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    if low == high:
        return 1.0
    scale = (high - low) / (2**bits - 1)
    return scale, -round(low / scale)
""",
            "scale_and_zero(0, 0, 8) is a float",
        ),
        (
            "nothing returned for zeros",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    if high > low:
        scale = (high - low) / (2**bits - 1)
        return scale, -round(low / scale)
""",
            "scale_and_zero(0, 0, 8) is None (is a `return` missing?)",
        ),
        (
            "scale 0 for zeros, as TFLite has it",
            """
def scale_and_zero(low, high, bits):
    low, high = min(low, 0), max(high, 0)
    scale = (high - low) / (2**bits - 1)
    return scale, -round(low / scale) if scale else 0
""",
            "the scale is to be 1.0",
        ),
        (
            "nothing returned where the range leaves out 0",
            """
def scale_and_zero(low, high, bits):
    if low <= 0 <= high:
        scale = (high - low) / (2**bits - 1) or 1.0
        return scale, -round(low / scale)
""",
            "scale_and_zero(10, 20, 8) is None (is a `return` missing?)",
        ),
    ],
    "task-3": [
        (
            "the bug as it stands",
            """
def to_values(q, scale, zero):
    return q * scale + zero
""",
            "that is the bug",
        ),
        (
            "only the sign mended",
            """
def to_values(q, scale, zero):
    return q * scale - zero
""",
            "a code, not a value",
        ),
        (
            "subtracted in uint8",
            """
def to_values(q, scale, zero):
    return (q - zero) * scale
""",
            "In uint8, what is 0 - 64",
        ),
        (
            "widened after the subtraction",
            """
def to_values(q, scale, zero):
    return (q - zero).astype(np.float64) * scale
""",
            "In uint8, what is 0 - 64",
        ),
        (
            "int8 instead of something wider",
            """
def to_values(q, scale, zero):
    return (q.astype(np.int8) - zero) * scale
""",
            "Which dtype holds 255 - 64",
        ),
        (
            "widened for uint8 codes only",
            """
def to_values(q, scale, zero):
    if q.dtype == np.uint8:
        q = q.astype(np.int16)
    return (q - zero) * scale
""",
            "which dtype holds 127 - (-5)",
        ),
        (
            "floats written into the codes",
            """
def to_values(q, scale, zero):
    q = q.astype(np.int32)
    q -= zero
    q *= scale
    return q
""",
            "cannot write floats into integer codes",
        ),
        (
            "the codes shifted in place",
            """
def to_values(q, scale, zero):
    q -= zero
    return q * scale
""",
            "handed in has changed",
        ),
        (
            "the zero point added",
            """
def to_values(q, scale, zero):
    return (q.astype(np.int32) + zero) * scale
""",
            "it must come back as 0",
        ),
        (
            "codes below the zero point cut off",
            """
def to_values(q, scale, zero):
    return np.maximum(q.astype(np.int32) - zero, 0) * scale
""",
            "wrong for the codes below",
        ),
        (
            "cast to integers at the end",
            """
def to_values(q, scale, zero):
    return ((q.astype(np.int32) - zero) * scale).astype(np.int32)
""",
            "floats are asked for",
        ),
    ],
    "task-4": [
        (
            "int8 difference",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(x.min(), x.max(), 8)
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8), scale, zero
""",
            "int8 data: the scale",
        ),
        (
            "the range is not widened",
            """
def quantize_any(x):
    low, high = float(x.min()), float(x.max())
    scale = (high - low) / 255 or 1.0
    zero = -round(low / scale)
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8), scale, zero
""",
            "positive values: the scale",
        ),
        (
            "a constant is handled like zeros",
            """
def quantize_any(x):
    if x.min() == x.max():
        return np.zeros(x.shape, dtype=np.uint8), 1.0, 0
    scale, zero = scale_and_zero(float(x.min()), float(x.max()), 8)
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8), scale, zero
""",
            "a constant: the scale is 1",
        ),
        (
            "zeros forgotten",
            """
def quantize_any(x):
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (high - low) / 255
    zero = -round(low / scale)
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8), scale, zero
""",
            "zeros: the scale becomes 0, and you divide by it",
        ),
        (
            "zeros forgotten, in NumPy's numbers",
            """
def quantize_any(x):
    values = np.append(x.astype(float), 0)
    scale = np.ptp(values) / 255
    zero = int(np.rint(-values.min() / scale))
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8), scale, zero
""",
            "zeros: the scale becomes 0, and you divide by it",
        ),
        (
            "the ends by Python's min and max, which cannot compare rows",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(float(min(x)), float(max(x)), 8)
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8), scale, zero
""",
            "both sides of 0, in rows: your answer raises",
        ),
        (
            "a scale of 0 for zeros",
            """
def quantize_any(x):
    low, high = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (high - low) / 255
    zero = -round(low / scale) if scale else 0
    codes = np.rint(x / scale) + zero if scale else x
    return np.clip(codes, 0, 255).astype(np.uint8), scale, zero
""",
            "zeros: the scale is 0",
        ),
        (
            "floor instead of rounding",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(float(x.min()), float(x.max()), 8)
    return np.clip(np.floor(x / scale) + zero, 0, 255).astype(np.uint8), scale, zero
""",
            "steps are missing",
        ),
        (
            "the zero point not added",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(float(x.min()), float(x.max()), 8)
    return np.clip(np.rint(x / scale), 0, 255).astype(np.uint8), scale, zero
""",
            "steps are missing",
        ),
        (
            "no clamp, since min-max never needs one",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(float(x.min()), float(x.max()), 8)
    return (np.rint(x / scale) + zero).astype(np.int32).astype(np.uint8), scale, zero
""",
            "ends on a tie: after the round trip",
        ),
        (
            "codes left as int32",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(float(x.min()), float(x.max()), 8)
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.int32), scale, zero
""",
            "int32, not uint8",
        ),
        (
            "codes left as floats",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(float(x.min()), float(x.max()), 8)
    return np.clip(np.rint(x / scale) + zero, 0, 255), scale, zero
""",
            "integer codes are asked for",
        ),
        (
            "only the codes",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(float(x.min()), float(x.max()), 8)
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8)
""",
            "return three things",
        ),
        (
            "widened in the caller's array",
            """
def quantize_any(x):
    scale, zero = scale_and_zero(float(x.min()), float(x.max()), 8)
    np.rint(x, out=x, casting="unsafe")
    return np.clip(np.rint(x / scale) + zero, 0, 255).astype(np.uint8), scale, zero
""",
            "handed in has changed",
        ),
    ],
}

RIGHT = {
    "task-1": [("computed", "scale = 45 / 15\nzero = round(7 / scale)\nhighest = (15 - zero) * scale")],
    "task-2": [
        (
            "with a helper named like a variable of the check",
            """
def wide(low, high):
    return min(low, 0), max(high, 0)


def scale_and_zero(low, high, bits):
    low, high = wide(low, high)
    scale = (high - low) / (2**bits - 1) or 1.0
    return scale, -round(low / scale)
""",
        ),
        (
            "widened by NumPy, as an array",
            """
def scale_and_zero(low, high, bits):
    low, high = np.clip(low, None, 0), np.clip(high, 0, None)
    scale = (high - low) / (2**bits - 1)
    return np.array([scale, -np.rint(low / scale)] if scale > 0 else [1.0, 0.0])
""",
        ),
        (
            "by cases, as a list",
            """
def scale_and_zero(low, high, bits):
    steps = 2**bits - 1
    if low == high == 0:
        return [1.0, 0]
    if low > 0:
        return [high / steps, 0]
    if high < 0:
        return [-low / steps, steps]
    return [(high - low) / steps, np.rint(-low * steps / (high - low))]
""",
        ),
    ],
    "task-3": [
        (
            "two products, in floats",
            """
def to_values(q, scale, zero):
    return q.astype(np.float32) * scale - zero * scale
""",
        ),
        (
            "the zero point made a float",
            """
def to_values(q, scale, zero):
    return (q - float(zero)) * scale
""",
        ),
    ],
    "task-4": [
        (
            "the zero at the start of the array",
            """
def quantize_any(x):
    values = np.array([0.0, *x.ravel()])
    scale = np.ptp(values) / 255
    if scale == 0:
        scale = np.float64(1)
    zero = np.rint(-values.min() / scale)
    return (np.rint(values[1:] / scale) + zero).clip(0, 255).astype("u1").reshape(x.shape), scale, zero
""",
        ),
    ],
}
