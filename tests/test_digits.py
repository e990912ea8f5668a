"""The digits and networks of lesson 06: still what the script makes, and what an oracle computes too.

The oracle is onnxruntime, which runs the same network as an ONNX graph in float32. Nothing in
quantlib imports it, or scikit-learn.
"""

import subprocess
import sys
from functools import cache

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from quantlib import QuantParams, percentile_range
from quantlib.digits import FILE, PARTS, SEEDS, digits, forward, network
from tests.authoring import train_digits

TOLERANCE = 1e-4  # of the largest value of an array; one epoch of forty less moves some by ten times that


# ---- the file -----------------------------------------------------------------------------------------


@cache
def stored():
    with np.load(FILE) as file:
        return dict(file)


@cache
def retrained(seed=0, **options):
    chosen = train_digits.parts()["training"]
    images, labels = train_digits.images_and_labels()
    return train_digits.trained(seed, images[chosen], labels[chosen], **options)


def same_weights(layers, others):
    pairs = [pair for both in zip(layers, others, strict=True) for pair in zip(*both, strict=True)]
    return all(np.abs(a - b).max() <= TOLERANCE * np.abs(a).max() for a, b in pairs)


def predictions(layers, images):
    return forward(layers, images)[-1].argmax(axis=1)


def test_file_is_small_and_holds_scikit_learns_images():
    assert FILE.stat().st_size < 500_000
    images, labels = train_digits.images_and_labels()
    assert np.array_equal(stored()["images"], images)
    assert np.array_equal(stored()["labels"], labels)
    assert stored()["images"].dtype == np.uint8


def test_parts_are_the_scripts_and_share_no_image():
    assert tuple(train_digits.PARTS) == PARTS
    assert train_digits.SEEDS == SEEDS
    for name, part in train_digits.parts().items():
        assert np.array_equal(stored()[name], part)
    together = np.concatenate([stored()[name] for name in PARTS])
    assert np.array_equal(np.sort(together), np.arange(1797))


def test_script_still_makes_the_network():
    assert same_weights(network(0), retrained())
    images = stored()["images"]
    assert np.array_equal(predictions(network(0), images), predictions(retrained(), images))


@pytest.mark.parametrize("change", [{"epochs": 39}, {"rate": 0.0501}, {"decay": 0}, {"seed": 1}], ids=str)
def test_tolerance_catches_a_script_that_trains_otherwise(change):
    assert not same_weights(network(0), retrained(**change))


def test_script_writes_the_same_bytes_again(tmp_path, monkeypatch):
    monkeypatch.setattr(train_digits, "SEEDS", range(1))
    files = [tmp_path / "once.npz", tmp_path / "twice.npz"]
    for file in files:
        train_digits.main(file)
    assert files[0].read_bytes() == files[1].read_bytes()
    with np.load(files[0]) as file:
        assert file.files == list(stored())[: len(file.files)]


@pytest.mark.parametrize("seed", SEEDS)
def test_networks_have_learned(seed):
    for part, least in (("training", 0.99), ("test", 0.97)):
        images, labels = digits(part)
        assert np.mean(predictions(network(seed), images) == labels) >= least


def test_wrong_part_or_seed_is_named():
    with pytest.raises(ValueError, match="part must be one of training, calibration, test, got 'tests'"):
        digits("tests")
    with pytest.raises(ValueError, match="seed must be from 0 to 7, got 8"):
        network(8)
    for seed in (True, 1.0, "1"):
        with pytest.raises(TypeError, match="seed must be an integer"):
            network(seed)


def test_every_call_returns_arrays_of_its_own():
    images, _ = digits("test")
    images[:] = 0
    weights, offsets = network(0)[0]
    weights[:], offsets[:] = 0, 0
    assert digits("test")[0].max() == 16
    assert all(array.any() for array in network(0)[0])


def test_digits_need_numpy_alone():
    others = "('sklearn', 'matplotlib', 'onnx')"
    code = f"import sys, quantlib.digits; print([name for name in {others} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"


# ---- the oracle ---------------------------------------------------------------------------------------


def grids(layers, percentile):
    """8-bit parameters of each layer's inputs, from the calibration images, and of its weights."""
    inputs = forward(layers, digits("calibration")[0])[:-1]
    weights = [weights for weights, _ in layers]
    return [
        [QuantParams.from_range(*percentile_range(values, percentile)) for values in kind]
        for kind in (inputs, weights)
    ]


def onnx_model(layers, params):
    """The network with a QuantizeLinear and a DequantizeLinear on each layer's inputs and weights.

    Beside the result, every layer's inputs and the codes of both are outputs of the graph.
    """
    nodes, constants, outputs = [], [], ["result"]

    def constant(name, array):
        constants.append(numpy_helper.from_array(array, name))
        return name

    def node(kind, inputs, output):
        nodes.append(helper.make_node(kind, inputs, [output]))
        return output

    def there_and_back(name, grid):
        grid_of = [
            constant(f"{name}_scale", np.array(grid.scale, np.float32)),
            constant(f"{name}_zero", np.array(grid.zero_point, np.uint8)),
        ]
        outputs.extend([name, f"{name}_codes"])
        codes = node("QuantizeLinear", [name, *grid_of], f"{name}_codes")
        return node("DequantizeLinear", [codes, *grid_of], f"{name}_back")

    last = len(layers)
    for number, (weights, offsets) in enumerate(layers, start=1):
        into, of_weights = (kind[number - 1] for kind in params)
        constant(f"const{number}", weights)
        node("Identity", [f"const{number}"], f"weights{number}")
        x, w = there_and_back(f"inputs{number}", into), there_and_back(f"weights{number}", of_weights)
        product = node("MatMul", [x, w], f"product{number}")
        plus = [product, constant(f"offsets{number}", offsets)]
        total = node("Add", plus, "result" if number == last else f"sum{number}")
        if number < last:
            node("Relu", [total], f"inputs{number + 1}")
    images = helper.make_tensor_value_info("inputs1", TensorProto.FLOAT, [None, 64])
    kinds = {name: TensorProto.UINT8 if name.endswith("codes") else TensorProto.FLOAT for name in outputs}
    graph = helper.make_graph(
        nodes,
        "digits",
        [images],
        [helper.make_tensor_value_info(name, kind, [None, None]) for name, kind in kinds.items()],
        constants,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)
    onnx.checker.check_model(model, full_check=True)
    return model


def run(model, images, name="inputs1"):
    options = onnxruntime.SessionOptions()
    # Unchanged, as written: no node is merged with another, and no product is computed on codes.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    names, x = [output.name for output in session.get_outputs()], images.astype(np.float32)
    # Copied, while the input is alive: an output that passes the input through shares its memory.
    found = [np.array(value) for value in session.run(None, {name: x})]
    return dict(zip(names, found, strict=True))


@pytest.mark.parametrize("percentile", [100, 99])
@pytest.mark.parametrize("seed", SEEDS)
def test_onnxruntime_finds_the_same_codes_and_predictions(seed, percentile):
    """From the images to the ten outputs in float32, as ONNX has it."""
    layers, (images, _) = network(seed), digits("test")
    params = grids(layers, percentile)
    found = run(onnx_model(layers, params), images)

    # Each layer from what onnxruntime puts into it, since its sums may differ from ours in the last bit.
    differing = compared = 0
    for number, ((weights, offsets), into, of_weights) in enumerate(zip(layers, *params, strict=True), 1):
        x, codes = found[f"inputs{number}"], found[f"inputs{number}_codes"]
        differing += np.sum(into.quantize(x) != codes)
        differing += np.sum(of_weights.quantize(weights) != found[f"weights{number}_codes"])
        compared += codes.size + weights.size
        result = one_layer(x, weights, offsets, into, of_weights)
        if number < len(layers):
            assert np.allclose(np.maximum(result, 0), found[f"inputs{number + 1}"], rtol=1e-5, atol=1e-4)
    assert (differing, compared) == (0, 500 * (64 + 48 + 32) + 64 * 48 + 48 * 32 + 32 * 10)
    assert np.allclose(result, found["result"], rtol=1e-5, atol=1e-4)
    assert np.array_equal(result.argmax(axis=1), found["result"].argmax(axis=1))

    # And all three in one go, where a last bit may decide a rare tie.
    x, differing = images.astype(np.float32), 0
    for number, ((weights, offsets), into, of_weights) in enumerate(zip(layers, *params, strict=True), 1):
        differing += np.sum(into.quantize(x) != found[f"inputs{number}_codes"])
        result = one_layer(x, weights, offsets, into, of_weights)
        x = np.maximum(result, 0)
    assert differing <= 10
    assert np.array_equal(result.argmax(axis=1), found["result"].argmax(axis=1))


def one_layer(x, weights, offsets, into, of_weights):
    x_hat = into.dequantize(into.quantize(x), np.float32)
    return x_hat @ of_weights.dequantize(of_weights.quantize(weights), np.float32) + offsets


@pytest.mark.parametrize("seed", SEEDS)
def test_onnxruntime_makes_the_same_predictions_in_floats(seed):
    images, _ = digits("test")
    nodes, constants, name = [], [], "images"
    for number, layer in enumerate(network(seed), start=1):
        for kind, array in zip("wo", layer, strict=True):
            constants.append(numpy_helper.from_array(array, f"{kind}{number}"))
        nodes.append(helper.make_node("Gemm", [name, f"w{number}", f"o{number}"], [f"sum{number}"]))
        nodes.append(helper.make_node("Relu", [f"sum{number}"], [name := f"relu{number}"]))
    kind = TensorProto.FLOAT
    ends = [helper.make_tensor_value_info(name, kind, [None, None]) for name in ("images", "sum3")]
    graph = helper.make_graph(nodes[:-1], "floats", ends[:1], ends[1:], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)
    result = run(model, images, "images")["sum3"]
    assert np.array_equal(result.argmax(axis=1), predictions(network(seed), images))
