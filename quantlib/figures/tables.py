"""Counts of right answers as text in percent, for the tables of lesson 06.

Rounded from whole numbers, so that they are the same on every computer.
"""

import numpy as np


def each(counts, of):
    """Return every count in percent of `of`, side by side.

    >>> each([492, 490], 500)
    ' 98.4  98.0'
    """
    return " ".join(f"{100 * count / of:5.1f}" for count in counts)


def mean(counts, of):
    """Return the mean of the counts in percent of `of`.

    >>> mean([492, 490], 500)
    '98.2'
    """
    return f"{100 * int(np.sum(counts)) / (np.size(counts) * of):z.1f}"


def spread(counts, of):
    """Return the mean of the counts, the least and the greatest, in percent of `of`.

    >>> spread([492, 490], 500)
    '98.2 (98.0 to 98.4)'
    """
    return f"{mean(counts, of)} ({100 * min(counts) / of:.1f} to {100 * max(counts) / of:.1f})"
