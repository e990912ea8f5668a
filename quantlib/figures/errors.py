"""Figures of lesson 05: the error against the share that is cut off, and against the range."""

import matplotlib.pyplot as plt
import numpy as np

from quantlib.figures.style import BLUE, GREY, ORANGE, STYLE, styled

_FROM = {"textcoords": "offset points"}


def _panels(names, title):
    width, height = STYLE["figure.figsize"]
    figure, axes = plt.subplots(1, len(names), figsize=(width, height + 0.6), sharey=True)
    figure.suptitle(title, x=0.01, ha="left", fontsize=STYLE["axes.titlesize"])
    for ax, name in zip(axes, names, strict=True):
        ax.set_title(name, loc="center")
    return axes


@styled
def errors_against_cut(cuts, curves, title):
    """Draw the MSE, divided by the least of its curve, against the percent cut off on each side.

    `curves` maps a panel's title to a mapping from bits to an array of shape ``(data sets, cuts)``; the
    first of the `cuts` is 0, which is min-max and stands apart on the left. Returns the Axes.
    """
    axes = _panels(curves, title)
    apart = cuts[1] / 6
    for ax, panel in zip(axes, curves.values(), strict=True):
        for color, dashes, (bits, errors) in zip(
            (ORANGE, GREY, BLUE), ("--", ":", "-"), panel.items(), strict=True
        ):
            relative = errors / errors.min(axis=1, keepdims=True)
            ax.loglog(cuts[1:], relative[:, 1:].T, dashes, color=color, linewidth=1.6)
            ax.loglog(np.full(len(relative), apart), relative[:, 0], "o", color=color, markersize=5)
            ax.annotate(f"{bits} bits", (cuts[-1], relative[0, -1]), (5, -5), color=color, **_FROM)
        ax.set_xticks([apart, 0.01, 0.1, 1, 10], ["none", "0.01", "0.1", "1", "10"])
        ax.minorticks_off()
        ax.set_xlim(apart / 1.6, 60)
        ax.set_xlabel("percent cut off, each side")
    axes[0].set_yticks([1, 3, 10, 30, 100], ["1", "3", "10", "30", "100"])
    axes[0].set_ylabel("MSE ÷ the least MSE")
    return axes


@styled
def two_errors(limits, curves, title):
    """Draw the clipping and the rounding part of the MSE against the limit of a symmetric range.

    `curves` maps a panel's title to ``(clipping, rounding)``, each an array like `limits`. A ring marks
    where the parts cross, a dot where their sum is least. Returns the Axes, one for each panel.
    """
    axes = _panels(curves, title)
    for ax, (clipping, rounding) in zip(axes, curves.values(), strict=True):
        total = clipping + rounding
        best, crossing = int(np.argmin(total)), int(np.argmax(clipping < rounding))
        ax.semilogy(limits, total, color=BLUE)
        ax.semilogy(limits, clipping, "--", color=ORANGE)
        ax.semilogy(limits, rounding, ":", color=GREY)
        ax.semilogy(limits[best], total[best], "o", color=BLUE, markersize=9)
        ring = {"markersize": 10, "markerfacecolor": "white", "markeredgewidth": 2}
        ax.semilogy(limits[crossing], rounding[crossing], "o", color=GREY, **ring)
        where, words = (limits[best], total[best]), f"sum least at {limits[best]:.2f}"
        ax.annotate(words, where, (0, 34), color=BLUE, **_FROM)
        # Below the ring there is room between the two parts; further right it lies left of the ring.
        side = "right" if crossing > limits.size / 3 else "center"
        where, words = (limits[crossing], rounding[crossing]), f"crossing\nat {limits[crossing]:.2f}"
        ax.annotate(words, where, (0, -52), color=GREY, ha=side, va="center", **_FROM)
        last, low = limits.size - 1, int(np.flatnonzero(clipping > 1e-4)[-1])
        ax.annotate("clipping", (limits[low], clipping[low]), (8, 4), color=ORANGE, **_FROM)
        ax.annotate("rounding", (limits[last], rounding[last]), (0, -22), color=GREY, ha="right", **_FROM)
        ax.set_xlabel("limit, in standard deviations")
    axes[0].set_ylim(5e-6, 3)
    axes[0].set_ylabel("mean squared error")
    return axes
