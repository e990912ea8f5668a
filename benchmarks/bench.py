"""How fast quantlib is, as ratios of times: ``make bench``.

The two of a ratio run in turn, so that what disturbs the machine disturbs both; printed are the median of
the rounds' ratios and their quartiles. "Limit" is the time in which NumPy copies the float32 data into the
uint8 array. Torch and ONNX Runtime take part where they are installed, on one thread.
"""

import argparse
import importlib.util
import time
import tracemalloc

import numpy as np

from quantlib import QuantParams, minmax_range, percentile_range


def ratios(numerator, denominator, rounds):
    """Return the quartiles of the time of one function divided by that of another, round by round."""
    times = np.empty((rounds, 2))
    for both in times:
        for column, function in enumerate((numerator, denominator)):
            start = time.perf_counter()
            function()
            both[column] = time.perf_counter() - start
    return np.percentile(times[:, 0] / times[:, 1], [25, 50, 75])


def extra_megabytes(function):
    """Return how much memory a call takes at its peak, beside what was there before."""
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    function()
    peak = tracemalloc.get_traced_memory()[1] - before
    tracemalloc.stop()
    return peak / 1e6


def original(params):
    """The formula of the notebook that the course grew from; only its clamp is mended."""
    highest, lowest = np.max(params), np.min(params)
    scale = (highest - lowest) / (2**8 - 1)
    zero = -1 * np.round(lowest / scale)
    codes = np.round(params / scale) + zero
    codes[codes < 0] = 0
    codes[codes > 255] = 255
    return codes.astype(np.int32), scale, zero


def one_line(x, params):
    return np.clip(np.rint(x / np.float32(params.scale)) + params.zero_point, 0, 255).astype(np.uint8)


def onnxruntime_session():
    import onnxruntime
    from onnx import TensorProto, helper

    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        [helper.make_node("QuantizeLinear", ["x", "scale", "zero_point"], ["y"])],
        "one_node",
        [
            value("x", TensorProto.FLOAT, [None]),
            value("scale", TensorProto.FLOAT, []),
            value("zero_point", TensorProto.UINT8, []),
        ],
        [value("y", TensorProto.UINT8, [None])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    providers = ["CPUExecutionProvider"]
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=providers)


def rows(n):
    """Yield (what is divided by what, numerator, denominator) for `n` values."""
    x = np.random.default_rng(0).normal(size=n).astype(np.float32)
    doubles = x.astype(np.float64)
    params = QuantParams.from_range(*minmax_range(x))
    codes, reals = params.quantize(x), np.empty(n, np.float32)
    into = np.empty(n, np.uint8)

    def whole(data):
        return QuantParams.from_range(*minmax_range(data)).quantize(data)

    inside = (x - x.min()).clip(0, 255)  # other values have no defined cast

    def limit():
        np.copyto(into, inside, casting="unsafe")

    def quantize_into():
        params.quantize(x, out=into)

    def dequantize_into():
        params.dequantize(codes, np.float32, out=reals)

    yield (
        "original formula, float64 / range and quantize, float32",
        lambda: original(doubles),
        lambda: whole(x),
    )
    yield "original formula, float32 / range and quantize, float32", lambda: original(x), lambda: whole(x)
    yield "one line of NumPy / quantize", lambda: one_line(x, params), lambda: params.quantize(x)
    yield "quantize with out= / limit", quantize_into, limit
    yield "dequantize to float32 with out= / limit", dequantize_into, limit
    both = [100 - 99.99, 99.99]
    yield "np.percentile / percentile_range", lambda: np.percentile(x, both), lambda: percentile_range(x)
    if importlib.util.find_spec("torch"):
        import torch

        torch.set_num_threads(1)
        tensor = torch.from_numpy(x)
        grid = params.scale, params.zero_point, torch.quint8
        stored = torch.quantize_per_tensor(tensor, *grid)
        yield "quantize / torch", lambda: params.quantize(x), lambda: torch.quantize_per_tensor(tensor, *grid)
        yield "dequantize to float32 / torch", lambda: params.dequantize(codes, np.float32), stored.dequantize
        yield "dequantize to float32 with out= / torch", dequantize_into, stored.dequantize
    if importlib.util.find_spec("onnxruntime") and importlib.util.find_spec("onnx"):
        scale, zero_point = np.array(params.scale, np.float32), np.array(params.zero_point, np.uint8)
        inputs, session = {"x": x, "scale": scale, "zero_point": zero_point}, onnxruntime_session()
        yield "quantize / onnxruntime", lambda: params.quantize(x), lambda: session.run(None, inputs)


def memory(n):
    x = np.random.default_rng(0).normal(size=n).astype(np.float32)
    params = QuantParams.from_range(*minmax_range(x))
    into, reals = np.empty(n, np.uint8), np.empty(n, np.float32)
    codes = params.quantize(x)
    return {
        "quantize with out=": lambda: params.quantize(x, out=into),
        "dequantize with out=": lambda: params.dequantize(codes, np.float32, out=reals),
        "minmax_range": lambda: minmax_range(x),
        "percentile_range": lambda: percentile_range(x),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args().rounds
    for n in (1_000_000, 10_000_000):
        print(f"{n:,} values: median of {rounds} rounds (quartiles)")
        for name, numerator, denominator in rows(n):
            numerator(), denominator()  # once, so that memory is there
            low, middle, high = ratios(numerator, denominator, rounds)
            print(f"{middle:7.2f} ({low:.2f} to {high:.2f})  {name}")
        for name, function in memory(n).items():
            print(f"{extra_megabytes(function):7.1f} MB extra memory  {name}")


if __name__ == "__main__":
    main()
