"""The course's figures: functions that draw into Axes and return them, and `show`.

Plotting code lives here, because it is not what the lessons teach. The common look is in `style`, the
recurring number line in `levels`, the lessons' own figures in modules named after their subject.
"""

from quantlib.figures.errors import errors_against_cut, two_errors
from quantlib.figures.levels import number_line
from quantlib.figures.minmax import covered
from quantlib.figures.network import answers, layer_histograms, misreadings
from quantlib.figures.outliers import errors_against_limit, leaks, two_ranges, winner_maps
from quantlib.figures.photographs import photographs
from quantlib.figures.rounding import code_cells, nearest_and_truncated
from quantlib.figures.saturation import day, two_ends
from quantlib.figures.style import show

__all__ = [
    "answers",
    "code_cells",
    "covered",
    "day",
    "errors_against_cut",
    "errors_against_limit",
    "layer_histograms",
    "leaks",
    "misreadings",
    "nearest_and_truncated",
    "number_line",
    "photographs",
    "show",
    "two_ends",
    "two_errors",
    "two_ranges",
    "winner_maps",
]
