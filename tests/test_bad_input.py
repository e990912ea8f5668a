"""Every public function answers every kind of bad input with an error that names the argument.

No warning escapes, nothing that is handed in changes, and nothing is silently wrong: what is harmless
must work, and everything else must raise.
"""

import warnings
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from quantlib import (
    QuantParams,
    asymmetric_dequantization,
    asymmetric_quantization,
    asymmetric_quantization_percentile,
    clamp,
    largest_error,
    minmax_range,
    mse,
    percentile_range,
    split_mse,
    sqnr_db,
)

# ---- every argument, every kind -----------------------------------------------------------------------

NOT_ARRAYS = {
    "booleans": np.array([True, False]),
    "one boolean": True,
    "no booleans": np.zeros(0, bool),
    "objects": np.array([1, 2], dtype=object),
    "None among numbers": [1.0, None],
    "None": None,
    "text": np.array(["1", "2"]),
    "one text": "8",
    "text among numbers": [1, "a"],
    "bytes": np.array([b"1", b"2"]),
    "complex": np.array([1 + 2j, 1]),
    "dates": np.array(["2020-01-01", "2020-01-02"], "M8[D]"),
    "time spans": np.array([1, 2], "m8[s]"),
    "records": np.zeros(2, "f4,i4"),
    "void": np.void(b"ab"),
    "masked": np.ma.masked_array([1.0, 2.0], [False, True]),
    "masked, nothing masked": np.ma.masked_array([1.0, 2.0]),
    "masked in a list": [np.ma.masked_array([1.0, 99.0], [False, True])],
    "the masked value in a list": [1.0, np.ma.masked],
    "ragged": [[1], [1, 2]],
    "dictionary": {1: 2},
    "set": {1, 2},
    "generator": (i for i in range(3)),
    "function": len,
    "decimals": [Decimal("1.5"), Decimal(2)],
    "fractions": [Fraction(1, 2), Fraction(3, 2)],
    "an integer of 400 digits": 10**400,
}
NOT_FINITE = {
    "NaN": np.array([1.0, np.nan]),
    "one NaN": float("nan"),
    "signalling NaN": np.array([0x7FF4000000000000, 0], np.uint64).view(np.float64),
    "float16 NaN": np.array([1, np.nan], np.float16),
    "NaN behind many": np.append(np.ones(200_000, np.float32), np.float32(np.nan)),
}
INFINITE = {
    "infinity": np.array([1.0, np.inf]),
    "minus infinity": np.array([-np.inf, 1.0], np.float32),
    "infinity behind many": np.append(np.ones(200_000), -np.inf),
    "wider than float64": np.array([np.longdouble("1e4000"), 1])
    if np.finfo(np.longdouble).max > np.finfo(np.float64).max
    else np.array([np.inf, 1]),
}
EMPTY = {"empty": [], "empty of two dimensions": np.zeros((0, 3)), "empty of integers": np.zeros(0, int)}
NOT_CODES = {
    "floats": np.array([1.0, 2.0]),
    "NaN": np.array([np.nan]),
    "below": np.array([-1, 2]),
    "above": np.array([3, 70_000]),
    "uint64 above": np.array([2**64 - 1], np.uint64),
    "int64 below": np.array([-(2**63)]),
}
NOT_NUMBERS = {
    "True": True,
    "NumPy's True": np.True_,
    "text": "8",
    "NumPy's text": np.str_("8"),
    "bytes": b"8",
    "None": None,
    "complex": 1j,
    "list": [8],
    "array of one": np.array([8]),
    "array of two": np.array([8, 8]),
    "no numbers": np.array([]),
    "0-d boolean": np.array(True),
    "0-d object": np.array(None),
    "date": np.datetime64("2020-01-01"),
    "time span": np.timedelta64(1, "s"),
    "Python's time span": timedelta(1),
    "decimal": Decimal(8),
    "masked": np.ma.masked,
    "record": np.zeros(1, "f4,i4")[0],
    "type": float,
    "NaN": float("nan"),
    "NumPy's NaN": np.float32("nan"),
    "0-d NaN": np.array(np.nan),
    "an integer of 400 digits": 10**400,
    "minus that": -(10**400),
    "a fraction as large": Fraction(10**400),
}
NOT_WHOLE = {
    "float": 8.0,
    "NumPy's float": np.float64(8),
    "0-d float": np.array(8.0),
    "fraction": Fraction(8),
    "infinity": np.inf,
}
NOT_FLAGS = {
    "0": 0,
    "1": 1,
    "NumPy's True": np.True_,
    "None": None,
    "text": "True",
    "array": np.array([True]),
}
NOT_FLAGS |= {"array of two": np.array([True, False]), "0-d": np.array(True)}
NOT_DTYPES = {"float16": np.float16, "int64": int, "text": "float32", "None": None, "array": np.array([1.0])}
NOT_DTYPES |= {
    "other order": np.dtype(np.float32).newbyteorder(),
    "records": np.dtype("f4,i4"),
    "list": [float],
}
FROZEN = np.zeros(2, np.uint8)
FROZEN.flags.writeable = False
NOT_OUTS = {
    "list": [0, 0],
    "scalar": np.uint8(0),
    "other dtype": np.zeros(2, np.int64),
    "other order": np.zeros(2, np.dtype(np.uint16).newbyteorder()),
    "masked": np.ma.zeros(2, np.uint8),
    "matrix": np.zeros((1, 2), np.uint8).view(np.matrix),
    "too long": np.zeros(3, np.uint8),
    "other shape": np.zeros((2, 1), np.uint8),
    "read-only": FROZEN,
    "True": True,
}
NOT_FLOAT_OUTS = {
    "too long, of floats": np.zeros(3),
    "other shape, of floats": np.zeros((2, 1)),
    "read-only, of floats": np.broadcast_to(0.0, 2),
}
NOT_DATA = NOT_ARRAYS | NOT_FINITE | INFINITE | EMPTY
WHOLE = NOT_NUMBERS | NOT_WHOLE

GRID = QuantParams(0.5, 3)
X = [1.0, 2.0]
BITS = WHOLE | {"0": 0, "17": 17, "-8": -8}
SCALES = NOT_NUMBERS | {"0": 0, "-1": -1, "inf": np.inf, "subnormal": 1e-39, "levels too large": 2e36}
PERCENTILES = NOT_NUMBERS | {"0.9999": 0.9999, "50": 50, "above 100": 100.001, "-99": -99, "inf": np.inf}
ZEROS = WHOLE | {"below": -1, "above": 256}
ENDS = NOT_NUMBERS | {"inf": np.inf, "-inf": -np.inf}

# For each function: a good call, and for each argument what it must reject.
FUNCTIONS = {
    "clamp": (clamp, {"x": X, "lower": 0, "upper": 1}),
    "QuantParams": (QuantParams, {"scale": 1.0, "zero_point": 0, "bits": 8, "signed": False}),
    "from_range": (QuantParams.from_range, {"low": -1, "high": 1, "bits": 8, "signed": False}),
    "quantize": (GRID.quantize, {"x": X, "out": None}),
    "dequantize": (GRID.dequantize, {"q": [1, 2], "dtype": np.float64, "out": None}),
    "minmax_range": (minmax_range, {"x": X}),
    "percentile_range": (percentile_range, {"x": X, "percentile": 99}),
    "asymmetric_quantization": (asymmetric_quantization, {"params": X, "bits": 8}),
    "asymmetric_quantization_percentile": (
        asymmetric_quantization_percentile,
        {"params": X, "bits": 8, "percentile": 99},
    ),
    "asymmetric_dequantization": (asymmetric_dequantization, {"quantized": [1, 2], "scale": 1.0, "zero": 0}),
    "mse": (mse, {"x": X, "x_hat": X}),
    "largest_error": (largest_error, {"x": X, "x_hat": X}),
    "sqnr_db": (sqnr_db, {"x": X, "x_hat": X}),
    "split_mse": (split_mse, {"x": X, "params": GRID}),
}
UNUSABLE = {"too wide": [-3e38, 3e38, 9e40], "too narrow": [0, 1e-40]}
REJECTED = {
    ("clamp", "x"): NOT_ARRAYS,
    ("clamp", "lower"): NOT_NUMBERS | {"above upper": 1.5},
    ("clamp", "upper"): NOT_NUMBERS | {"below lower": -0.5},
    ("QuantParams", "scale"): SCALES,
    ("QuantParams", "zero_point"): ZEROS,
    ("QuantParams", "bits"): BITS,
    ("QuantParams", "signed"): NOT_FLAGS,
    ("from_range", "low"): ENDS | {"above high": 1.5, "too far": -1e300},
    ("from_range", "high"): ENDS
    | {"below low": -1.5, "too far": 1e300, "beyond float64": 10**308, "so are both": 17 * 10**307},
    ("from_range", "bits"): BITS,
    ("from_range", "signed"): NOT_FLAGS,
    ("quantize", "x"): NOT_ARRAYS | NOT_FINITE,
    ("quantize", "out"): NOT_OUTS,
    ("dequantize", "q"): NOT_ARRAYS | NOT_CODES,
    ("dequantize", "dtype"): NOT_DTYPES,
    ("dequantize", "out"): NOT_OUTS | NOT_FLOAT_OUTS,
    ("minmax_range", "x"): NOT_DATA,
    ("percentile_range", "x"): NOT_DATA | {"too wide": [-1.7e308, 1.7e308]},
    ("percentile_range", "percentile"): PERCENTILES,
    ("asymmetric_quantization", "params"): NOT_DATA | UNUSABLE,
    ("asymmetric_quantization", "bits"): BITS,
    ("asymmetric_quantization_percentile", "params"): NOT_DATA | UNUSABLE,
    ("asymmetric_quantization_percentile", "bits"): BITS,
    ("asymmetric_quantization_percentile", "percentile"): PERCENTILES,
    ("asymmetric_dequantization", "quantized"): NOT_ARRAYS | NOT_CODES,
    ("asymmetric_dequantization", "scale"): SCALES | {"levels too large": 2e38},
    ("asymmetric_dequantization", "zero"): WHOLE | {"below": -1, "above": 65_536},
    ("mse", "x"): NOT_DATA,
    ("mse", "x_hat"): NOT_DATA | {"other shape": [1.0], "another": [X]},
    ("largest_error", "x"): NOT_DATA,
    ("largest_error", "x_hat"): NOT_DATA | {"other shape": [1.0], "another": [X]},
    ("sqnr_db", "x"): NOT_DATA,
    ("sqnr_db", "x_hat"): NOT_DATA | {"other shape": [1.0], "another": [X]},
    ("split_mse", "x"): NOT_DATA,
    ("split_mse", "params"): {"number": 8, "None": None, "tuple": (0.5, 3), "class": QuantParams},
}
CASES = [(*key, kind) for key, values in REJECTED.items() for kind in values]


def test_every_argument_is_tried():
    of_functions = {(name, argument) for name, (_, call) in FUNCTIONS.items() for argument in call}
    assert of_functions == set(REJECTED)


@pytest.mark.parametrize(("name", "argument", "kind"), CASES)
def test_bad_argument_is_rejected_by_name(name, argument, kind):
    function, call = FUNCTIONS[name]
    value = REJECTED[name, argument][kind]
    before = value.tobytes() if type(value) is np.ndarray and value.dtype != object else None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # The name as a word of its own, not as a part of another: x, and not x_hat.
        with pytest.raises((ValueError, TypeError), match=rf"(?<![\w.]){argument}(?!\w)") as caught:
            function(**{**call, argument: value})
    assert type(caught.value) in (ValueError, TypeError)
    assert len(str(caught.value)) > len(argument) + 10  # says what it got and what is allowed
    if before is not None:
        assert value.tobytes() == before


def test_an_out_that_shares_memory_with_the_data_is_rejected_and_left_alone():
    x = np.arange(6, dtype=np.uint8)
    for function, out in (
        (GRID.quantize, x),
        (GRID.quantize, x[::-1]),
        (GRID.quantize, np.broadcast_to(x, 6)),
    ):
        with pytest.raises(ValueError, match="out must be writeable memory of its own"):
            function(x, out=out)
    assert x.tolist() == list(range(6))
    memory = np.zeros(6)
    q = memory.view(np.uint8)[:6]
    with pytest.raises(ValueError, match="out must be writeable memory of its own"):
        GRID.dequantize(q, out=memory)


def test_a_bad_value_behind_many_blocks_is_found():
    x = np.append(np.zeros(300_000), np.nan)
    with pytest.raises(ValueError, match="x must not hold NaN, got 1 of 300001"):
        GRID.quantize(x)
    q = np.append(np.zeros(300_000, int), 256)
    reals = np.full(q.shape, 77.0)
    with pytest.raises(ValueError, match="q must hold codes from 0 to 255, got 0"):
        GRID.dequantize(q, out=reals)
    assert np.all(reals == 77)


# ---- particular errors --------------------------------------------------------------------------------

BAD = [
    (clamp, ([1, 2], 3, 2), ValueError, "lower"),
    (clamp, ([1, 2], np.nan, 2), ValueError, "lower"),
    (clamp, ([1, 2], 0, np.nan), ValueError, "upper"),
    (clamp, ([1, 2], 0.5, 2), ValueError, "lower"),
    (clamp, ([1, 2], "0", 2), TypeError, "lower"),
    (clamp, ([1, 2], False, 2), TypeError, "lower"),
    (clamp, ([1, 2], 0, np.timedelta64(1, "s")), TypeError, "upper"),
    (clamp, ([1, 2], 0, 10**400), ValueError, "upper"),
    (clamp, ([True, False], 0, 1), TypeError, "x"),
    (clamp, (["a"], 0, 1), TypeError, "x"),
    (clamp, ([[1, 2], [3]], 0, 1), ValueError, "x"),
    (clamp, (np.ma.masked_array([1.0]), 0, 1), TypeError, "x"),
    (clamp, ([1j], 0, 1), TypeError, "x"),
    (clamp, (None, 0, 1), TypeError, "x"),
    (QuantParams, (0.0, 0), ValueError, "scale"),
    (QuantParams, (-1.0, 0), ValueError, "scale"),
    (QuantParams, (np.nan, 0), ValueError, "scale"),
    (QuantParams, (np.inf, 0), ValueError, "scale"),
    (QuantParams, (1e-39, 0), ValueError, "scale"),
    (QuantParams, (1e38, 0), ValueError, "scale"),
    (QuantParams, (True, 0), TypeError, "scale"),
    (QuantParams, (10**400, 0), ValueError, "scale"),
    (QuantParams, (1.0, 256), ValueError, "zero_point"),
    (QuantParams, (1.0, -1), ValueError, "zero_point"),
    (QuantParams, (1.0, 0.0), TypeError, "zero_point"),
    (QuantParams, (1.0, 0, 0), ValueError, "bits"),
    (QuantParams, (1.0, 0, 17), ValueError, "bits"),
    (QuantParams, (1.0, 0, 8.0), TypeError, "bits"),
    (QuantParams, (1.0, 0, True), TypeError, "bits"),
    (QuantParams, (1.0, 0, 8, 1), TypeError, "signed"),
    (QuantParams.from_range, (1, 0), ValueError, "low"),
    (QuantParams.from_range, (0, np.inf), ValueError, "high"),
    (QuantParams.from_range, (np.nan, 1), ValueError, "low"),
    (QuantParams.from_range, (0, 1e-44), ValueError, "high"),
    (QuantParams.from_range, (-1e308, 1e308), ValueError, "high"),
    (QuantParams(1.0, 0).quantize, ([1.0, np.nan],), ValueError, "x"),
    (QuantParams(1.0, 0).quantize, (["1"],), TypeError, "x"),
    (QuantParams(1.0, 0).dequantize, ([256],), ValueError, "q"),
    (QuantParams(1.0, 0).dequantize, ([-1],), ValueError, "q"),
    (QuantParams(1.0, 0).dequantize, ([1.0],), TypeError, "q"),
    (QuantParams(1.0, 0).dequantize, ([1], np.float16), TypeError, "dtype"),
    (minmax_range, ([],), ValueError, "x"),
    (minmax_range, ([1.0, np.nan],), ValueError, "x"),
    (minmax_range, ([1.0, -np.inf],), ValueError, "x"),
    (percentile_range, ([1.0], 50), ValueError, "percentile"),
    (percentile_range, ([1.0], 0.9999), ValueError, "percentile"),
    (percentile_range, ([1.0], 100.1), ValueError, "percentile"),
    (percentile_range, ([1.0], "99"), TypeError, "percentile"),
    (percentile_range, ([],), ValueError, "x"),
    (percentile_range, ([-1.7e308, 1.7e308], 90), ValueError, "x"),
    (minmax_range, (np.longdouble([1]) * np.longdouble("1e4000"),), ValueError, "x"),
    (asymmetric_quantization, ([1.0], 0), ValueError, "bits"),
    (asymmetric_dequantization, ([0.5], 1.0, 0), TypeError, "quantized"),
    (asymmetric_dequantization, ([70_000], 1.0, 0), ValueError, "quantized"),
    (asymmetric_dequantization, ([-1], 1.0, 0), ValueError, "quantized"),
    (asymmetric_dequantization, ([1], 1.0, 0.5), TypeError, "zero"),
    (mse, ([1.0], [1.0, 2.0]), ValueError, "x_hat"),
    (mse, ([], []), ValueError, "x"),
    (sqnr_db, ([1.0], [np.nan]), ValueError, "x_hat"),
    (split_mse, ([1.0], 8), TypeError, "params"),
]


@pytest.mark.parametrize(("function", "arguments", "error", "named"), BAD)
def test_bad_input_is_named(function, arguments, error, named):
    with pytest.raises(error, match=rf"\b{named}\b"):
        function(*arguments)


# ---- the ends of every dtype --------------------------------------------------------------------------


def extremes(dtype):
    if np.dtype(dtype).kind == "f":
        info = np.finfo(dtype)
        return np.array([info.min, info.max, info.tiny, info.smallest_subnormal, 0], dtype)
    info = np.iinfo(dtype)
    return np.array([info.min, info.max, 0], dtype)


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8"])
def test_the_ends_of_a_dtype_are_right_or_rejected(dtype):
    x = extremes(dtype)
    handed_in, exact = x.copy(), [Fraction(float(value)) for value in x]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert minmax_range(x) == (float(min(exact)), float(max(exact)))
        codes = GRID.quantize(x)
        expected = [min(max(round(value / Fraction(1, 2)) + 3, 0), 255) for value in exact]
        assert codes.tolist() == expected
        assert clamp(x, -1, 1).tolist() == [float(min(max(value, -1), 1)) for value in exact]
        if dtype == "f8":
            with pytest.raises(ValueError, match="x must span less"):
                percentile_range(x, 99)
            assert percentile_range(x, 100) == minmax_range(x)
            with pytest.raises(ValueError, match="params must have a range"):
                asymmetric_quantization(x, 8)
        else:
            low, high = np.percentile(x.astype(np.float64), [1, 99])
            assert percentile_range(x, 99) == (low, high)
            zeros = np.zeros(x.size)
            of_squares = float(sum(value**2 for value in exact) / len(exact))
            assert mse(x, zeros) == pytest.approx(of_squares, rel=1e-15)
            assert largest_error(x, zeros) == float(max(abs(value) for value in exact))
            assert sqnr_db(x, zeros) == 0
        if dtype == "f4":  # wider than float32's own largest
            with pytest.raises(ValueError, match="params must have a range"):
                asymmetric_quantization(x, 8)
        elif dtype != "f8":
            codes, scale, zero = asymmetric_quantization(x, 8)
            errors = np.abs(asymmetric_dequantization(codes, scale, zero) - x.astype(np.float64))
            assert errors.max() <= scale / 2 * (1 + 1e-6)
    assert np.array_equal(x, handed_in)


def test_subnormal_ranges_are_rejected():
    for x in (np.float32([0, 1e-45]), [0, 5e-324], np.float32([-1e-40, 1e-40])):
        assert minmax_range(x)[1] > 0
        with pytest.raises(ValueError, match="low and high must give levels in float32"):
            QuantParams.from_range(*minmax_range(x))
