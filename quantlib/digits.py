"""Handwritten digits, and eight small networks that were trained to read them, for lesson 06.

Holds `digits` (the images and what they show), `network` (its weights and offsets) and `forward`,
which computes a network in floats. All of it comes from ``digits.npz``, beside this file, which
``tests/authoring/train_digits.py`` wrote. Leaves out the training: see that script.

The images are scikit-learn's copy of the test part of "Optical Recognition of Handwritten Digits",
E. Alpaydin and C. Kaynak, 1998, UCI Machine Learning Repository, https://doi.org/10.24432/C50P49,
licensed under CC BY 4.0. They are unchanged; only their split into parts is the course's.
"""

from pathlib import Path

import numpy as np

from quantlib.inputs import whole_number

FILE = Path(__file__).with_name("digits.npz")
PARTS = ("training", "calibration", "test")
SEEDS = range(8)


def digits(part):
    """Return ``(images, labels)`` of one part: "training", "calibration" or "test".

    Each row of `images` is an image of 8 x 8 pixels, 64 values from 0 (paper) to 16 (ink), uint8;
    `labels` are the digits that they show. Raises ValueError for another part.

    >>> images, labels = digits("test")
    >>> images.shape, labels[:5]
    ((500, 64), array([0, 1, 3, 4, 6], dtype=uint8))
    """
    if part not in PARTS:
        raise ValueError(f"part must be one of {', '.join(PARTS)}, got {part!r}")
    with np.load(FILE) as file:
        chosen = file[part]
        return file["images"][chosen], file["labels"][chosen]


def network(seed):
    """Return the layers of the network trained from `seed`, 0 to 7: a list of ``(weights, offsets)``.

    Both are float32; `weights` has a row for each input and a column for each output. Every call
    returns fresh arrays. Raises ValueError for another seed, TypeError for what is no integer.

    >>> [weights.shape for weights, offsets in network(0)]
    [(64, 48), (48, 32), (32, 10)]
    """
    seed = whole_number(seed, "seed", SEEDS[0], SEEDS[-1])
    with np.load(FILE) as file:
        return [(file[f"net{seed}_weights{n}"], file[f"net{seed}_offsets{n}"]) for n in (1, 2, 3)]


def forward(layers, images):
    """Return what goes into each layer, and last what the network puts out: a list of float64 arrays.

    `layers` is a list of ``(weights, offsets)``, `images` has a row for each image.

    >>> images, labels = digits("test")
    >>> outputs = forward(network(0), images)[-1]
    >>> int(np.sum(outputs.argmax(axis=1) == labels))
    493
    """
    values = [np.asarray(images, dtype=np.float64)]
    for weights, offsets in layers[:-1]:
        values.append(np.maximum(values[-1] @ weights + offsets, 0))
    weights, offsets = layers[-1]
    return [*values, values[-1] @ weights + offsets]
