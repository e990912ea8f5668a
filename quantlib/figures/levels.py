"""The course's recurring pictures: number line, staircase, error, histogram with its range.

Holds `number_line`, `staircase`, `rounding_error` and `histogram`. Each takes data or parameters and
returns Axes; `show` puts them on the page.
"""

import numpy as np

from quantlib.figures.style import BLUE, GREY, LIGHT, ORANGE, blank, styled


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


@styled
def staircase(params, low, high, title):
    """Draw the reconstruction against the value from `low` to `high`. Returns the Axes."""
    x = np.linspace(low, high, 2001)
    ax = blank(title, "value x", "reconstruction x̂")
    ax.plot(x, x, "--", color=GREY, linewidth=1.5)
    ax.text(high, high, " x̂ = x", color=GREY, va="center")
    ax.plot(x, params.dequantize(params.quantize(x)), color=BLUE)
    return ax


@styled
def rounding_error(params, low, high, title):
    """Draw the error ``x - x̂`` from `low` to `high`, with the half-step bound. Returns the Axes."""
    x = np.linspace(low, high, 2001)
    ax = blank(title, "value x", "error x − x̂")
    for bound, label in ((params.scale / 2, "+ half a step"), (-params.scale / 2, "− half a step")):
        ax.axhline(bound, color=GREY, linestyle="--", linewidth=1.5)
        ax.text(high, bound, " " + label, color=GREY, va="center")
    ax.plot(x, x - params.dequantize(params.quantize(x)), color=ORANGE)
    return ax


@styled
def histogram(x, limits, title, x_label="value x"):
    """Draw how `x` is distributed, with the range ``limits = (low, high)`` marked. Returns the Axes."""
    ax = blank(title, x_label, "values per bin")
    ax.hist(x, bins=100, color=LIGHT, edgecolor=BLUE, linewidth=0.5)
    for limit, side in zip(limits, ("right", "left"), strict=True):
        ax.axvline(limit, color=ORANGE)
        ax.text(
            limit, 0.97, f" {limit:g} ", color=ORANGE, ha=side, va="top", transform=ax.get_xaxis_transform()
        )
    return ax
