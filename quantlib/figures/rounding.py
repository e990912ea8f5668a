"""Figures of lesson 01: which level a value goes to, and how far away that is."""

import numpy as np

from quantlib.figures.style import BLUE, GREY, LIGHT, ORANGE, blank, styled


@styled
def nearest_and_truncated(x, nearest, truncated, step, title):
    """Draw two staircases, and under them the error of each. Returns the two Axes."""
    top, bottom = blank(title, "value x", "reconstruction x̂", rows=2, height=6)
    bottom.set_ylabel("error x − x̂")
    bottom.set_xlim(x[0], x[-1])
    end = x[-1] + (x[-1] - x[0]) / 60
    top.plot(x, x, "--", color=GREY, linewidth=1.5)
    for share, label in ((1, "a step"), (0.5, "half a step"), (-0.5, "− half a step")):
        bottom.axhline(share * step, color=GREY, linestyle="--", linewidth=1.5)
        bottom.text(end, share * step, label, color=GREY, va="center")
    # Wide below narrow, so that both are seen where they agree.
    for x_hat, color, width in ((truncated, ORANGE, 6), (nearest, BLUE, 2.2)):
        top.plot(x, x_hat, color=color, linewidth=width)
        bottom.plot(x, x - x_hat, color=color, linewidth=width)
    top.text(end, nearest[-1], "nearest", color=BLUE, va="center")
    top.text(end, truncated[-1], "truncated", color=ORANGE, va="center")
    return top, bottom


@styled
def code_cells(x, codes, title):
    """Draw which of the values `x` get which code. Returns the Axes.

    `codes` maps the name of a way to round to the integer codes of `x`; one row for each.
    """
    ax = blank(title, "value x, in steps", height=3.4)
    for row, q in enumerate(codes.values()):
        for code in np.unique(q):
            low, high = x[q == code][[0, -1]]
            shade = LIGHT if code % 2 == 0 else "white"
            ax.barh(-row, high - low, left=low, height=0.72, color=shade, edgecolor=BLUE, linewidth=1.5)
            if high - low > 0.4:
                ax.text((low + high) / 2, -row, f"{code:d}", color=BLUE, ha="center", va="center")
    ax.set_yticks(-np.arange(len(codes)), list(codes))
    ax.tick_params(axis="y", length=0)
    ax.set_xticks(np.arange(np.ceil(x[0]), x[-1] + 0.5))
    ax.set_xlim(x[0], x[-1])
    ax.spines["left"].set_visible(False)
    return ax
