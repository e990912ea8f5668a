"""The figure that recurs in most lessons: the number line with its levels and codes."""

import numpy as np

from quantlib.figures.style import BLUE, GREY, ORANGE, blank, styled


@styled
def number_line(params, values, title):
    """Draw the levels of `params` with their codes, and an arrow from each of `values` to its level.

    Returns the Axes. Meant for at most 16 levels and a few values.
    """
    codes = np.arange(params.qmin, params.qmax + 1)
    levels = params.dequantize(codes)
    ax = blank(title, "value x", height=3)
    ax.axhline(0, color=GREY, linewidth=1, zorder=1)
    ax.plot(levels, np.zeros(levels.size), "|", color=BLUE, markersize=26, markeredgewidth=3, label="levels")
    for level, code in zip(levels, codes, strict=True):
        ax.annotate(f"{code}", (level, -0.42), color=BLUE, ha="center", va="center")
    for value, target in zip(values, params.dequantize(params.quantize(values)), strict=True):
        ax.annotate(
            "", (target, 0.12), (value, 0.75), arrowprops={"arrowstyle": "->", "color": ORANGE, "lw": 2}
        )
    ax.plot(values, np.full(len(values), 0.75), "o", color=ORANGE, markersize=8, label="values")
    ax.text(-0.01, 0.75, "values", color=ORANGE, ha="right", va="center", transform=ax.get_yaxis_transform())
    ax.text(-0.01, -0.42, "codes", color=BLUE, ha="right", va="center", transform=ax.get_yaxis_transform())
    ax.set_ylim(-0.7, 1.05)
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    return ax
