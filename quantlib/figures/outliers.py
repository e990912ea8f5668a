"""Figures of lesson 04: what one outlier does to a range, and to the error."""

import matplotlib.pyplot as plt
import numpy as np

from quantlib.figures.style import BLUE, GREY, LIGHT, ORANGE, STYLE, blank, styled

_FROM = {"textcoords": "offset points"}


@styled
def two_ranges(x, ranges, title):
    """Draw how `x` is distributed, on a logarithmic scale, with several ranges under it.

    `ranges` maps a name to ``(low, high)``. Returns the Axes.
    """
    ax = blank(title, "value x", "values per bin")
    ax.hist(x, bins=120, color=LIGHT, edgecolor=GREY, linewidth=0.5)
    ax.set_yscale("log")
    ax.set_ylim(0.02, None)
    ax.set_yticks([1, 10, 100])
    for height, color, (name, (low, high)) in zip((0.28, 0.06), (BLUE, ORANGE), ranges.items(), strict=True):
        ax.plot([low, high], [height, height], "|-", color=color, markersize=14, markeredgewidth=3)
        ax.text(high, height, f"  {name}", color=color, va="center", clip_on=False)
    ax.text(x.max(), 1.6, "the outlier", color=GREY, ha="center")
    return ax


@styled
def errors_against_limit(limits, curves, title):
    """Draw the clipping and the rounding part of the error against the upper limit of the range.

    `curves` maps a panel's title to ``(clipping, rounding)``, each an array like `limits`. Returns the
    Axes, one for each panel.
    """
    width, height = STYLE["figure.figsize"]
    figure, axes = plt.subplots(1, len(curves), figsize=(width, height + 0.6), sharey=True)
    figure.suptitle(title, x=0.01, ha="left", fontsize=STYLE["axes.titlesize"])
    for ax, (name, (clipping, rounding)) in zip(axes, curves.items(), strict=True):
        total = clipping + rounding
        best = int(np.argmin(total))
        ax.semilogy(limits, clipping, "--", color=ORANGE)
        ax.semilogy(limits, rounding, ":", color=GREY)
        ax.semilogy(limits, total, color=BLUE)
        ax.semilogy(limits[best], total[best], "o", color=BLUE, markersize=9)
        # The label goes where the curves leave room: above them on the right, beside them on the left.
        above = {"ha": "right", "xytext": (0, 60)} if best > limits.size / 2 else {"xytext": (0, 12)}
        ax.annotate(f"least at {limits[best]:.0f}", (limits[best], total[best]), color=BLUE, **above, **_FROM)
        middle, late = limits.size // 2, int(0.92 * limits.size)
        ax.annotate("rounding", (limits[middle], rounding[middle]), (0, -20), color=GREY, **_FROM)
        early = int(0.45 * limits.size)
        ax.annotate("sum", (limits[early], total[early]), (0, 12), color=BLUE, **_FROM)
        ax.annotate("clipping", (limits[late], clipping[late]), (-14, -44), color=ORANGE, ha="right", **_FROM)
        ax.set_title(name, loc="center")
        ax.set_xlabel("upper limit of the range")
    axes[0].set_ylabel("mean squared error")
    axes[0].set_ylim(1e-3, None)
    return axes


@styled
def winner_maps(bits, sizes, gains, title):
    """Draw, over bits and number of values, by which factor percentile has the smaller error.

    `gains` maps a panel's title to an array of shape ``(len(sizes), len(bits))``: the error of min-max
    divided by that of percentile. Returns the Axes, one for each panel.
    """
    width, height = STYLE["figure.figsize"]
    figure, axes = plt.subplots(1, len(gains), figsize=(width, height + 0.6), sharey=True)
    figure.suptitle(title, x=0.01, ha="left", fontsize=STYLE["axes.titlesize"])
    for ax, (name, gain) in zip(axes, gains.items(), strict=True):
        # From dark (min-max) to light (percentile), so that it reads in grey too.
        ax.imshow(np.log10(gain), cmap="cividis", vmin=-2, vmax=2, aspect="auto", origin="lower")
        for row, column in np.ndindex(gain.shape):
            factor, colour = _factor(gain[row, column]), "black" if gain[row, column] >= 1 else "white"
            ax.text(column, row, factor, ha="center", va="center", color=colour, fontsize=11)
        ax.set_xticks(range(len(bits)), bits)
        ax.set_yticks(range(len(sizes)), [f"{size:,}" for size in sizes])
        ax.set_title(name, loc="center")
        ax.set_xlabel("bits")
        ax.spines[:].set_visible(False)
    axes[0].set_ylabel("number of values n")
    return axes


def _factor(gain):
    """Write a factor with its winner, P or M; = stands for a difference below five percent."""
    if abs(np.log(gain)) < np.log(1.05):
        return "="
    factor = max(gain, 1 / gain)
    return f"{'P' if gain > 1 else 'M'} {factor:.{1 if factor < 9.95 else 0}f}"


@styled
def leaks(formula, measured, title):
    """Draw the leaked fraction of an outlier's gap against the number of values. Returns the Axes.

    `formula` is a function of n and p; `measured` maps p to a mapping from n to the leak found.
    """
    ax = blank(title, "number of values n", "leaked fraction of the gap")
    for style, color, (p, found) in zip(("-", "--"), (BLUE, ORANGE), measured.items(), strict=True):
        n = np.geomspace(min(found), max(found), 400)
        fraction = np.array([formula(count, p) for count in n])
        half = int(np.argmin(np.abs(fraction - 0.5)))
        ax.semilogx(n, fraction, style, color=color)
        ax.semilogx(list(found), list(found.values()), "o", color=color)
        ax.annotate(f"p = {p}", (n[half], fraction[half]), (12, 4), color=color, **_FROM)
    ax.set_xticks([100, 1_000, 10_000], ["100", "1,000", "10,000"])
    return ax
