"""The two numbers that map reals to codes and back: scale and zero point.

Holds `QuantParams`, with `from_range`, `quantize` and `dequantize`: affine (asymmetric), per-tensor
quantization as the ONNX operators QuantizeLinear and DequantizeLinear define it.

Leaves out how a range is found (`quantlib.ranges`), one scale per channel, arithmetic on codes.
"""

from dataclasses import dataclass

import numpy as np

from quantlib.clamping import clamp
from quantlib.inputs import real_array, real_number, whole_number

SMALLEST, LARGEST = map(float, (np.finfo(np.float32).tiny, np.finfo(np.float32).max))


@dataclass(frozen=True)
class QuantParams:
    """A grid of ``2**bits`` evenly spaced levels, one of which is exactly 0.0.

    `scale` is the step between two levels, in the unit of the data; `zero_point` is the code that
    means 0.0. Codes run from 0 to ``2**bits - 1``, or, signed, from ``-2**(bits-1)`` on.

    Raises TypeError or ValueError for bits outside 1..16, a zero point that is not a code, and a
    scale that float32 does not hold as a positive normal number or whose levels overflow float32.

    Source: ONNX operators QuantizeLinear and DequantizeLinear; Jacob et al. 2018, eq. 1.

    >>> params = QuantParams(scale=2.0, zero_point=128)
    >>> params.quantize([0, 2, 3, 1000, -254, -1000])
    array([128, 129, 130, 255,   1,   0], dtype=uint8)
    """

    scale: float
    zero_point: int
    bits: int = 8
    signed: bool = False

    def __post_init__(self):
        set_field = super().__setattr__  # the way round a frozen dataclass; fields end up plain Python
        set_field("bits", whole_number(self.bits, "bits", 1, 16))
        if not isinstance(self.signed, bool):
            raise TypeError(f"signed must be True or False, got {self.signed!r}")
        set_field("zero_point", whole_number(self.zero_point, "zero_point", self.qmin, self.qmax))
        set_field("scale", float(real_number(self.scale, "scale")))
        if not (self.scale >= SMALLEST and max(-self.low, self.high) <= LARGEST):
            raise ValueError(f"scale and levels must be normal float32, scale above 0, got {self.scale}")

    @property
    def qmin(self):
        """The smallest code."""
        return -(2 ** (self.bits - 1)) if self.signed else 0

    @property
    def qmax(self):
        """The largest code."""
        return self.qmin + 2**self.bits - 1

    @property
    def dtype(self):
        """The smallest integer dtype that holds the codes."""
        return np.dtype(f"{'int' if self.signed else 'uint'}{8 if self.bits <= 8 else 16}")

    @property
    def low(self):
        """The lowest level: the real number that the code `qmin` stands for."""
        return (self.qmin - self.zero_point) * self.scale

    @property
    def high(self):
        """The highest level: the real number that the code `qmax` stands for."""
        return (self.qmax - self.zero_point) * self.scale

    @classmethod
    def from_range(cls, low, high, bits=8, signed=False):
        """Return the parameters whose levels cover ``low..high``, widened to contain 0.0.

        Widened, so that 0.0 has a code of its own. Rounding the zero point shifts the levels by up
        to half a step against the range. A range of 0..0 gives scale 1.0.

        Raises ValueError for ``low > high``, ends that are not finite, and a range too wide or too
        narrow for float32; TypeError for ends that are not real numbers.

        Source: ONNX operator DynamicQuantizeLinear, with the arithmetic in float64.

        >>> QuantParams.from_range(-10, 30)
        QuantParams(scale=0.1568627450980392, zero_point=64, bits=8, signed=False)
        """
        bits = whole_number(bits, "bits", 1, 16)
        low, high = real_number(low, "low"), real_number(high, "high")
        if not -np.inf < low <= high < np.inf:
            raise ValueError(f"low must not be above high, both finite, got low={low}, high={high}")
        low, high = min(low, 0.0), max(high, 0.0)
        scale = (high - low) / (2**bits - 1) if high > low else 1.0
        if not SMALLEST <= scale <= LARGEST:
            raise ValueError(f"low and high must give a step that float32 holds, got low={low}, high={high}")
        qmin = -(2 ** (bits - 1)) if signed else 0
        return cls(scale, qmin - int(np.rint(low / scale)), bits, signed)

    def quantize(self, x):
        """Return the codes of `x`: ``clamp(rint(x / scale) + zero_point, qmin, qmax)``.

        `x` is array-like, of any shape, in the unit of the scale; the codes have its shape and the
        dtype `self.dtype`. Halves round to even; infinities become the first and the last code.
        Float16 and float32 are divided in float32, as ONNX has it, all else in float64.

        Raises ValueError for NaN, which no code stands for; TypeError for what is not real numbers.

        Source: ONNX operator QuantizeLinear.

        >>> QuantParams(scale=0.5, zero_point=0).quantize([0.25, 0.75, 1.0, 900.0])
        array([  0,   2,   2, 255], dtype=uint8)
        """
        array = real_array(x, "x")
        if np.isnan(array).any():
            raise ValueError(f"x must not hold NaN, got {np.isnan(array).sum()} of {array.size}")
        working = np.float32 if array.dtype in (np.float16, np.float32) else np.float64
        # A quotient too large for the float becomes inf, and the clamp makes it the last code.
        with np.errstate(over="ignore", under="ignore"):
            steps = np.rint(array.astype(working) / working(self.scale))
        # Cast last: an integer cannot hold what lies beyond the codes, and would wrap.
        return clamp(steps + working(self.zero_point), self.qmin, self.qmax).astype(self.dtype)

    def dequantize(self, q, dtype=np.float64):
        """Return the reals that the codes `q` stand for: ``(q - zero_point) * scale``.

        `q` is array-like of integers, of any shape; the result has its shape, the unit of the scale
        and the given dtype. With float32 all arithmetic is in float32, as ONNX has it.

        Raises TypeError for codes that are not integers and for a dtype other than float32 and
        float64; ValueError for a code outside qmin..qmax.

        Source: ONNX operator DequantizeLinear.

        >>> QuantParams(scale=0.5, zero_point=10).dequantize([0, 10, 20])
        array([-5.,  0.,  5.])
        """
        codes = real_array(q, "q")
        if codes.size and codes.dtype.kind not in "iu":
            raise TypeError(f"q must hold integer codes, got dtype {codes.dtype}")
        outside = (codes < self.qmin) | (codes > self.qmax)
        if outside.any():
            raise ValueError(f"q must hold codes from {self.qmin} to {self.qmax}, got {codes[outside][0]}")
        if dtype not in (np.float32, np.float64):
            raise TypeError(f"dtype must be float32 or float64, got {dtype!r}")
        working = np.dtype(dtype).type
        # Widen first: in uint8 arithmetic 0 - 64 is 192.
        return np.asarray((codes.astype(np.int64) - self.zero_point).astype(working) * working(self.scale))
