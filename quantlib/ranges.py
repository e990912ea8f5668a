"""Calibration: finding the range ``(low, high)`` that the codes shall cover.

Holds `minmax_range` and `percentile_range`. Both return the raw range of the data; widening it to
contain 0.0 is left to `QuantParams.from_range`, its one owner.

Leaves out ranges that minimise an error, and ranges gathered over several batches.
"""

import numpy as np

from quantlib.inputs import finite_array, finite_extremes, real_array, real_number
from quantlib.tails import tail_percentiles


def minmax_range(x):
    """Return ``(low, high)``, the smallest and the largest value of `x`, as floats.

    `x` is array-like of finite real numbers, of any shape; the range is in its unit.

    Raises ValueError for empty data, NaN and infinities; TypeError for data that is not real
    numbers.

    Source: Krishnamoorthi 2018 (arXiv:1806.08342), section 2.5.

    >>> minmax_range([3, -1, 2])
    (-1.0, 3.0)
    """
    return finite_extremes(real_array(x, "x"), "x")


def percentile_range(x, percentile=99.99):
    """Return ``(low, high)``, the (100 - p)-th and the p-th percentile of `x`, as floats.

    `x` is array-like of finite real numbers, of any shape; the range is in its unit. `percentile`
    is in percent, above 50 and up to 100 (which is min-max): it gives up about (100 - p) percent
    of the values on *each* side. Between two values it interpolates linearly, in float64.

    Raises ValueError for empty data, NaN, infinities and a percentile outside its limits (0.9999
    where 99.99 was meant); TypeError for what is not real numbers.

    Source: `numpy.percentile`, method "linear" (definition 7 of Hyndman and Fan 1996).

    >>> percentile_range(range(101), percentile=90)
    (10.0, 90.0)
    """
    percentile = real_number(percentile, "percentile")
    if not 50 < percentile <= 100:
        raise ValueError(f"percentile must be above 50 and at most 100, in percent, got {percentile}")
    array = real_array(x, "x")
    if percentile == 100:
        return finite_extremes(array, "x")
    found = tail_percentiles(array, percentile)
    with np.errstate(over="ignore", invalid="ignore"):
        if found is None:
            both = [100 - percentile, percentile]
            found = np.percentile(finite_array(array, "x").astype(np.float64), both)
        low, high = found
        span = high - low
    if not np.isfinite(span):
        raise ValueError(f"x must span less than the largest float, got {array.min()} to {array.max()}")
    return float(low), float(high)
