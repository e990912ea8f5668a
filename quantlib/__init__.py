"""quantlib: the helper module of the quantization course (not the finance library of that name).

Real numbers become small integers and come back: `clamp`, the parameters `QuantParams`, two ways to
find a range, and measures of what was lost. Read the modules in this order: `clamping`, `params`,
`ranges`, `asymmetric`, `measures`. What they share, `inputs`, `blocks` and `tails`, can be skipped at first.

Left to an import of their own: `quantlib.figures` (needs matplotlib), `quantlib.data` (the lessons'
data) and `quantlib.practice` (the exercises' checks).
"""

from quantlib.asymmetric import (
    asymmetric_dequantization,
    asymmetric_quantization,
    asymmetric_quantization_percentile,
)
from quantlib.clamping import clamp
from quantlib.measures import ErrorParts, largest_error, mse, split_mse, sqnr_db
from quantlib.params import QuantParams
from quantlib.ranges import minmax_range, percentile_range

__all__ = [
    "ErrorParts",
    "QuantParams",
    "asymmetric_dequantization",
    "asymmetric_quantization",
    "asymmetric_quantization_percentile",
    "clamp",
    "largest_error",
    "minmax_range",
    "mse",
    "percentile_range",
    "split_mse",
    "sqnr_db",
]
