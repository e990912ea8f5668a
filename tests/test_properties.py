"""What must hold for all data and all parameters, tried by hypothesis on the whole documented domain."""

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from quantlib import QuantParams, clamp, minmax_range, percentile_range
from quantlib.params import LARGEST, SMALLEST

EPSILON = {np.float32: 2.0**-24, np.float64: 2.0**-53}  # half a last bit, relative
FLOATS = st.sampled_from([np.float16, np.float32, np.float64])
INTEGERS = st.sampled_from([np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64])

settings.register_profile("course", deadline=None, max_examples=200, derandomize=True, database=None)
settings.load_profile("course")


@st.composite
def grids(draw):
    """Parameters of any bits and sign, scale and zero point, as far as the domain reaches."""
    bits, signed = draw(st.integers(1, 16)), draw(st.booleans())
    lowest = -(2 ** (bits - 1)) if signed else 0
    zero_point = draw(st.integers(lowest, lowest + 2**bits - 1))
    steps = max(zero_point - lowest, lowest + 2**bits - 1 - zero_point)
    widest = LARGEST / steps
    scale = float(np.exp(draw(st.floats(np.log(SMALLEST), np.log(widest)))))
    scale = draw(st.sampled_from([scale, float(np.float32(scale)), widest, SMALLEST]))
    try:
        return QuantParams(scale, zero_point, bits, signed)
    except ValueError:  # over the edge, by the rounding of the exponential or to float32
        assert scale < SMALLEST * (1 + 1e-6) or scale > widest * (1 - 1e-6)
        assume(False)


@st.composite
def grid_and_data(draw):
    """Parameters, and data of a size that fits them: inside, at the ends and beyond."""
    params, dtype = draw(grids()), draw(FLOATS)
    in_steps = hnp.arrays(np.float64, st.integers(1, 30), elements=st.floats(-(2**17), 2**17))
    with np.errstate(over="ignore", under="ignore"):
        return params, (draw(in_steps) * params.scale).astype(dtype)


def working(x):
    return np.float32 if x.dtype.itemsize <= 4 else np.float64


@given(grid_and_data())
def test_inside_the_error_is_half_a_step_and_outside_the_nearer_end(both):
    """The float term: the quotient and the product are rounded once each, in the working precision, and
    the scale to it; each moves the result by at most half a last bit of the value or of the step count."""
    params, x = both
    x = x[np.isfinite(x)]
    reals = params.dequantize(params.quantize(x), working(x)).astype(np.float64)
    exact = x.astype(np.float64)
    scale = float(working(x)(params.scale))
    low, high = (params.qmin - params.zero_point) * scale, (params.qmax - params.zero_point) * scale
    slack = 4 * EPSILON[working(x)] * np.maximum(np.abs(exact), scale)
    inside = (exact >= low) & (exact <= high)
    assert np.all(np.abs(reals - exact)[inside] <= (scale / 2 + slack)[inside])
    ends = np.array([low, high]).astype(working(x)).astype(np.float64)
    assert np.all(reals[exact < low] == ends[0])
    assert np.all(reals[exact > high] == ends[1])


@given(grid_and_data())
def test_codes_rise_with_the_data(both):
    params, x = both
    codes = params.quantize(np.sort(x)).astype(int)
    assert np.all(np.diff(codes) >= 0)


@settings(max_examples=100)
@given(grids(), st.sampled_from([np.float32, np.float64]))
def test_every_code_comes_back_and_zero_exactly(params, dtype):
    codes = np.arange(params.qmin, params.qmax + 1)
    reals = params.dequantize(codes, dtype)
    assert np.array_equal(params.quantize(reals), codes)
    assert reals[params.zero_point - params.qmin] == 0.0
    assert not np.signbit(reals[params.zero_point - params.qmin])
    assert params.quantize(dtype(0.0)) == params.quantize(dtype(-0.0)) == params.zero_point


@given(grid_and_data(), st.integers(-10, 10))
def test_a_power_of_two_scales_the_result_exactly(both, power):
    params, x = both
    x = x.astype(np.float64)
    factor = 2.0**power
    assume(params.scale * factor >= SMALLEST and max(-params.low, params.high) * factor <= LARGEST)
    scaled = QuantParams(params.scale * factor, params.zero_point, params.bits, params.signed)
    assert np.array_equal(scaled.quantize(x * factor), params.quantize(x))
    for dtype in (np.float32, np.float64):
        codes = params.quantize(x)
        assert np.array_equal(
            scaled.dequantize(codes, dtype), params.dequantize(codes, dtype) * dtype(factor)
        )


@given(
    hnp.arrays(np.float32, st.integers(1, 50), elements=st.floats(-1e6, 1e6, width=32)),
    st.integers(-20, 20),
    st.sampled_from([100, 99.9, 90, 60]),
)
def test_a_power_of_two_scales_the_range_exactly(x, power, percentile):
    x = np.where(np.abs(x) < 1e-6, 0, x)  # no subnormal numbers, which lose bits
    factor = np.float32(2.0**power)
    low, high = percentile_range(x, percentile)
    assert percentile_range(x * factor, percentile) == (low * factor, high * factor)


@given(st.data())
def test_ranges_contain_the_data_and_make_a_grid_that_covers_it(data):
    dtype = data.draw(st.one_of(FLOATS, INTEGERS))
    shape = hnp.array_shapes(max_dims=3, max_side=6)
    narrow = st.floats(-1e4, 1e4, width=16) if np.dtype(dtype).kind == "f" else None
    x = data.draw(hnp.arrays(dtype, shape, elements=narrow))
    bits, signed = data.draw(st.integers(1, 16)), data.draw(st.booleans())
    low, high = minmax_range(x)
    assert (low, high) == (float(x.min()), float(x.max()))
    step = (max(high, 0) - min(low, 0)) / (2**bits - 1)
    assume(step == 0 or step >= SMALLEST)
    params = QuantParams.from_range(low, high, bits, signed)
    assert params.low - params.scale * 0.5000001 <= min(low, 0)
    assert params.high + params.scale * 0.5000001 >= max(high, 0)
    handed_in = x.copy()
    params.quantize(x)
    assert np.array_equal(x, handed_in)


@given(
    hnp.arrays(st.one_of(FLOATS, INTEGERS), hnp.array_shapes(max_dims=3, max_side=5)),
    st.floats(allow_nan=False),
    st.floats(allow_nan=False),
)
@example(np.int64([2**62, -(2**63)]), -(2.0**63), 2.0**63)
def test_clamp_is_numpys_clip_where_both_are_defined(x, one, other):
    lower, upper = sorted([one, other])
    if x.dtype.kind != "f":
        lower, upper = (np.clip(np.rint(bound), -(2.0**70), 2.0**70) for bound in (lower, upper))
    handed_in = x.copy()
    clamped = clamp(x, lower, upper)
    assert np.array_equal(x, handed_in, equal_nan=x.dtype.kind == "f")
    assert clamped.dtype == x.dtype
    if x.dtype.kind == "f":
        with np.errstate(over="ignore", under="ignore"):
            top = float(np.finfo(x.dtype).max)
            ends = [b if np.isinf(b) else min(max(b, -top), top) for b in (lower, upper)]
            expected = np.clip(x, *np.array(ends).astype(x.dtype))
        assert np.array_equal(clamped, expected, equal_nan=True)
    else:
        least, largest = np.iinfo(x.dtype).min, np.iinfo(x.dtype).max
        ends = [min(max(int(bound), least), largest) for bound in (lower, upper)]
        assert clamped.ravel().tolist() == [min(max(int(v), ends[0]), ends[1]) for v in x.ravel()]


# ---- layout and byte order: a fixed list --------------------------------------------------------------

LAYOUTS = {
    "transposed": lambda x: np.ascontiguousarray(x.T).T,
    "Fortran": np.asfortranarray,
    "reversed": lambda x: x[::-1, ::-1].copy()[::-1, ::-1],
    "every second": lambda x: np.repeat(np.repeat(x, 2, axis=0), 2, axis=1)[::2, ::2],
    "a column of records": lambda x: np.rec.fromarrays([x, x], names="a,b")["b"],
    "unaligned": lambda x: np.frombuffer(b"-" + x.tobytes(), np.uint8)[1:].view(x.dtype).reshape(x.shape),
    "other byte order": lambda x: x.astype(x.dtype.newbyteorder()),
    "read-only": lambda x: np.broadcast_to(x, x.shape),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i1", "u2", "i4", "i8"])
def test_layout_and_byte_order_do_not_matter(layout, dtype):
    rng = np.random.default_rng(7)
    # Two decimals lie on ties of float32 that float64 does not have; 600 x 500 are several blocks.
    x = np.round(rng.uniform(-100, 100, (600, 500)), 2).astype(dtype)
    other = LAYOUTS[layout](x)
    params = QuantParams(0.1, 100)
    codes = params.quantize(x)
    assert np.array_equal(params.quantize(other), codes)
    into = np.empty(x.shape, np.uint8)
    assert params.quantize(other, out=into) is into
    assert np.array_equal(into, codes)
    assert np.array_equal(params.dequantize(LAYOUTS[layout](codes)), params.dequantize(codes))
    assert minmax_range(other) == minmax_range(x)
    for percentile in (99.9, 60):
        assert percentile_range(other, percentile) == percentile_range(x, percentile)
    assert np.array_equal(clamp(other, -5, 5), clamp(x, -5, 5))
