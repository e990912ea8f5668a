"""Figures of lesson 01: which level a value goes to, and how far away that is."""

import numpy as np

from quantlib.figures.style import BLUE, GREY, LIGHT, ORANGE, blank, styled


@styled
def nearest_and_truncated(x, nearest, truncated, step, title):
    """Draw two staircases, and under them the error of each. Returns the two Axes."""
    top, bottom = blank(title, "value x", "reconstruction x̂", rows=2, height=6.4)
    top.plot(x, x, "--", color=GREY, linewidth=1.5)
    bottom.set_ylabel("error x − x̂")
    for share, label in ((1, "one step"), (0.5, "half a step"), (-0.5, "− half a step")):
        bottom.axhline(share * step, color=GREY, linestyle="--", linewidth=1.5)
        bottom.text(x[-1], share * step, f"   {label}", color=GREY, va="center")
    for x_hat, color, style in ((truncated, ORANGE, "-"), (nearest, BLUE, "-")):
        top.plot(x, x_hat, style, color=color)
        bottom.plot(x, x - x_hat, style, color=color)
    # The last value before the end, where the two staircases are a step apart.
    last = np.flatnonzero(nearest != truncated)[-1]
    top.text(x[-1], nearest[last], "   nearest", color=BLUE, va="center")
    top.text(x[-1], truncated[last], "   truncated", color=ORANGE, va="center")
    return top, bottom


@styled
def code_cells(x, codes, title):
    """Draw which of the values `x` get which code. Returns the Axes.

    `codes` maps the name of a way to round to the codes of `x`, in steps of 1; one row for each.
    """
    ax = blank(title, "value x, in steps", height=3.4)
    for row, q in enumerate(codes.values()):
        for code in np.unique(q):
            low, high = x[q == code][[0, -1]]
            shade = LIGHT if code % 2 == 0 else "white"
            ax.barh(-row, high - low, left=low, height=0.72, color=shade, edgecolor=BLUE, linewidth=1.5)
            if high - low > 0.4:
                ax.text((low + high) / 2, -row, f"{code:.0f}", color=BLUE, ha="center", va="center")
    ax.set_yticks(-np.arange(len(codes)), list(codes))
    ax.tick_params(axis="y", length=0)
    ax.set_xticks(np.arange(np.ceil(x[0]), x[-1] + 0.5))
    ax.spines["left"].set_visible(False)
    return ax
