"""The course's figures: functions that draw into Axes and return them, and `show`.

Plotting code lives here, because it is not what the lessons teach. The recurring pictures are in
`levels`, the lessons' own in modules named after their subject, the common look in `style`.
"""

from quantlib.figures.levels import histogram, number_line, rounding_error, staircase
from quantlib.figures.minmax import covered
from quantlib.figures.outliers import errors_against_limit, leaks, two_ranges, winner_maps
from quantlib.figures.photographs import photographs
from quantlib.figures.rounding import code_cells, nearest_and_truncated
from quantlib.figures.saturation import day, two_ends
from quantlib.figures.style import show

__all__ = [
    "code_cells",
    "covered",
    "day",
    "errors_against_limit",
    "histogram",
    "leaks",
    "nearest_and_truncated",
    "number_line",
    "photographs",
    "rounding_error",
    "show",
    "staircase",
    "two_ends",
    "two_ranges",
    "winner_maps",
]
