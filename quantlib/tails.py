"""The two outer percentiles of a large array, exactly, without sorting it.

`numpy.percentile` copies and partitions the whole array to read off four values near its ends. To find
the same four, look at the ends only:

1. Sort a sample of some 16 √n values, evenly spread. Take two thresholds from it, such that few values
   lie beyond them, and yet, with a margin for the sample's luck, more than are wanted.
2. Pass through the array once and keep what lies beyond a threshold.
3. The wanted values are among those kept, or, where many values are alike, the threshold itself; one
   more pass then counts these. NumPy interpolates between the values.

A sample can mislead, say when every thousandth value is unlike the others. Then too few values are kept,
or too many. Both are seen, and the answer is None: ask `numpy.percentile`. So luck decides how long it
takes, never what comes out.

Leaves out percentiles near the middle (None), for which most values would be kept.
"""

import numpy as np

from quantlib.blocks import blocks, float_dtype

FEWEST = 2**15  # values; fewer are sorted soon enough
MOST = 1 / 16  # of all values may be kept


def tail_percentiles(x, percentile):
    """Return what ``np.percentile(x.astype(np.float64), [100 - percentile, percentile])`` does, or None.

    `x` is an array of real numbers, `percentile` above 50 and up to 100. None, also for data with NaN
    or infinities, says that another way must be taken.
    """
    n = x.size
    if n < FEWEST:
        return None
    # The places of both among the sorted values, counted from 0, mostly lie between two values.
    places = (n - 1) * (np.array([100 - percentile, percentile]) / 100)
    below = np.floor(places).astype(int)
    # The ranks of these two, counted from the nearer end of the sorted values.
    ranks = (below[0], below[0] + 1), (n - 1 - below[1], max(n - 2 - below[1], 0))

    in_a_row = x.ravel(order="K") if x.flags.forc else x.flat  # neither is a copy
    # An odd step meets every column of a table that has 2**k of them.
    sample = np.sort(in_a_row[:: int(np.sqrt(n) / 16) | 1]).astype(float_dtype(x))
    margins = [_margin(max(pair) + 1, sample.size / n) for pair in ranks]
    if sum(margins) > MOST * sample.size:
        return None
    low, high = sample[margins[0]], sample[-1 - margins[1]]
    kept = _beyond(x, low, high)
    if kept is None or not np.isfinite(np.append(kept, (low, high))).all():
        return None
    lower = _at_ranks(kept[kept < low], low, x, ranks[0])
    upper = _at_ranks(-kept[kept > high], -high, x, ranks[1], sign=-1)  # mirrored, it is a lower tail
    if lower is None or upper is None:
        return None
    return np.quantile(lower, places[0] - below[0]), np.quantile(-upper, places[1] - below[1])


def _margin(wanted, share):
    """Return a rank in a sample, a `share` of all values, that lies beyond `wanted` of them almost surely."""
    expected = wanted * share
    return int(expected + 4 * np.sqrt(expected) + 4)  # four standard deviations, and four more


def _beyond(x, low, high):
    """Return the values that do not lie in ``low..high``, NaN among them; None when they are too many."""
    kept, count = [], 0
    for piece in blocks(x, low.dtype):
        inside = piece >= low
        inside &= piece <= high
        kept.append(piece[~inside])
        count += kept[-1].size
        if count > MOST * x.size:
            return None
    return np.concatenate(kept)


def _at_ranks(inner, edge, x, ranks, sign=1):
    """Return the values at two ranks: all of `inner` come first, then as many of `edge` as `x` holds."""
    count = inner.size
    if count <= max(ranks):
        count += sum(np.count_nonzero(piece == sign * edge) for piece in blocks(x, edge.dtype))
    if count <= max(ranks):
        return None
    ordered = np.append(np.sort(inner), edge).astype(np.float64)
    return ordered[np.minimum(ranks, inner.size)]
