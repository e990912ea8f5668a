"""Figures of lesson 03: a range, and the part of it where no data lies."""

import numpy as np

from quantlib.figures.style import BLUE, GREY, LIGHT, ORANGE, blank, styled


@styled
def covered(x, bin_width, limits, idle, label, title, x_label="value x"):
    """Draw how `x` is distributed under the range ``limits = (low, high)`` that the codes cover.

    The part ``idle = (from, to)`` is shaded and carries `label`. Returns the Axes.
    """
    ax = blank(title, x_label, "values per bin")
    first = np.floor(x.min() / bin_width) * bin_width
    counts, _, _ = ax.hist(
        x, np.arange(first, x.max() + bin_width, bin_width), color=LIGHT, edgecolor=BLUE, linewidth=0.5
    )
    top = counts.max()
    ax.axvspan(*idle, ymax=1.0 / 1.3, color=GREY, alpha=0.12, linewidth=0)
    ax.text(np.mean(idle), top / 2, label, color=GREY, ha="center", va="center")
    ax.plot(limits, [1.12 * top] * 2, "|-", color=ORANGE, markersize=16, markeredgewidth=3)
    for limit, side in zip(limits, ("left", "right"), strict=True):
        ax.text(limit, 1.22 * top, f"{limit:g}".replace("-", "−"), color=ORANGE, ha=side, va="center")
    ax.text(np.mean(limits), 1.22 * top, "covered by the codes", color=ORANGE, ha="center", va="center")
    ax.set_ylim(0, 1.3 * top)
    return ax
