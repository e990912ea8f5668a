"""Train the networks of lesson 06 and store them, with their images, in ``quantlib/digits.npz``.

``python -m tests.authoring.train_digits`` takes a few seconds. It needs scikit-learn for the images;
the training itself is plain NumPy: stochastic gradient descent with momentum on the cross-entropy. The
same machine writes the same bytes each time. Another one may round the sums of a matrix product
otherwise, so `tests/test_digits.py` trains one network anew and compares with a tolerance.
"""

from itertools import pairwise

import numpy as np
from sklearn.datasets import load_digits

from tests.course import ROOT

FILE = ROOT / "quantlib" / "digits.npz"
SEEDS = range(8)
SIZES = (64, 48, 32, 10)  # pixels, two hidden layers, digits
PARTS = {"training": 1097, "calibration": 200, "test": 500}
WHITE = 16  # the largest value of a pixel


def images_and_labels():
    """The 1,797 images of 8 x 8 pixels, each a row of 64 values from 0 to 16, and what they show."""
    images, labels = load_digits(return_X_y=True)
    return images.astype(np.uint8), labels.astype(np.uint8)


def parts():
    """Which images belong to which part: drawn once, the same for every network."""
    order = np.random.default_rng(0).permutation(sum(PARTS.values()))
    ends = np.cumsum(list(PARTS.values()))[:-1]
    return {name: np.sort(part) for name, part in zip(PARTS, np.split(order, ends), strict=True)}


def trained(seed, images, labels, epochs=40, rate=0.05, momentum=0.9, decay=1e-4, batches=34):
    """Return the layers, a list of (weights, offsets) in float32, trained on these images."""
    rng = np.random.default_rng(seed)
    values = [a for n, m in pairwise(SIZES) for a in (rng.normal(0, np.sqrt(2 / n), (n, m)), np.zeros(m))]
    speeds = [np.zeros_like(value) for value in values]
    x, wanted = images / WHITE, np.eye(SIZES[-1])[labels]
    whole = len(x) - len(x) % batches
    for _ in range(epochs):
        for batch in np.split(rng.permutation(len(x))[:whole], batches):
            slopes = _slopes(values, x[batch], wanted[batch])
            for value, speed, slope in zip(values, speeds, slopes, strict=True):
                speed *= momentum
                speed -= rate * (slope + decay * value * (value.ndim == 2))
                value += speed
    values[0] /= WHITE  # so that the network takes the pixels as they are, from 0 to 16
    values = [value.astype(np.float32) for value in values]
    return list(zip(values[::2], values[1::2], strict=True))


def _slopes(values, x, wanted):
    """Return the derivative of the mean cross-entropy for each array of `values`."""
    inputs = [x]
    for weights, offsets in zip(values[:-2:2], values[1:-2:2], strict=True):
        inputs.append(np.maximum(inputs[-1] @ weights + offsets, 0))
    outputs = inputs[-1] @ values[-2] + values[-1]
    chances = np.exp(outputs - outputs.max(axis=1, keepdims=True))
    slope = (chances / chances.sum(axis=1, keepdims=True) - wanted) / len(x)
    slopes = []
    for weights, into in zip(values[-2::-2], inputs[::-1], strict=True):
        slopes += [slope.sum(axis=0), into.T @ slope]
        slope = (slope @ weights.T) * (into > 0)
    return slopes[::-1]


def arrays():
    """Everything that the file holds, by name."""
    (images, labels), chosen = images_and_labels(), parts()
    found = {"images": images, "labels": labels}
    found |= {name: part.astype(np.uint16) for name, part in chosen.items()}
    training = chosen["training"]
    for seed in SEEDS:
        for number, layer in enumerate(trained(seed, images[training], labels[training]), start=1):
            for name, value in zip(("weights", "offsets"), layer, strict=True):
                found[f"net{seed}_{name}{number}"] = value
    return found


def main(file=FILE):
    # NumPy gives every entry of the archive the date 1980-01-01, so the bytes do not tell the time.
    np.savez_compressed(file, **arrays())
    print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
