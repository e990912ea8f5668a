"""Answers that the checks of exercise 06 must reject, each a misconception, and some they must take."""

BYTES = "in_floats, in_8_bits, in_4_bits = "

WRONG = {
    "task-1": [
        ("offsets forgotten", BYTES + "13_200, 3_320, 1_670", "in_floats: the offsets take bytes too"),
        ("offsets forgotten in codes", BYTES + "13_360, 3_320, 1_670", "in_8_bits: the offsets"),
        ("offsets in one byte", BYTES + "13_360, 3_360, 1_710", "an offset is a float32"),
        ("scales forgotten", BYTES + "13_360, 3_460, 1_810", "scales are stored too"),
        ("one pair a layer", BYTES + "13_360, 3_470, 1_820", "how many pairs"),
        ("one pair in all", BYTES + "13_360, 3_465, 1_815", "how many pairs"),
        ("not packed", BYTES + "13_360, 3_480, 3_480", "share a byte"),
        ("bits for bytes", BYTES + "106_880, 3_480, 1_830", "eight bits"),
        ("a quarter of the bytes", BYTES + "13_360, 3_340, 1_690", "an offset is a float32"),
        ("scales in floats too", BYTES + "13_380, 3_480, 1_830", "without codes there are no scales"),
        ("weights miscounted", BYTES + "760, 330, 250", "rows times columns"),
    ],
    "task-2": [
        (
            "never quantizes",
            """
def fake_quantize(x, params):
    params.quantize(x)
    return x
""",
            "Nothing is rounded",
        ),
        (
            "codes returned",
            """
def fake_quantize(x, params):
    return params.quantize(x)
""",
            "Where is the way back",
        ),
        (
            "no clamp",
            """
def fake_quantize(x, params):
    return np.rint(x / params.scale) * params.scale
""",
            "beyond the range",
        ),
        (
            "in place",
            """
def fake_quantize(x, params):
    x[...] = params.dequantize(params.quantize(x))
    return x
""",
            "has changed",
        ),
        (
            "only the weights",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    return np.maximum(x @ fake_quantize(weights, weights_params) + offsets, 0)
""",
            "x needs the round trip",
        ),
        (
            "only the activations",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    return np.maximum(fake_quantize(x, x_params) @ weights + offsets, 0)
""",
            "weights need the round trip",
        ),
        (
            "the results thrown away",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    fake_quantize(x, x_params)
    fake_quantize(weights, weights_params)
    return np.maximum(x @ weights + offsets, 0)
""",
            "nothing is quantized",
        ),
        (
            "no offsets",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    return np.maximum(fake_quantize(x, x_params) @ fake_quantize(weights, weights_params), 0)
""",
            "add the offsets",
        ),
        (
            "no ReLU",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    return fake_quantize(x, x_params) @ fake_quantize(weights, weights_params) + offsets
""",
            "negative results become 0",
        ),
        (
            "ReLU before the offsets",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    return np.maximum(fake_quantize(x, x_params) @ fake_quantize(weights, weights_params), 0) + offsets
""",
            "first the offsets",
        ),
        (
            "one set of parameters for both",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    return np.maximum(fake_quantize(x, x_params) @ fake_quantize(weights, x_params) + offsets, 0)
""",
            "wrong for random arrays",
        ),
        (
            "the offsets quantized too",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    product = fake_quantize(x, x_params) @ fake_quantize(weights, weights_params)
    return np.maximum(product + fake_quantize(offsets, weights_params), 0)
""",
            "without a round trip",
        ),
        (
            "codes as floats",
            """
def fake_quantize(x, params):
    return params.quantize(x).astype(float)
""",
            "Where is the way back",
        ),
        (
            "unsigned codes taken for granted",
            """
def fake_quantize(x, params):
    codes = np.clip(np.rint(x / params.scale) + params.zero_point, 0, 2**params.bits - 1)
    return (codes - params.zero_point) * params.scale
""",
            "Not the nearest levels",
        ),
        (
            "activations taken for positive",
            """
def layer_output(x, weights, offsets, x_params, weights_params):
    x_hat = np.maximum(fake_quantize(x, x_params), 0)
    return np.maximum(x_hat @ fake_quantize(weights, weights_params) + offsets, 0)
""",
            "wrong for random arrays",
        ),
    ],
    "task-3": [
        (
            "the bug as it stands",
            """
def input_range(layers, number, calibration_images, test_images, p):
    return percentile_range(forward(layers, test_images)[number], p)
""",
            "These are the test images",
        ),
        (
            "all the images there are",
            """
def input_range(layers, number, calibration_images, test_images, p):
    images = np.concatenate([calibration_images, test_images])
    return percentile_range(forward(layers, images)[number], p)
""",
            "Calibration and test images together",
        ),
        (
            "one layer too far",
            """
def input_range(layers, number, calibration_images, test_images, p):
    return percentile_range(forward(layers, calibration_images)[number + 1], p)
""",
            "What goes in?",
        ),
        (
            "min-max whatever p is",
            """
def input_range(layers, number, calibration_images, test_images, p):
    inputs = forward(layers, calibration_images)[number]
    return inputs.min(), inputs.max()
""",
            "leaves p unused",
        ),
        (
            "activations are never negative",
            """
def input_range(layers, number, calibration_images, test_images, p):
    return 0, percentile_range(forward(layers, calibration_images)[number], p)[1]
""",
            "they may be negative",
        ),
        (
            "one layer too early",
            """
def input_range(layers, number, calibration_images, test_images, p):
    return percentile_range(forward(layers, calibration_images)[max(number - 1, 0)], p)
""",
            "goes into the layer before",
        ),
        (
            "widened",
            """
def input_range(layers, number, calibration_images, test_images, p):
    low, high = percentile_range(forward(layers, calibration_images)[number], p)
    return min(low, 0), max(high, 0)
""",
            "Do not widen",
        ),
        (
            "the least value as the lower limit",
            """
def input_range(layers, number, calibration_images, test_images, p):
    x = forward(layers, calibration_images)[number]
    return x.min(), percentile_range(x, p)[1]
""",
            "Wrong for layer 0",
        ),
        (
            "the images of the course instead of those handed in",
            """
def input_range(layers, number, calibration_images, test_images, p):
    return percentile_range(forward(layers, digits("calibration")[0])[number], p)
""",
            "Wrong for layer",
        ),
    ],
    "task-4": [
        (
            "all layers at once",
            """
def weakest_layer(layers, images, labels, bits):
    changed, right = list(layers), []
    for number, (weights, offsets) in enumerate(layers):
        params = QuantParams.from_range(*percentile_range(weights, 100), bits)
        changed[number] = params.dequantize(params.quantize(weights)), offsets
        right.append(np.sum(forward(changed, images)[-1].argmax(axis=1) == labels))
    return int(np.argmin(right))
""",
            "one layer alone",
        ),
        ("always the first", "def weakest_layer(layers, images, labels, bits): return 0", "Wrong for"),
        (
            "always the last",
            "def weakest_layer(layers, images, labels, bits): return len(layers) - 1",
            "Wrong for 3 layers",
        ),
        (
            "the largest MSE of the weights",
            """
def weakest_layer(layers, images, labels, bits):
    errors = []
    for weights, offsets in layers:
        params = QuantParams.from_range(*percentile_range(weights, 100), bits)
        errors.append(np.mean((weights - params.dequantize(params.quantize(weights))) ** 2))
    return int(np.argmax(errors))
""",
            "are right answers counted",
        ),
        (
            "the most right answers",
            """
def weakest_layer(layers, images, labels, bits):
    right = []
    for number, (weights, offsets) in enumerate(layers):
        params = QuantParams.from_range(*percentile_range(weights, 100), bits)
        changed = list(layers)
        changed[number] = params.dequantize(params.quantize(weights)), offsets
        right.append(np.sum(forward(changed, images)[-1].argmax(axis=1) == labels))
    return int(np.argmax(right))
""",
            "fewest is asked for",
        ),
        (
            "the list handed in is changed",
            """
def weakest_layer(layers, images, labels, bits):
    right = []
    for number, (weights, offsets) in enumerate(layers):
        params = QuantParams.from_range(*percentile_range(weights, 100), bits)
        layers[number] = params.dequantize(params.quantize(weights)), offsets
        right.append(np.sum(forward(layers, images)[-1].argmax(axis=1) == labels))
    return int(np.argmin(right))
""",
            "have changed",
        ),
        (
            "three layers, whatever comes",
            """
def weakest_layer(layers, images, labels, bits):
    right = []
    for number, (weights, offsets) in enumerate(layers[:3]):
        params = QuantParams.from_range(*percentile_range(weights, 100), bits)
        changed = list(layers)
        changed[number] = params.dequantize(params.quantize(weights)), offsets
        right.append(np.sum(forward(changed, images)[-1].argmax(axis=1) == labels))
    return len(right) - 1 - int(np.argmin(right[::-1]))
""",
            "The first of them counts",
        ),
        (
            "the first three layers",
            """
def weakest_layer(layers, images, labels, bits):
    right = []
    for number, (weights, offsets) in enumerate(layers[:3]):
        params = QuantParams.from_range(*percentile_range(weights, 100), bits)
        changed = list(layers)
        changed[number] = params.dequantize(params.quantize(weights)), offsets
        right.append(np.sum(forward(changed, images)[-1].argmax(axis=1) == labels))
    return int(np.argmin(right))
""",
            "Wrong for 4 layers",
        ),
        (
            "zeros after the last layer too",
            """
def weakest_layer(layers, images, labels, bits):
    right = []
    for number in range(len(layers)):
        x = images
        for place, (weights, offsets) in enumerate(layers):
            if place == number:
                params = QuantParams.from_range(*percentile_range(weights, 100), bits)
                weights = params.dequantize(params.quantize(weights))
            x = np.maximum(x @ weights + offsets, 0)
        right.append(np.sum(x.argmax(axis=1) == labels))
    return int(np.argmin(right))
""",
            "Wrong for 2 layers",
        ),
        (
            "the offsets quantized too",
            """
def weakest_layer(layers, images, labels, bits):
    right = []
    for number, layer in enumerate(layers):
        changed = list(layers)
        grids = [QuantParams.from_range(a.min(), a.max(), bits) for a in layer]
        changed[number] = [g.dequantize(g.quantize(a)) for g, a in zip(grids, layer)]
        right.append(np.sum(forward(changed, images)[-1].argmax(axis=1) == labels))
    return int(np.argmin(right))
""",
            "The first of them counts",
        ),
        (
            "counted from 1",
            """
def weakest_layer(layers, images, labels, bits):
    right = []
    for number, (weights, offsets) in enumerate(layers):
        params = QuantParams.from_range(*percentile_range(weights, 100), bits)
        changed = list(layers)
        changed[number] = params.dequantize(params.quantize(weights)), offsets
        right.append(np.sum(forward(changed, images)[-1].argmax(axis=1) == labels))
    return int(np.argmin(right)) + 1
""",
            "counted from 0",
        ),
    ],
}

RIGHT = {
    "task-1": [("as NumPy integers", "in_floats, in_8_bits, in_4_bits = np.array([13360, 3480, 1830])")],
    "task-2": [
        (
            "by hand, and with where",
            """
def fake_quantize(x, params):
    codes = np.rint(x / params.scale) + params.zero_point
    return (np.minimum(np.maximum(codes, params.qmin), params.qmax) - params.zero_point) * params.scale


def layer_output(x, weights, offsets, x_params, weights_params):
    total = np.dot(fake_quantize(x, x_params), fake_quantize(weights, weights_params)) + offsets
    return np.where(total > 0, total, 0)
""",
        ),
    ],
    "task-3": [
        (
            "by hand, as a list",
            """
def input_range(layers, number, calibration_images, test_images, p):
    x = calibration_images
    for weights, offsets in layers[:number]:
        x = np.maximum(x @ weights.astype(float) + offsets, 0)
    return list(np.percentile(x, [100 - p, p]))
""",
        ),
    ],
    "task-4": [
        (
            "counting errors, with a dictionary",
            """
def weakest_layer(layers, images, labels, bits):
    wrong = {}
    for number in range(len(layers)):
        weights, offsets = layers[number]
        params = QuantParams.from_range(weights.min(), weights.max(), bits)
        changed = [*layers[:number], (params.dequantize(params.quantize(weights)), offsets)]
        changed += layers[number + 1 :]
        wrong[number] = (forward(changed, images)[-1].argmax(axis=1) != labels).sum()
    return max(wrong, key=wrong.get)
""",
        ),
    ],
}
