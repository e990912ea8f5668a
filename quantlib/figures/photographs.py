"""Figures with photographs."""

import matplotlib.pyplot as plt

from quantlib.figures.style import STYLE, styled


@styled
def photographs(images, captions, title):
    """Draw grey images side by side, 0 black and 255 white, each under its caption. Returns the Axes."""
    height, length = images[0].shape
    width = STYLE["figure.figsize"][0]
    panel = min(3, width / len(images))
    figure, axes = plt.subplots(1, len(images), squeeze=False, figsize=(width, panel * height / length + 0.8))
    # A pixel that is enlarged stays a square; several that share a place are averaged.
    resample = "nearest" if length < panel * STYLE["figure.dpi"] else "antialiased"
    for ax, image, caption in zip(axes[0], images, captions, strict=True):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255, interpolation=resample)
        ax.set_xlabel(caption)
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_visible(False)
    figure.suptitle(title, x=0.01, ha="left", fontsize=STYLE["axes.titlesize"])
    return axes[0]
