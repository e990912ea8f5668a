"""Answers that the checks of exercise 01 must reject, each a misconception, and some they must take."""

WRONG = {
    "task-1": [
        ("halves go up", "predicted = [-2, -1, 1, 2, 3]", "1 is not the even one"),
        ("halves go away from zero", "predicted = [-3, -2, 1, 2, 3]", "-3 is not the even one"),
        ("floor", "predicted = [-3, -2, 0, 1, 2]", "2 is not the code of 1.4"),
        ("towards zero", "predicted = [-2, -1, 0, 1, 2]", "2 is not the code of 1.4"),
        ("the step forgotten", "predicted = [-1, -1, 0, 1, 1]", "1 is not the code of 1.4"),
        ("what is read back", "predicted = [-1.0, -1.0, 0.0, 1.0, 1.5]", "what is read back"),
        ("steps", "predicted = [-2.5, -1.5, 0.5, 1.5, 2.8]", "-2.5 is no code"),
        ("halves go down", "predicted = [-3, -2, 0, 1, 3]", "-1.25 is a tie, and -3 is not the even one"),
        ("one slip at a tie", "predicted = [-2, -2, 1, 2, 3]", "0.25 is a tie, and 1 is not the even one"),
        ("one slip", "predicted = [-2, -2, 0, 2, 2]", "2 is not the code of 1.4"),
        ("steps where nothing is a tie", "predicted = [-2, -2, 0, 2, 2.8]", "2.8 is no code"),
        ("four codes", "predicted = [-2, -2, 0, 2]", "five integers"),
        ("nothing", "predicted = None", "five integers"),
        ("texts", "predicted = list('abcde')", "one of the codes in predicted is a str"),
        ("a list in the list", "predicted = [-2, -2, 0, 2, [3]]", "is a list"),
    ],
    "task-2": [
        (
            "a cast instead of rounding",
            """
def to_codes(x, step):
    return (x / step).astype(np.int32)
""",
            "its fraction was dropped",
        ),
        (
            "floor",
            """
def to_codes(x, step):
    return np.floor(x / step).astype(np.int32)
""",
            "0.45 is 1.8 steps of 0.25; its fraction was dropped",
        ),
        (
            "halves up",
            """
def to_codes(x, step):
    return np.floor(x / step + 0.5).astype(np.int32)
""",
            "0.5, 1.5 and 2.5 steps are ties",
        ),
        (
            "halves away from zero",
            """
def to_codes(x, step):
    return np.trunc(x / step + np.copysign(0.5, x)).astype(np.int32)
""",
            "-0.625 is a tie",
        ),
        (
            "the cast forgotten",
            """
def to_codes(x, step):
    return np.rint(x / step)
""",
            "cast last",
        ),
        (
            "rounded before the division",
            """
def to_codes(x, step):
    return (np.rint(x) / step).astype(np.int32)
""",
            "-0.25 is one step",
        ),
        (
            "times the step",
            """
def to_codes(x, step):
    return np.rint(x * step).astype(np.int32)
""",
            "-0.25 is one step",
        ),
        (
            "the step of the first check written in",
            """
def to_codes(x, step):
    return np.rint(x * 4).astype(np.int32)
""",
            "wrong for 7",
        ),
        (
            "another integer type",
            """
def to_codes(x, step):
    return np.rint(x / step).astype(np.int64)
""",
            "int32 is asked for",
        ),
        (
            "the array handed in is divided",
            """
def to_codes(x, step):
    x /= step
    return np.rint(x).astype(np.int32)
""",
            "to_codes has changed",
        ),
        (
            "the codes handed in are multiplied",
            """
def to_values(q, step):
    q *= step
    return q
""",
            "to_values has changed",
        ),
        (
            "divided again",
            """
def to_values(q, step):
    return q / step
""",
            "how much are 3 steps",
        ),
        (
            "the values become integers",
            """
def to_values(q, step):
    return (q * step).astype(np.int32)
""",
            "floats are asked for",
        ),
        (
            "the middle above the code",
            """
def to_values(q, step):
    return (q + 0.5) * step
""",
            "how much are 3 steps",
        ),
        (
            "the sign lost",
            """
def to_values(q, step):
    return np.abs(q) * step
""",
            "other codes are wrong",
        ),
    ],
    "task-3": [
        (
            "the bug as it stands",
            """
def store_and_read(x, step):
    return (x / step).astype(int) * step
""",
            "7.5 came back as 6",
        ),
        (
            "half a step added, then the cast",
            """
def store_and_read(x, step):
    return (x / step + 0.5).astype(int) * step
""",
            "-5.4 came back as -4",
        ),
        (
            "halves up",
            """
def store_and_read(x, step):
    return np.floor(x / step + 0.5) * step
""",
            "-3, 3 and 5 are ties",
        ),
        (
            "halves down",
            """
def store_and_read(x, step):
    return np.ceil(x / step - 0.5) * step
""",
            "-3, 3 and 5 are ties",
        ),
        (
            "codes in int8",
            """
def store_and_read(x, step):
    return np.rint(x / step).astype(np.int32).astype(np.int8) * step
""",
            "75000.2 is lost",
        ),
        ("x as it is", "def store_and_read(x, step): return x.copy()", "not all of these are levels"),
        (
            "the codes returned",
            """
def store_and_read(x, step):
    return np.rint(x / step)
""",
            "Read them back",
        ),
        (
            "the loose test as it stands",
            """
def passes(x, x_hat, step):
    return bool(np.all(np.abs(x - x_hat) <= step))
""",
            "says True to errors of (0, 0.9, 0, 0.1)",
        ),
        (
            "the sign of the error",
            """
def passes(x, x_hat, step):
    return bool(np.all(x - x_hat <= 0.501 * step))
""",
            "says True to errors of (0, -0.9, 0, 0.1)",
        ),
        (
            "the mean of the errors",
            """
def passes(x, x_hat, step):
    return bool(np.abs(np.mean(x - x_hat)) <= 0.501 * step)
""",
            "says True to errors of (0, 0.9, 0, 0.1)",
        ),
        (
            "any instead of all",
            """
def passes(x, x_hat, step):
    return bool(np.any(np.abs(x - x_hat) <= 0.501 * step))
""",
            "says True to errors of (0, 0.9, 0, 0.1)",
        ),
        (
            "less than half a step",
            """
def passes(x, x_hat, step):
    return bool(np.all(np.abs(x - x_hat) < step / 2))
""",
            "says False to errors of (0, 0.5, -0.5, 0.1)",
        ),
        (
            "no slack",
            """
def passes(x, x_hat, step):
    return bool(np.all(np.abs(x - x_hat) <= step / 2))
""",
            "says False to errors of (0, 0.5008, 0, 0.1)",
        ),
        (
            "a slack that does not know the step",
            """
def passes(x, x_hat, step):
    return bool(np.all(np.abs(x - x_hat) <= step / 2 + 0.001))
""",
            "says False to errors of (0, 0.5008, 0, 0.1) steps of 2.0",
        ),
        (
            "a slack that is too large",
            """
def passes(x, x_hat, step):
    return bool(np.all(np.abs(x - x_hat) <= 0.51 * step))
""",
            "says True to errors of (0.1, 0, 0.502, 0)",
        ),
        (
            "a slack in the unit of x, too small for a large step",
            """
def passes(x, x_hat, step):
    return bool(np.all(np.abs(x - x_hat) <= 0.5 * step + 1e-6))
""",
            "steps of 2.0",
        ),
        (
            "a slack in the unit of x, too large for a small step",
            """
def passes(x, x_hat, step):
    return bool(np.all(np.abs(x - x_hat) <= 0.5 * step + 0.002))
""",
            "steps of 0.0001",
        ),
        (
            "the sizes compared",
            """
def passes(x, x_hat, step):
    return bool(np.all(np.abs(np.abs(x) - np.abs(x_hat)) <= 0.501 * step))
""",
            "says True to errors of (0, 0.9, 0, 0.1)",
        ),
        (
            "x becomes the errors",
            """
def passes(x, x_hat, step):
    x -= x_hat
    return bool(np.all(np.abs(x) <= 0.501 * step))
""",
            "passes has changed",
        ),
        (
            "x_hat becomes the errors",
            """
def passes(x, x_hat, step):
    x_hat -= x
    return bool(np.all(np.abs(x_hat) <= 0.501 * step))
""",
            "passes has changed",
        ),
        (
            "a verdict for each value",
            """
def passes(x, x_hat, step):
    return np.abs(x - x_hat) <= 0.501 * step
""",
            "one of them for all values",
        ),
        ("always yes", "def passes(x, x_hat, step): return True", "says True to errors of (0, 0.9, 0, 0.1)"),
        (
            "always no",
            "def passes(x, x_hat, step): return False",
            "says False to errors of (0, 0.2, -0.4, 0)",
        ),
    ],
    "task-4": [
        (
            "the order",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, np.floor(x / step + 0.5) * step
    return np.mean(x - up), np.mean(x - to_even)
""",
            "wrong order",
        ),
        (
            "the sign turned",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, np.floor(x / step + 0.5) * step
    return np.mean(to_even - x), np.mean(up - x)
""",
            "The sign",
        ),
        (
            "the sizes of the errors",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, np.floor(x / step + 0.5) * step
    return np.mean(np.abs(x - to_even)), np.mean(np.abs(x - up))
""",
            "keep the sign",
        ),
        (
            "in steps",
            """
def two_biases(x, step):
    s = x / step
    return np.mean(s - np.rint(s)), np.mean(s - np.floor(s + 0.5))
""",
            "In which unit",
        ),
        (
            "the sum",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, np.floor(x / step + 0.5) * step
    return np.sum(x - to_even), np.sum(x - up)
""",
            "sum of the errors",
        ),
        (
            "away from zero",
            """
def two_biases(x, step):
    to_even = np.rint(x / step) * step
    away = np.trunc(x / step + np.copysign(0.5, x)) * step
    return np.mean(x - to_even), np.mean(x - away)
""",
            "is -3 up from -2.5?",
        ),
        (
            "half a step added, then a cast",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, (x / step + 0.5).astype(int) * step
    return np.mean(x - to_even), np.mean(x - up)
""",
            "Without ties, the second is wrong",
        ),
        (
            "every value up",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, np.ceil(x / step) * step
    return np.mean(x - to_even), np.mean(x - up)
""",
            "Without ties, the second is wrong",
        ),
        (
            "floor for both to even and up",
            """
def two_biases(x, step):
    return np.mean(x - np.floor(x / step) * step), np.mean(x - np.floor(x / step + 0.5) * step)
""",
            "Without ties, the first is wrong",
        ),
        (
            "not measured in steps",
            """
def two_biases(x, step):
    return np.mean(x - np.rint(x)), np.mean(x - np.floor(x + 0.5))
""",
            "Without ties, the first is wrong",
        ),
        (
            "halves down",
            """
def two_biases(x, step):
    to_even, down = np.rint(x / step) * step, np.ceil(x / step - 0.5) * step
    return np.mean(x - to_even), np.mean(x - down)
""",
            "The second, halves up, is wrong",
        ),
        (
            "half of a step of 1",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, np.floor((x + 0.5) / step) * step
    return np.mean(x - to_even), np.mean(x - up)
""",
            "Without ties, the second is wrong",
        ),
        (
            "the errors, not their mean",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, np.floor(x / step + 0.5) * step
    return x - to_even, x - up
""",
            "is an array of float64",
        ),
        (
            "one mean forgotten",
            """
def two_biases(x, step):
    to_even, up = np.rint(x / step) * step, np.floor(x / step + 0.5) * step
    return np.mean(x - to_even), x - up
""",
            "one of the two numbers of two_biases(x, step) is an array",
        ),
        (
            "the array handed in is divided",
            """
def two_biases(x, step):
    x /= step
    return step * np.mean(x - np.rint(x)), step * np.mean(x - np.floor(x + 0.5))
""",
            "has changed",
        ),
        (
            "the step of the first check written in",
            """
def two_biases(x, step):
    to_even, up = np.rint(x * 8) / 8, np.floor(x * 8 + 0.5) / 8
    return np.mean(x - to_even), np.mean(x - up)
""",
            "wrong for step 2",
        ),
    ],
}

RIGHT = {
    "task-1": [
        ("an array of floats", "predicted = np.array([-2.0, -2.0, -0.0, 2.0, 3.0])"),
        ("a tuple", "predicted = -2, -2, 0, 2, 3"),
    ],
    "task-2": [
        (
            "Python's round, and a division by the inverse",
            """
def to_codes(x, step):
    return np.array([[round(v) for v in row] for row in np.atleast_2d(x / step)], "i4").reshape(x.shape)


def to_values(q, step):
    return np.divide(q, 1 / step)
""",
        ),
        (
            "np.round, and float32 values",
            """
def to_codes(x, step):
    return np.round(x / step, 0).astype("int32")


def to_values(q, step):
    return np.multiply(q, step, dtype=np.float32)
""",
        ),
    ],
    "task-3": [
        (
            "in steps, and the largest error",
            """
def store_and_read(x, step):
    steps = x / step
    codes = np.round(steps).astype(np.int32)
    return codes * np.float64(step)


def passes(x, x_hat, step):
    return np.max(np.abs(x - x_hat)) <= step / 2 + step / 1000
""",
        ),
        (
            "an array of one verdict, the errors in steps",
            """
def passes(x, x_hat, step):
    return np.array(not np.any(np.abs(x / step - x_hat / step) > 0.501))
""",
        ),
    ],
    "task-4": [
        (
            "up from the ties to even, and a list",
            """
def two_biases(x, step):
    even = np.rint(x / step)
    up = np.where(x / step - even == 0.5, even + 1, even)
    return [float((x - codes * step).mean()) for codes in (even, up)]
""",
        ),
        (
            "helpers named as one would",
            """
def bias(x, x_hat):
    return np.mean(x - x_hat)


def up(x, step):
    return np.floor(x / step + 0.5) * step


def even(x, step):
    return np.rint(x / step) * step


def two_biases(x, step):
    return np.array([bias(x, even(x, step)), bias(x, up(x, step))])
""",
        ),
    ],
}
