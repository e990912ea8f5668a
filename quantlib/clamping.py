"""Clamping: moving every value that lies outside two bounds onto the nearer bound.

Holds `clamp`. Leaves out the choice of the bounds (see `quantlib.ranges`).
"""

import math

import numpy as np

from quantlib.inputs import real_array, real_number


def clamp(x, lower, upper):
    """Return a new array with every value of `x` moved into ``lower..upper``.

    `x` is array-like of integers or floats, of any shape; the result has its shape and dtype, and
    `x` itself is never written. NaN stays NaN. The bounds are rounded to the dtype of a float array;
    for integers they must be whole. A bound beyond the ends of the dtype acts as that end.

    Raises ValueError when ``lower > upper`` (where `numpy.clip` returns `upper` without a word), when
    a bound is NaN, or when it is fractional and `x` holds integers; TypeError for data or bounds
    that are not real numbers.

    Source: ONNX operator Clip, for ``lower <= upper``.

    >>> clamp([-7, 100, 300], 0, 255)
    array([  0, 100, 255])
    """
    array = real_array(x, "x")
    lower, upper = real_number(lower, "lower"), real_number(upper, "upper")
    if lower > upper:
        raise ValueError(f"lower must not be above upper, got lower={lower} and upper={upper}")
    lower, upper = _bound(lower, "lower", array.dtype), _bound(upper, "upper", array.dtype)
    # np.clip answers a 0-d array with a scalar; asarray makes it an array again.
    return np.asarray(np.clip(array, lower, upper), dtype=array.dtype)


def _bound(value, name, dtype):
    """Return the bound as a number that `dtype` holds, moved to an end of the dtype if it lies beyond."""
    if dtype.kind == "f":
        if math.isinf(value):
            return dtype.type(value)
        smallest, largest = float(np.finfo(dtype).min), float(np.finfo(dtype).max)
    else:
        if math.isfinite(value) and value != int(value):
            raise ValueError(f"{name} must be whole for data of dtype {dtype}, got {value}")
        smallest, largest = np.iinfo(dtype).min, np.iinfo(dtype).max
    return dtype.type(min(max(value, smallest), largest))
