"""quantlib agrees with what others published, with brute force, and with its own promises."""

import subprocess
import sys
import tracemalloc
import warnings
from fractions import Fraction

import numpy as np
import pytest

import quantlib
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
from quantlib.data import outlier_data, seed_data
from quantlib.params import LARGEST

# ---- values that others published -----------------------------------------------------------------


def test_onnx_quantizelinear_example():
    """The ONNX backend's node test `quantizelinear`."""
    codes = QuantParams(2.0, 128).quantize(np.float32([0, 2, 3, 1000, -254, -1000]))
    assert codes.tolist() == [128, 129, 130, 255, 1, 0]
    assert codes.dtype == np.uint8


@pytest.mark.parametrize(
    ("x", "scale", "zero_point"),
    [
        ([0, 2, -3, -2.5, 1.34, 0.5], 0.0196078438, 153),
        ([-1.0, -2.1, -1.3, -2.5, -3.34, -4.0], 0.0156862754, 255),
        ([1.0, 2.1, 1.3, 2.5, 3.34, 4.0], 0.0156862754, 0),
    ],
    ids=["both signs", "all negative", "all positive"],
)
def test_onnx_dynamicquantizelinear_examples(x, scale, zero_point):
    """The ONNX backend's node tests `dynamicquantizelinear`; their scale is a float32."""
    params = QuantParams.from_range(*minmax_range(np.float32(x)))
    assert np.float32(params.scale) == pytest.approx(scale, rel=1e-7)
    assert params.zero_point == zero_point


@pytest.mark.parametrize(
    ("low", "high", "scale", "zero_point"),
    [(-10, 30, 0.156863, 64), (0, 30, 0.117647, 0), (-10, 0, 0.039216, 255)],
)
def test_tflite_examples(low, high, scale, zero_point):
    """`ChooseQuantizationParams` in TensorFlow's quantization_util_test.cc, to the digits given there."""
    params = QuantParams.from_range(low, high)
    assert round(params.scale, 6) == scale
    assert params.zero_point == zero_point


def test_pytorch_documentation_example():
    codes = QuantParams(0.1, 10).quantize(np.float32([-1, 0, 1, 2]))
    assert codes.tolist() == [0, 10, 20, 30]


def test_the_original_notebooks_printed_numbers():
    x = seed_data()
    q, scale, zero = asymmetric_quantization(x, 8)
    assert (scale, zero) == (4.117607843137255, 12)
    assert [*q[:3], *q[-3:]] == [16, 23, 17, 31, 48, 255]
    q, scale, zero = asymmetric_quantization_percentile(x, 8)
    assert (scale, zero) == (0.7842941490172503, 64)
    # All but the last, 1339, which its clamp let through.
    assert [*q[:3], *q[-3:]] == [86, 119, 92, 165, 254, 255]


# ---- brute force ----------------------------------------------------------------------------------


def nearest_code(x, params):
    """The code by its definition, in exact arithmetic: the nearest level, of two the one ONNX takes."""
    steps = round(Fraction(x) / Fraction(params.scale))  # Python rounds halves to even, like ONNX
    return min(max(steps + params.zero_point, params.qmin), params.qmax)


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("bits", [1, 2, 3, 7, 8, 9, 16])
def test_codes_are_those_of_exact_arithmetic(bits, signed):
    rng = np.random.default_rng(bits)
    params = QuantParams.from_range(-3.0, 5.0, bits, signed)
    # A power of two as the step makes the ties exact, so those are tried too.
    coarse = QuantParams(0.25, params.zero_point, bits, signed)
    ties = (np.arange(-40, 41) + 0.5) * 0.25
    for grid, x in ((params, rng.uniform(-9, 9, 500)), (coarse, ties)):
        assert grid.quantize(x).tolist() == [nearest_code(float(value), grid) for value in x]


def test_float32_is_divided_in_float32():
    """0.35 / 0.1 lies on a tie in float32 and below it in float64; ONNX divides float32 data in float32."""
    x, scale = np.float32(0.35), 0.1
    in_float32 = int(np.rint(x / np.float32(scale)))
    in_float64 = int(np.rint(float(x) / scale))
    assert in_float32 != in_float64
    assert QuantParams(scale, 0).quantize(x) == in_float32
    assert QuantParams(scale, 0).quantize(float(x)) == in_float64


def test_float16_is_divided_in_float32_and_integers_in_float64():
    half = np.arange(0x7C00, dtype=np.uint16).view(np.float16)  # all that are finite and not negative
    codes = np.clip(np.rint(half.astype(np.float32) / np.float32(0.3)) + 100, 0, 255)
    assert np.array_equal(QuantParams(0.3, 100).quantize(half), codes)
    assert not np.array_equal(QuantParams(0.3, 100).quantize(half.astype(np.float64)), codes)

    whole, wide = np.arange(-(2**15), 2**15, dtype=np.int16), QuantParams(2 / 7, 0, 16, signed=True)
    in_float64 = np.rint(whole.astype(np.float64) / (2 / 7)).clip(-(2**15), 2**15 - 1).tolist()
    assert wide.quantize(whole).tolist() == in_float64
    assert wide.quantize(whole.astype(np.float32)).tolist() != in_float64


def test_dequantize_in_float32_multiplies_in_float32():
    params = QuantParams(0.1, 3)
    q = np.arange(256)
    expected = np.array([np.float32(int(code) - 3) * np.float32(0.1) for code in q])
    got = params.dequantize(q.astype(np.uint8), dtype=np.float32)
    assert got.dtype == np.float32
    assert np.array_equal(got, expected)
    assert not np.array_equal(got, params.dequantize(q).astype(np.float32))


# ---- properties -----------------------------------------------------------------------------------


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("bits", range(1, 17))
@pytest.mark.parametrize(("low", "high"), [(-50, 150), (0, 1), (-7, 0), (10, 20), (-20, -10), (0, 0)])
def test_every_code_survives_the_round_trip_and_zero_is_exact(low, high, bits, signed):
    params = QuantParams.from_range(low, high, bits, signed)
    codes = np.arange(params.qmin, params.qmax + 1)
    for dtype in (np.float32, np.float64):
        levels = params.dequantize(codes, dtype)
        assert np.array_equal(params.quantize(levels), codes)
        assert levels[params.zero_point - params.qmin] == 0.0
    assert params.dtype.itemsize == (1 if bits <= 8 else 2)
    # The zero point is rounded, so the ends may lie half a step off the range, and no more.
    assert params.low - params.scale / 2 <= min(low, 0) * (1 + 1e-12)
    assert params.high + params.scale / 2 >= max(high, 0) * (1 - 1e-12)


def test_inside_the_representable_range_half_a_step_bounds_the_error():
    params = QuantParams.from_range(-50, 150, 4)
    x = np.linspace(params.low, params.high, 100_001)
    error = np.abs(x - params.dequantize(params.quantize(x)))
    assert params.scale / 2 * 0.999 < error.max() <= params.scale / 2 * (1 + 1e-12)


def test_infinities_and_huge_values_saturate_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for dtype in (np.float16, np.float32, np.float64):
            limit = np.finfo(dtype).max
            x = np.array([-np.inf, -limit, limit, np.inf], dtype=dtype)
            assert QuantParams(1e-4, 7).quantize(x).tolist() == [0, 0, 255, 255]


def test_int8_range_is_not_computed_in_int8():
    assert minmax_range(np.int8([-128, 127])) == (-128.0, 127.0)
    assert QuantParams.from_range(*minmax_range(np.int8([-128, 127])), bits=np.int8(8)).scale == 1.0


@pytest.mark.parametrize("percentile", [50.5, 90, 99, 99.99, 100])
@pytest.mark.parametrize("dtype", [np.int8, np.float16, np.float32, np.float64])
def test_percentile_range_is_numpys_in_float64(dtype, percentile):
    x = np.random.default_rng(3).uniform(-100, 100, 777).astype(dtype)
    low, high = np.percentile(x.astype(np.float64), [100 - percentile, percentile])
    assert percentile_range(x, percentile) == (low, high)
    assert percentile_range(x, 100) == minmax_range(x)


def test_interpolation_leaks_the_fraction_of_the_outliers_gap_that_the_formula_gives():
    for n in (100, 1_000, 10_000, 100_000):
        x = np.zeros(n)
        x[-1] = 1.0  # the gap is 1, so the upper end is the leak itself
        _, high = percentile_range(x, 99.99)
        assert high == pytest.approx(max(0, 1 - (n - 1) * 0.01 / 100), abs=1e-9)


def test_measures_against_the_definitions():
    rng = np.random.default_rng(5)
    x = rng.normal(size=1000)
    x_hat = x + rng.normal(scale=0.1, size=1000)
    errors = [float(a) - float(b) for a, b in zip(x, x_hat, strict=True)]
    assert mse(x, x_hat) == pytest.approx(sum(e * e for e in errors) / 1000)
    assert largest_error(x, x_hat) == max(abs(e) for e in errors)
    power = sum(float(a) ** 2 for a in x) / 1000
    assert sqnr_db(x, x_hat) == pytest.approx(10 * np.log10(power / mse(x, x_hat)))


def test_sqnr_at_its_edges():
    assert sqnr_db([1.0, 2.0], [1.0, 2.0]) == np.inf
    assert sqnr_db([0.0, 0.0], [0.0, 0.0]) == np.inf
    assert sqnr_db([0.0, 0.0], [0.0, 0.5]) == -np.inf
    for size in (1e-300, 1e300):  # squares of these under- and overflow
        assert sqnr_db([3 * size, 4 * size], [3 * size, 4.5 * size]) == pytest.approx(20)
    assert sqnr_db([1e200, 1.0], [1e200, 2.0]) == pytest.approx(4000)
    assert sqnr_db([1e-200], [1.0]) == pytest.approx(-4000)
    assert sqnr_db([1.5e308], [-1.5e308]) == pytest.approx(-20 * np.log10(2))
    assert sqnr_db([5e-324], [0.0]) == 0
    assert sqnr_db([1e-323], [5e-324]) == pytest.approx(20 * np.log10(2))
    assert np.isfinite(sqnr_db([1.0, 5e-324], [1.0, 0.0]))


@pytest.mark.parametrize("percentile", [90, 99, 99.99, 100])
def test_clipping_and_rounding_add_up_to_the_whole(percentile):
    x = outlier_data(seed=8)
    params = QuantParams.from_range(*percentile_range(x, percentile))
    parts = split_mse(x, params)
    assert parts.clipping + parts.rounding == pytest.approx(mse(x, params.dequantize(params.quantize(x))))
    assert (parts.clipping > 1e-3) == (percentile < 100)


def test_asymmetric_round_trip_takes_what_quantization_returns():
    x = seed_data()
    for data in (x, [0, 3e38], [-3e38, 0], [0, 0]):  # 3e38 is near float32's largest
        for bits in range(1, 17):
            q, scale, zero = asymmetric_quantization(data, bits)
            error = np.max(np.abs(data - asymmetric_dequantization(q, scale, zero)))
            assert error <= scale * (1 + 1e-12)
    assert asymmetric_dequantization([], 1.0, 0).size == 0


# ---- harmless input ---------------------------------------------------------------------------------


class Subclass(np.ndarray):
    """Stands for memmap and its like."""


def test_harmless_forms_of_the_same_data_give_the_same():
    x = np.array([-1.5, 0.25, 2.0, 7.0])
    frozen, strided = x.copy(), np.repeat(x, 2)[::2]
    frozen.flags.writeable = False
    params = QuantParams.from_range(-2, 4)
    forms = [x.tolist(), frozen, strided, x.astype(">f8"), x[::-1].copy()[::-1], x.view(Subclass)]
    for form in forms:
        before = np.array(form)
        assert np.array_equal(params.quantize(form), params.quantize(x))
        assert np.array_equal(clamp(form, -1, 3), clamp(x, -1, 3))
        assert minmax_range(form) == (-1.5, 7.0)
        assert np.array_equal(np.array(form), before)
    assert params.quantize(7.0).shape == () == clamp(np.array(7.0), 0, 1).shape
    assert params.quantize([]).shape == params.dequantize([]).shape == (0,)
    assert type(clamp(x.view(Subclass), 0, 1)) is np.ndarray


def test_clamp_returns_a_new_array_of_the_same_dtype_even_where_nothing_is_clamped():
    for dtype in ("i1", "u2", "i8", "f2", "f4", "f8", ">i4"):
        x = np.array([1, 2, 3], dtype=dtype)
        result = clamp(x, 0, 100)
        assert not np.shares_memory(result, x)
        assert result.dtype == x.dtype


def test_clamp_bounds_beyond_the_dtype_act_as_its_ends():
    assert clamp(np.int8([-128, 5, 127]), -1e9, np.inf).tolist() == [-128, 5, 127]
    assert clamp(np.uint8([0, 200]), -5, 10**30).tolist() == [0, 200]
    assert clamp(np.uint8([0, 200]), -9, -5).tolist() == [0, 0]
    for dtype, power in (("i4", 31), ("u4", 32), ("i8", 63), ("u8", 64)):
        x = np.array([1, 2], dtype)
        for bound in (np.float32(2) ** power, np.float64(2) ** power, float(2**power), 2**power):
            assert clamp(x, 0, bound).tolist() == [1, 2], (dtype, type(bound))
    assert clamp(np.int32([7]), np.float16(0), np.float16(5)).tolist() == [5]
    assert np.isnan(clamp([np.nan, 9.0], 0, 1)[0])


def test_levels_are_finite_in_float32_up_to_the_edge():
    for bits in range(1, 17):
        for zero_point in (0, 2**bits // 3, 2**bits - 1):
            steps = max(zero_point, 2**bits - 1 - zero_point)
            for scale in (LARGEST / steps, LARGEST / steps * (1 - 2e-8), LARGEST / steps * (1 + 2e-8)):
                try:
                    params = QuantParams(scale, zero_point, bits)
                except ValueError:
                    assert scale > LARGEST / steps * (1 - 1e-7)
                else:
                    assert np.isfinite(params.dequantize([0, 2**bits - 1], np.float32)).all()


@pytest.mark.parametrize("dtype", ["f4", "f2", "i4", ">f8"])
def test_blocks_take_little_memory_whatever_the_data(dtype):
    x = np.random.default_rng(1).normal(scale=50, size=4_000_000).astype(dtype)
    params = QuantParams.from_range(-200, 200)
    codes, reals = params.quantize(x), np.empty(x.shape, np.float32)
    calls = {
        "quantize": lambda: params.quantize(x, out=codes),
        "dequantize": lambda: params.dequantize(codes, np.float32, out=reals),
        "minmax_range": lambda: minmax_range(x),
        "percentile_range": lambda: percentile_range(x, 99.99),
    }
    for name, call in calls.items():
        tracemalloc.start()
        call()
        peak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        assert peak < 3, name


def test_params_are_immutable_comparable_and_readable():
    params = QuantParams(np.float64(0.5), np.int64(3), np.int8(4))
    assert params == QuantParams(0.5, 3, 4)
    assert hash(params) == hash(QuantParams(0.5, 3, 4))
    assert repr(params) == "QuantParams(scale=0.5, zero_point=3, bits=4, signed=False)"
    with pytest.raises(AttributeError):
        params.scale = 1.0


# ---- the module itself ----------------------------------------------------------------------------


def test_import_needs_numpy_alone():
    code = "import sys, quantlib; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "numpy" in modules.split()
    assert not {"matplotlib", "IPython", "PIL"} & set(modules.split())


def test_public_names_are_documented_with_a_source_and_a_worked_line():
    for public in quantlib.__all__:
        text = getattr(quantlib, public).__doc__
        assert text, public
        if public != "ErrorParts":
            assert "Source: " in text or "Source:\n" in text, public
            assert ">>> " in text, public
