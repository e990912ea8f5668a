"""Working through a large array in blocks that fit a processor's cache.

``np.rint(x / scale)`` on ten million values writes two temporary arrays to memory and reads them
back. Done block by block, the temporaries stay in the cache: the same code, several times faster, and
one to three megabytes of extra memory whatever the size of the data.

Holds `blocks`, the one loop that `quantize`, `dequantize` and the range finders share, `float_dtype`,
`extremes`, and `output`. Leaves out threads, which gain little where memory is the limit.
"""

import numpy as np

BLOCK = 2**17  # values; half a megabyte as float32


def blocks(x, dtype, out=None):
    """Yield `x` piece by piece, each of one dimension and of the given dtype; with `out`, as pairs.

    What is written into the second of a pair is in `out` once the loop has ended. The order is that of
    memory, not of index. NumPy's own iterator sees to strides, byte order and dtypes.
    """
    operands, dtypes = ([x], [dtype]) if out is None else ([x, out], [dtype, out.dtype])
    access = [["readonly"], ["writeonly"]][: len(operands)]
    flags = ["external_loop", "buffered", "zerosize_ok"]
    with np.nditer(operands, flags, access, dtypes, casting="same_kind", buffersize=BLOCK) as pieces:
        yield from pieces


def float_dtype(x):
    """Return the float dtype that `x` is compared in: float32 where that holds all, else float64."""
    return np.result_type(x.dtype, np.float32)


def extremes(x):
    """Return the smallest and the largest value of `x`, not empty, as floats; both NaN if it holds one."""
    ends = np.array([(piece.min(), piece.max()) for piece in blocks(x, float_dtype(x))])
    return float(ends[:, 0].min()), float(ends[:, 1].max())


def output(out, x, dtype):
    """Return `out`, an array to write the result for `x` into, or a new one when it is None.

    Raises TypeError for what is not a plain array of the dtype, and ValueError for another shape, a
    read-only array, and one that shares memory with `x`.
    """
    if out is None:
        return np.empty_like(x, dtype=dtype)
    if type(out) is not np.ndarray or out.dtype != dtype:
        got = f"dtype {out.dtype}" if type(out) is np.ndarray else type(out).__name__
        raise TypeError(f"out must be a NumPy array of dtype {dtype}, got {got}")
    if out.shape != x.shape:
        raise ValueError(f"out must have the shape of the data, {x.shape}, got {out.shape}")
    if not out.flags.writeable or np.shares_memory(out, x):
        raise ValueError("out must be writeable memory of its own, got a read-only array or the data's")
    return out
