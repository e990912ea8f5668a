"""The course's three functions with the names of the notebook that it grew from.

Holds `asymmetric_quantization`, `asymmetric_quantization_percentile` and
`asymmetric_dequantization`: each a line or two over `quantlib.params` and `quantlib.ranges`, which
hold the ideas and name the errors.

Leaves out everything that needs the parameters as one object: use `QuantParams` for that.
"""

from quantlib.inputs import code_array, finite_array, finite_extremes, real_array, whole_number
from quantlib.params import QuantParams
from quantlib.ranges import percentile_range


def asymmetric_quantization(params, bits):
    """Quantize `params` over its own range; return ``(quantized, scale, zero)``.

    `params` is array-like of finite real numbers, of any shape; `quantized` holds its unsigned codes
    of `bits` bits. Errors are those of `minmax_range` and `QuantParams.from_range`.

    Source: Krishnamoorthi 2018 (arXiv:1806.08342), section 2.1.

    >>> quantized, scale, zero = asymmetric_quantization([-1.0, 0.0, 1.0, 2.0], 2)
    >>> quantized, scale, zero
    (array([0, 1, 2, 3], dtype=uint8), 1.0, 1)
    """
    params = real_array(params, "params")
    return _quantization(params, finite_extremes(params, "params"), bits)


def asymmetric_quantization_percentile(params, bits, percentile=99.99):
    """Quantize `params` over its percentile range; return ``(quantized, scale, zero)``.

    As `asymmetric_quantization`, but values beyond the percentiles (widened to contain 0.0) are
    clamped. Errors are those of `percentile_range` and `QuantParams.from_range`.

    Source: the percentile calibration of Wu et al. 2020 (arXiv:2004.09602), section 3.4; theirs cuts
    the largest absolute values, this one both tails.

    >>> asymmetric_quantization_percentile([0, 1, 2, 3, 4], 2, percentile=75)
    (array([0, 1, 2, 3, 3], dtype=uint8), 1.0, 0)
    """
    params = finite_array(params, "params")
    return _quantization(params, percentile_range(params, percentile), bits)


def _quantization(params, limits, bits):
    bits = whole_number(bits, "bits", 1, 16)
    try:
        grid = QuantParams.from_range(*limits, bits)
    except ValueError as error:
        raise ValueError(f"params must have a range that can be quantized: {error}") from None
    return grid.quantize(params), grid.scale, grid.zero_point


def asymmetric_dequantization(quantized, scale, zero):
    """Return the reals that the unsigned codes stand for, as float64: ``(quantized - zero) * scale``.

    `quantized`, `scale` and `zero` are what the two functions above return. Errors are those of
    `QuantParams` and `QuantParams.dequantize`.

    Source: ONNX operator DequantizeLinear.

    >>> asymmetric_dequantization([0, 1, 2, 3], 1.0, 1)
    array([-1.,  0.,  1.,  2.])
    """
    codes = code_array(quantized, "quantized", 0, 2**16 - 1)
    largest = max(whole_number(zero, "zero", 0, 2**16 - 1), int(codes.max(initial=0)))
    # The number of bits is not handed over: take the fewest that hold the codes and the zero point.
    bits = max(1, largest.bit_length())
    return QuantParams(scale, zero, bits).dequantize(codes)
