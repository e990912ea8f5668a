"""Figures of lesson 06: digits with a network's answers, its layers' histograms, its accuracy."""

import matplotlib.pyplot as plt
import numpy as np

from quantlib.figures.style import BLUE, GREY, LIGHT, ORANGE, STYLE, blank, styled

_LINES = (("o-", BLUE), ("s--", ORANGE), ("^:", GREY), ("D-.", "black"))


@styled
def answers(images, rows, title):
    """Draw a row of digits, each of 64 pixels, with rows of answers under it. Returns the Axes.

    `rows` maps a row's name to one answer for each image; an answer unlike that of the first row is
    framed.
    """
    width, _ = STYLE["figure.figsize"]
    figure, axes = plt.subplots(1, len(images), figsize=(width, 2.2), layout="none")
    figure.subplots_adjust(left=0.11, right=0.99, bottom=0.44, top=0.82, wspace=0.12)
    figure.suptitle(title, x=0.01, y=0.98, ha="left", fontsize=STYLE["axes.titlesize"])
    first = next(iter(rows.values()))
    for index, (ax, image) in enumerate(zip(axes, images, strict=True)):
        ax.imshow(image.reshape(8, 8), cmap="gray_r")
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_visible(False)
        for height, (name, row) in enumerate(rows.items()):
            y = -0.24 - 0.4 * height
            wrong = row[index] != first[index]
            frame = {"boxstyle": "round,pad=0.18", "facecolor": "none", "edgecolor": ORANGE, "linewidth": 2}
            ax.text(
                0.5,
                y,
                f"{row[index]}",
                color=ORANGE if wrong else BLUE,
                weight="bold" if wrong else "normal",
                ha="center",
                va="center",
                transform=ax.transAxes,
                bbox=frame if wrong else None,
            )
            if index == 0:
                ax.text(-0.35, y, name, color=GREY, ha="right", va="center", transform=ax.transAxes)
    return axes


@styled
def layer_histograms(kinds, ranges, title):
    """Draw how the values of every layer are distributed, with ranges under each.

    `kinds` maps a row's name to one array for each layer; `ranges` maps a range's name to a function
    that finds ``(low, high)`` of an array. Returns the Axes.
    """
    width, _ = STYLE["figure.figsize"]
    layers = len(next(iter(kinds.values())))
    figure, axes = plt.subplots(len(kinds), layers, figsize=(width, 2.7 * len(kinds)), sharey=True)
    figure.suptitle(title, x=0.01, ha="left", fontsize=STYLE["axes.titlesize"])
    for row, (kind, arrays) in zip(axes, kinds.items(), strict=True):
        for number, (ax, array) in enumerate(zip(row, arrays, strict=True), start=1):
            share = np.full(array.size, 100 / array.size)
            ax.hist(array.ravel(), bins=40, weights=share.ravel(), color=LIGHT, edgecolor=GREY, linewidth=0.5)
            ax.set_yscale("log")
            ax.set_ylim(2e-4, 300)
            ax.set_yticks([0.01, 1, 100], ["0.01", "1", "100"])
            ax.minorticks_off()
            for height, color, find in zip((2.6e-3, 6e-4), (BLUE, ORANGE), ranges.values(), strict=True):
                ax.plot(find(array), [height] * 2, "|-", color=color, markersize=11, markeredgewidth=3)
            ax.set_title(f"{kind}, layer {number}", loc="center", fontsize=STYLE["font.size"] - 1)
        row[0].set_ylabel("% of values")
    figure.text(0.02, 0.02, "range of each:", color=GREY, in_layout=False)
    for name, x, color in zip(ranges, (0.2, 0.32), (BLUE, ORANGE), strict=True):
        figure.text(x, 0.02, name, color=color, in_layout=False)
    figure.get_layout_engine().set(rect=(0, 0.08, 1, 0.92))
    return axes.ravel()


@styled
def misreadings(bits, found, level, title):
    """Draw the share of wrong answers against bits: the mean over networks, from the least to the greatest.

    `found` maps a line's name to percents of wrong answers, an array of shape ``(len(bits), networks)``;
    a thin line lies at `level`, what floats misread. Returns the Axes.
    """
    ax = blank(title, "bits", "misread, in % of the images", height=4.6)
    ax.axhline(level, color=GREY, linewidth=1)
    shifts = np.linspace(-0.12, 0.12, len(found))
    for (style, color), shift, (name, values) in zip(_LINES, shifts, found.items(), strict=False):
        middle, x = values.mean(axis=1), np.array(bits) + shift
        spread = [middle - values.min(axis=1), values.max(axis=1) - middle]
        # Only the bars stand beside each other: a line that is moved aside seems to lie higher or lower.
        ax.errorbar(x, middle, spread, fmt="none", ecolor=color, elinewidth=1.4, capsize=3)
        ax.plot(bits, middle, style, color=color, markersize=5, label=name)
    # Lines that run together have no room for labels beside them.
    ax.legend(frameon=False, loc="upper right")
    ax.text(min(bits) - 0.35, level, "in floats", color=GREY, va="bottom")
    ax.set_xticks(bits)
    ax.set_xlim(min(bits) - 0.4, max(bits) + 0.4)
    ax.set_yscale("log")
    ax.set_ylim(0.5, 150)
    ax.set_yticks([1, 10, 100], ["1", "10", "100"])
    return ax
