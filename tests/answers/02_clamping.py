"""Answers that the checks of exercise 02 must reject, each a misconception, and some they must take."""

WRONG = {
    "task-1": [
        ("a cast saturates", "cast_as_it_is, clamped_first = 127, 127", "no nearest end"),
        ("the code is stored as it is", "cast_as_it_is, clamped_first = 165, 127", "no code 165"),
        ("the clock has 128 hours", "cast_as_it_is, clamped_first = 37, 127", "moved by 128"),
        ("a clamp wraps too", "cast_as_it_is, clamped_first = -91, -91", "clamped_first"),
    ],
    "task-2": [
        (
            "cast before the clamp",
            """
def to_int8(q):
    return np.clip(q.astype(np.int8), -128, 127)
""",
            "300 came back from the other side",
        ),
        (
            "cast to something between, too small",
            """
def to_int8(q):
    return np.clip(q.astype(np.int16), -128, 127).astype(np.int8)
""",
            "such as -40000, must become",
        ),
        (
            "clamped in place",
            """
def to_int8(q):
    q[q < -128] = -128
    q[q > 127] = 127
    return q.astype(np.int8)
""",
            "array handed in has changed",
        ),
        (
            "a symmetric range, without the code -128",
            """
def to_int8(q):
    return np.clip(q, -127, 127).astype(np.int8)
""",
            "-128 is a code",
        ),
        (
            "never cast",
            """
def to_int8(q):
    return np.clip(q, -128, 127)
""",
            "dtype is int32",
        ),
        (
            "only the upper end",
            """
def to_int8(q):
    return np.minimum(q, 127).astype(np.int8)
""",
            "-40000 came back from the other side",
        ),
    ],
    "task-3": [
        (
            "the bug as it stands",
            """
def limit(x, lower, upper):
    x = np.asarray(x)
    np.clip(x, lower, upper, out=x)
    return x
""",
            "caller's array has changed",
        ),
        (
            "a copy only where something is clamped",
            """
def limit(x, lower, upper):
    x = np.asarray(x)
    if (x >= lower).all() and (x <= upper).all():
        return x
    return np.clip(x, lower, upper)
""",
            "caller's own array",
        ),
        (
            "limits of a copy, the copy thrown away",
            """
def limit(x, lower, upper):
    np.clip(np.array(x), lower, upper)
    return np.array(x)
""",
            "limited to -1..9",
        ),
        (
            "nothing returned where all values fit",
            """
def limit(x, lower, upper):
    if np.min(x) < lower or np.max(x) > upper:
        return np.clip(x, lower, upper)
""",
            "limited to -100..100",
        ),
        (
            "floats of 64 bits, whatever came in",
            """
def limit(x, lower, upper):
    return np.clip(np.array(x, dtype=float), lower, upper)
""",
            "float32 has become float64",
        ),
        (
            "floats of 32 bits, whatever came in",
            """
def limit(x, lower, upper):
    return np.clip(np.array(x, dtype=np.float32), lower, upper)
""",
            "A list of floats has become float32",
        ),
        (
            "floats of 16 bits",
            """
def limit(x, lower, upper):
    return np.clip(x, lower, upper).astype(np.float16)
""",
            "float32 has become float16",
        ),
        (
            "masks on a copy of the list",
            """
def limit(x, lower, upper):
    x = x.copy()
    x[x < lower] = lower
    x[x > upper] = upper
    return x
""",
            "A list must work too",
        ),
        (
            "a method that a list does not have",
            """
def limit(x, lower, upper):
    return x.clip(lower, upper)
""",
            "A list must work too",
        ),
    ],
    "task-4": [
        (
            "values on a limit counted",
            """
def clipping_report(x, lower, upper):
    error = np.abs(x - np.clip(x, lower, upper))
    return np.mean((x <= lower) | (x >= upper)), np.max(error)
""",
            "value on a limit",
        ),
        (
            "a percentage",
            """
def clipping_report(x, lower, upper):
    error = np.abs(x - np.clip(x, lower, upper))
    return 100 * np.mean(error > 0), np.max(error)
""",
            "not a percentage",
        ),
        (
            "only the upper side",
            """
def clipping_report(x, lower, upper):
    return np.mean(x > upper), np.max(x - upper)
""",
            "The share outside -2..2",
        ),
        (
            "the sign kept",
            """
def clipping_report(x, lower, upper):
    error = x - np.clip(x, lower, upper)
    return np.mean(error != 0), np.max(error)
""",
            "below the lower limit",
        ),
        (
            "the value instead of its error",
            """
def clipping_report(x, lower, upper):
    outside = (x < lower) | (x > upper)
    return np.mean(outside), np.max(np.abs(x))
""",
            "distance to the limit",
        ),
        (
            "limits symmetric around zero",
            """
def clipping_report(x, lower, upper):
    error = np.maximum(np.abs(x) - upper, 0)
    return np.mean(error > 0), np.max(error)
""",
            "other data",
        ),
        (
            "clamped in place",
            """
def clipping_report(x, lower, upper):
    error = np.abs(x - np.clip(x, lower, upper))
    np.clip(x, lower, upper, out=x)
    return np.mean(error > 0), np.max(error)
""",
            "has changed",
        ),
        (
            "the order",
            """
def clipping_report(x, lower, upper):
    error = np.abs(x - np.clip(x, lower, upper))
    return np.max(error), np.mean(error > 0)
""",
            "The wrong order",
        ),
        (
            "the errors of the values outside alone",
            """
def clipping_report(x, lower, upper):
    error = np.abs(x - np.clip(x, lower, upper))
    return np.mean(error > 0), error[error > 0].max()
""",
            "both numbers are 0; yours says",
        ),
        (
            "the same in plain Python",
            """
def clipping_report(x, lower, upper):
    error = [abs(float(v - np.clip(v, lower, upper))) for v in x]
    outside = [e for e in error if e > 0]
    return len(outside) / len(error), max(outside)
""",
            "both numbers are 0; yours says",
        ),
        (
            "one maximum forgotten",
            """
def clipping_report(x, lower, upper):
    error = np.abs(x - np.clip(x, lower, upper))
    return np.mean(error > 0), error
""",
            "is an array of float64",
        ),
        (
            "a mask instead of a share",
            """
def clipping_report(x, lower, upper):
    error = np.abs(x - np.clip(x, lower, upper))
    return error > 0, np.max(error)
""",
            "is an array of bool",
        ),
    ],
}

RIGHT = {
    "task-2": [
        (
            "np.minimum and np.maximum",
            """
def to_int8(q):
    return np.array(np.minimum(np.maximum(q, -128), 127), dtype="i1")
""",
        ),
    ],
    "task-3": [
        (
            "a loop over the values, and a list comprehension",
            """
def limit(x, lower, upper):
    return np.array([min(max(value, lower), upper) for value in x], dtype=np.asarray(x).dtype)
""",
        ),
        (
            "masks on a copy",
            """
def limit(x, lower, upper):
    x = np.array(x)
    x[x < lower] = lower
    x[x > upper] = upper
    return x
""",
        ),
        (
            "np.where",
            """
def limit(x, lower, upper):
    x = np.asarray(x)
    return np.where(x < lower, lower, np.where(x > upper, upper, x)).astype(x.dtype)
""",
        ),
    ],
    "task-4": [
        (
            "both sides apart",
            """
def clipping_report(x, lower, upper):
    below, above = lower - x[x < lower], x[x > upper] - upper
    return (below.size + above.size) / x.size, max([*below, *above, 0.0])
""",
        ),
        (
            "an exact share, in an array of objects, and helpers named as one would",
            """
from fractions import Fraction


def largest(errors):
    return max(errors.tolist())


def share(mask):
    return Fraction(int(mask.sum()), mask.size)


def clipping_report(x, lower, upper):
    errors = np.maximum(np.maximum(lower - x, x - upper), 0)
    return np.array([share(errors != 0), largest(errors)], dtype=object)
""",
        ),
    ],
}
