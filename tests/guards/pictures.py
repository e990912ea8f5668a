"""Guard: a stored figure looks like the one that its cell draws now. nbval does not compare pictures.

Compared pixel by pixel, on the locked versions only: another matplotlib draws text a little
differently. A mean over the figure would not see one marker that moved, so the pixels are counted.
"""

import base64
import io

import numpy as np
from matplotlib.image import imread

VISIBLE = 32 / 255  # a change of shade that is more than rounding
FEW = 2e-5  # of all pixels: 9 of a usual figure; one digit that is another changes some 30


def _pixels(png):
    return imread(io.BytesIO(base64.b64decode(png)), format="png")[..., :3]


def alike(stored, fresh):
    """Tell whether two base64-encoded PNGs look the same."""
    stored, fresh = _pixels(stored), _pixels(fresh)
    if stored.shape != fresh.shape:
        return False
    changed = (np.abs(stored - fresh) > VISIBLE).any(axis=-1)
    return bool(changed.mean() < FEW)


def problems(stored_outputs, fresh_outputs):
    """Compare the pictures among a cell's stored and fresh outputs, in their order."""
    stored = [out["data"]["image/png"] for out in stored_outputs if "image/png" in out.get("data", {})]
    fresh = [out["data"]["image/png"] for out in fresh_outputs if "image/png" in out.get("data", {})]
    if len(stored) != len(fresh):
        return [f"{len(stored)} figures are stored, and the cell draws {len(fresh)}"]
    return [
        f"figure {number} is not the one that the cell draws now"
        for number, pair in enumerate(zip(stored, fresh, strict=True), start=1)
        if not alike(*pair)
    ]
