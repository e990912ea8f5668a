"""Figures of lesson 02: what happens to values that the codes cannot hold."""

import numpy as np

from quantlib.figures.style import BLUE, GREY, ORANGE, blank, styled

_CENTRED = {"textcoords": "offset points", "ha": "center"}


@styled
def day(hours, measured, read_back, title):
    """Draw a day's temperatures as they were measured and as they are read back. Returns the Axes."""
    ax = blank(title, "hour of the day", "temperature in °C")
    ax.plot(hours, measured, "--", color=GREY)
    ax.plot(hours, read_back, "o-", color=ORANGE)
    warmest = int(np.argmax(measured))
    ax.annotate("measured", (hours[warmest], measured[warmest]), (0, 8), color=GREY, **_CENTRED)
    ax.annotate("read back", (hours[2], read_back[2]), (0, -24), color=ORANGE, **_CENTRED)
    ax.set_ylim(-45, 45)  # the same for every figure, so that they can be compared
    return ax


@styled
def two_ends(x, wrapped, saturated, title):
    """Draw the reconstruction against the value, wrapped and saturated. Returns the Axes."""
    ax = blank(title, "value x", "reconstruction x̂")
    ax.plot(x, x, "--", color=GREY, linewidth=1.5)
    ax.text(x[-1], x[-1], " x̂ = x", color=GREY, va="center")
    # A gap where the value jumps, so that no line is drawn that no value lies on.
    jumps = np.flatnonzero(np.abs(np.diff(wrapped)) > np.ptp(wrapped) / 2) + 1
    ax.plot(np.insert(x, jumps, np.nan), np.insert(wrapped, jumps, np.nan), color=ORANGE, linewidth=6)
    ax.plot(x, saturated, color=BLUE)
    ax.text(x[-1], saturated[-1], " saturated", color=BLUE, va="center")
    ax.text(x[-1], wrapped[-1], " wrapped", color=ORANGE, va="center")
    return ax
