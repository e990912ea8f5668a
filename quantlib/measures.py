"""How much was lost: measures of the error between data `x` and its reconstruction `x_hat`.

Holds the mean squared error, the signal-to-quantization-noise ratio, the largest error, and the
split of the squared error into its clipping and its rounding part. All compute in float64.

Leaves out what the error does to a model that uses the data: a small error can matter much, and a
large one little.
"""

from typing import NamedTuple

import numpy as np

from quantlib.inputs import finite_array
from quantlib.params import QuantParams


def _pair(x, x_hat):
    """Return both as float64 arrays, or say which of the two does not fit."""
    x, x_hat = finite_array(x, "x"), finite_array(x_hat, "x_hat")
    if x.shape != x_hat.shape:
        raise ValueError(f"x_hat must have the shape of x, {x.shape}, got {x_hat.shape}")
    return x.astype(np.float64, copy=False), x_hat.astype(np.float64, copy=False)


def mse(x, x_hat):
    """Return the mean squared error of `x_hat`, in the unit of `x` squared.

    `x` and `x_hat` are array-like of finite real numbers, of one shape. The result is ``inf`` where
    the sum of the squares overflows float64 (errors of some 1e154).

    Raises ValueError for empty, unequal or non-finite data; TypeError for what is not real numbers.

    Source: the definition.

    >>> mse([0.0, 1.0], [0.0, 1.5])
    0.125
    """
    x, x_hat = _pair(x, x_hat)
    with np.errstate(over="ignore", under="ignore"):
        return float(np.mean((x - x_hat) ** 2))


def largest_error(x, x_hat):
    """Return the largest absolute error of `x_hat`, in the unit of `x`.

    Arguments and errors raised as for `mse`. Source: the definition.

    >>> largest_error([0.0, 1.0], [0.25, 0.5])
    0.5
    """
    x, x_hat = _pair(x, x_hat)
    with np.errstate(over="ignore"):
        return float(np.max(np.abs(x - x_hat)))


def sqnr_db(x, x_hat):
    """Return the signal-to-quantization-noise ratio, ``10 * log10(mean(x**2) / mse)``, in decibels.

    Arguments and errors raised as for `mse`. Without any error it is ``inf``; zeros reconstructed
    with an error give ``-inf``. Ten more decibels are a tenth of the squared error.

    Source: Widrow and Kollár, Quantization Noise, 2008.

    >>> round(sqnr_db([3.0, 4.0], [3.0, 4.5]), 6)
    20.0
    """
    x, x_hat = _pair(x, x_hat)
    if np.array_equal(x, x_hat):
        return np.inf
    # Only the ratio counts. Huge values halved, no difference overflows; in decibels, no square does.
    half = 0.5 if max(np.abs(x).max(), np.abs(x_hat).max()) > 1e300 else 1.0
    return _level_db(x * half) - _level_db(x * half - x_hat * half)


def _level_db(x):
    """Return ``10 * log10(mean(x**2))`` for data of any size, and ``-inf`` for zeros."""
    largest = np.abs(x).max()
    if largest == 0:
        return -np.inf
    return 20 * float(np.log10(largest)) + 10 * float(np.log10(np.mean((x / largest) ** 2)))


class ErrorParts(NamedTuple):
    """The two parts of a mean squared error, in the unit of the data squared."""

    clipping: float
    rounding: float


def split_mse(x, params):
    """Return the mean squared error that `params` makes on `x` as ``(clipping, rounding)``.

    A value outside ``params.low..params.high`` is first moved to the nearer end (clipping error);
    then, like every other value, to the nearest level (rounding error). A clipped value lies on a
    level already, so no value has both, and the two parts add up to the whole.

    `x` as for `mse`, `params` a `QuantParams`. Errors raised are those of `mse`, and a TypeError when
    `params` is something else.

    Source: the decomposition of Nagel et al. 2021 (arXiv:2106.08295), section 2.2.

    >>> split_mse([0.25, 5.0], QuantParams(scale=1.0, zero_point=0, bits=2))
    ErrorParts(clipping=2.0, rounding=0.03125)
    """
    if not isinstance(params, QuantParams):
        raise TypeError(f"params must be a QuantParams, got {params!r}")
    x = finite_array(x, "x")
    x_hat = params.dequantize(params.quantize(x))
    inside = np.clip(x.astype(np.float64), params.low, params.high)
    return ErrorParts(clipping=mse(x, inside), rounding=mse(inside, x_hat))
