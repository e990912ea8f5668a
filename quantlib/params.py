"""The two numbers that map reals to codes and back: scale and zero point.

Holds `QuantParams`, with `from_range`, `quantize` and `dequantize`: affine (asymmetric), per-tensor
quantization as the ONNX operators QuantizeLinear and DequantizeLinear define it. Leaves out
how a range is found (`quantlib.ranges`), one scale per channel, and arithmetic on codes.
"""

from dataclasses import dataclass

import numpy as np

from quantlib.blocks import BLOCK, blocks, output
from quantlib.inputs import code_array, real_array, real_number, whole_number

SMALLEST, LARGEST = map(float, (np.finfo(np.float32).tiny, np.finfo(np.float32).max))


@dataclass(frozen=True)
class QuantParams:
    """A grid of ``2**bits`` evenly spaced levels, one of which is exactly 0.0.

    `scale` is the step between two levels, in the unit of the data; `zero_point` is the code of 0.0.
    Codes run from 0 to ``2**bits - 1``, or, signed, from ``-2**(bits-1)`` on.

    Raises TypeError or ValueError for bits outside 1..16, a zero point that is not a code, and a scale
    that is no positive normal float32 or whose levels overflow float32.
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
        steps = max(self.zero_point - self.qmin, self.qmax - self.zero_point)
        in_float32 = float(np.float32(self.scale)) if SMALLEST <= self.scale <= LARGEST else np.inf
        if steps * max(self.scale, in_float32) > LARGEST:
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

        Widened, so that 0.0 has a code. Rounding the zero point shifts the levels by up to half a
        step against the range. A range of 0..0 gives scale 1.0.

        Raises ValueError for ``low > high``, ends that are not finite, and a range too wide or too
        narrow for float32; TypeError for ends that are not real numbers.
        Source: ONNX operator DynamicQuantizeLinear, but computed in float64.

        >>> QuantParams.from_range(-10, 30)
        QuantParams(scale=0.1568627450980392, zero_point=64, bits=8, signed=False)
        """
        codes = cls(1.0, 0, bits, signed)  # sees to bits and signed
        low, high = real_number(low, "low"), real_number(high, "high")
        if not -np.inf < low <= high < np.inf:
            raise ValueError(f"low must not be above high, both finite, got low={low}, high={high}")
        low, high = min(low, 0.0), max(high, 0.0)
        scale = (float(high) - float(low)) / (codes.qmax - codes.qmin) if high > low else 1.0
        try:
            return cls(scale, codes.qmin - round(low / scale), bits, signed)  # round: halves to even
        except (ValueError, ArithmeticError):
            raise ValueError(f"low and high must give levels in float32, got {low} and {high}") from None

    def quantize(self, x, out=None):
        """Return the codes of `x`: ``clamp(rint(x / scale) + zero_point, qmin, qmax)``.

        `x` is array-like, of any shape, in the unit of the scale; the codes have its shape and the
        dtype `self.dtype`, and go into `out` when it is given. Halves round to even; infinities
        become the first and last code. Float16 and float32 are divided in float32, all else in float64.

        Raises ValueError for NaN, which no code stands for (`out` is worthless then), TypeError for what
        is not real numbers, and either for an `out` that does not fit. Source: ONNX QuantizeLinear.

        >>> QuantParams(scale=0.5, zero_point=0).quantize([0.25, 0.75, 1.0, 900.0])
        array([  0,   2,   2, 255], dtype=uint8)
        """
        array = real_array(x, "x")
        codes = output(out, array, self.dtype)
        working = np.float32 if array.dtype.kind == "f" and array.dtype.itemsize <= 4 else np.float64
        buffer = np.empty(min(array.size, BLOCK), working)  # one for all blocks
        with np.errstate(all="ignore"):  # the formula above, in blocks; a quotient that overflows is clamped
            for piece, target in blocks(array, working, codes):
                steps = np.divide(piece, working(self.scale), out=buffer[: piece.size])
                if np.isnan(steps).any():
                    raise ValueError(f"x must not hold NaN, got {np.isnan(array).sum()} of {array.size}")
                np.rint(steps, out=steps)
                steps += self.zero_point
                np.clip(steps, self.qmin, self.qmax, out=steps)
                np.copyto(target, steps, casting="unsafe")  # last: an integer cast too early wraps
        return codes

    def dequantize(self, q, dtype=np.float64, out=None):
        """Return the reals that the codes `q` stand for: ``(q - zero_point) * scale``.

        `q` is array-like of integers, of any shape; the result has its shape, the unit of the scale
        and the given dtype, and goes into `out` when it is given. Float32 is computed in float32.

        Raises TypeError for codes that are not integers and for a dtype other than float32 and
        float64, ValueError for a code outside qmin..qmax, and either for an `out` that does not fit.
        Source: ONNX operator DequantizeLinear.

        >>> QuantParams(scale=0.5, zero_point=10).dequantize([0, 10, 20])
        array([-5.,  0.,  5.])
        """
        codes = code_array(q, "q", self.qmin, self.qmax)
        if not isinstance(dtype, (type, np.dtype)) or dtype not in (np.float32, np.float64):
            raise TypeError(f"dtype must be float32 or float64, got {dtype!r}")
        reals = output(out, codes, np.dtype(dtype))
        for piece, target in blocks(codes, codes.dtype, reals):
            np.copyto(target, piece)  # floats first: in uint8 arithmetic 0 - 64 is 192
            np.subtract(target, self.zero_point, out=target)
            np.multiply(target, reals.dtype.type(self.scale), out=target)
        return reals
