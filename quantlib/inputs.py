"""What every public function does first: turn what it was handed into numbers, or say what is wrong.

Holds the checks that other modules share: arrays of real numbers, of finite ones and of codes, one real
number, one whole number. What they let through is a plain ``ndarray``, ``float`` or ``int``.

Leaves out checks with one user (a clamp's bounds, a percentile's limits), which stand where they are used.
"""

from numbers import Integral, Real

import numpy as np

from quantlib.blocks import extremes

# True is an int to Python, and a time span one to NumPy; neither is a number of ours.
NOT_NUMBERS = (bool, np.bool_, np.timedelta64)
# NumPy's own: other packages bring floats of 8 bits, which its functions do not all know.
NUMBERS = np.typecodes["AllInteger"] + np.typecodes["Float"]


def real_array(x, name):
    """Return `x` as a plain array of integers or floats, without copying it when it is one already.

    Lists, scalars, 0-d, read-only, strided and big-endian arrays are all fine; NaN and infinities
    pass (what they mean is the caller's to say). Floats wider than float64 are narrowed to it.

    Raises TypeError for anything else: text, booleans, complex numbers, dates, objects, records, and
    masked arrays, whose mask would be lost without a word.
    """
    parts = [x, *x] if isinstance(x, (list, tuple)) else [x]
    if any(isinstance(part, np.ma.MaskedArray) for part in parts):
        raise TypeError(f"{name} is a masked array: fill or drop its masked values first")
    try:
        array = np.asarray(x)
    except (ValueError, RuntimeError) as error:
        raise ValueError(f"{name} must be a regular array of real numbers: {error}") from None
    if array.dtype.char not in NUMBERS:
        raise TypeError(f"{name} must hold integers or floats, got dtype {array.dtype}")
    if array.dtype.kind == "f" and array.dtype.itemsize > 8:
        with np.errstate(over="ignore", under="ignore"):
            array = array.astype(np.float64)
    return array


def code_array(q, name, smallest, largest):
    """Return `q` as `real_array` does, and insist on integers in the limits; nothing at all passes."""
    array = real_array(q, name)
    if array.size == 0:
        return array
    if array.dtype.kind not in "iu":
        raise TypeError(f"{name} must hold integer codes, got dtype {array.dtype}")
    dtype = np.iinfo(array.dtype)
    # A dtype that holds nothing but codes needs no look at the values.
    if dtype.min < smallest or dtype.max > largest:
        low, high = array.min(), array.max()
        if low < smallest or high > largest:
            raise ValueError(f"{name} must hold codes from {smallest} to {largest}, got {low}..{high}")
    return array


def finite_extremes(array, name):
    """Return the smallest and the largest of an array's values, as floats; insist on finite ones.

    Raises ValueError for an empty array, NaN or an infinity.
    """
    if array.size == 0:
        raise ValueError(f"{name} must hold at least one value, got an empty array of shape {array.shape}")
    low, high = extremes(array)
    if not -np.inf < low <= high < np.inf:
        first = int(np.flatnonzero(~np.isfinite(array))[0])
        raise ValueError(f"{name} must be finite, got {array.flat[first]} at flat index {first}")
    return low, high


def finite_array(x, name):
    """Return `x` as `real_array` does, and insist on values as `finite_extremes` does."""
    array = real_array(x, name)
    finite_extremes(array, name)
    return array


def _scalar(value):
    """Return what a 0-d array holds, and anything else as it is."""
    return value[()] if type(value) is np.ndarray and value.ndim == 0 else value


def real_number(value, name):
    """Return `value`, one int or float (Python's or NumPy's), as a Python int or float; inf passes.

    Python's, because they compare exactly: ``np.float32(2**31) > 2**31 - 1`` is False.

    Raises TypeError for anything that is not one real number, a bool included, and ValueError for
    NaN and for an integer too large for a float.
    """
    value = _scalar(value)
    if isinstance(value, NOT_NUMBERS) or not isinstance(value, Real):
        raise TypeError(f"{name} must be one real number, got {value!r}")
    try:
        number = float(value)
    except OverflowError:
        raise ValueError(f"{name} must fit a float, got a number larger than all of them") from None
    if number != number:
        raise ValueError(f"{name} must be a number, got nan")
    return int(value) if isinstance(value, Integral) else number


def whole_number(value, name, smallest, largest):
    """Return `value`, an int (Python's or NumPy's) from `smallest` to `largest`, as a Python int.

    Python's, because NumPy's small integers wrap: ``2 ** np.int8(8)`` is 0.

    Raises TypeError for anything that is not an integer, a bool included, and ValueError outside the
    limits.
    """
    value = _scalar(value)
    if isinstance(value, NOT_NUMBERS) or not isinstance(value, Integral):
        raise TypeError(f"{name} must be an integer, got {value!r}")
    if not smallest <= value <= largest:
        raise ValueError(f"{name} must be from {smallest} to {largest}, got {value}")
    return int(value)
