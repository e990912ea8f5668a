"""Figures with photographs."""

import matplotlib.pyplot as plt

from quantlib.figures.style import STYLE, styled


@styled
def photographs(images, captions, title):
    """Draw grey images side by side, 0 black and 255 white, each under its caption. Returns the Axes."""
    width, _ = STYLE["figure.figsize"]
    height, length = images[0].shape
    figure, axes = plt.subplots(
        1, len(images), squeeze=False, figsize=(width, width / len(images) * height / length + 0.55)
    )
    for ax, image, caption in zip(axes[0], images, captions, strict=True):
        ax.imshow(image, cmap="gray", vmin=0, vmax=255)
        ax.set_title(caption, loc="center")
        ax.set_axis_off()
    figure.suptitle(title, x=0.01, ha="left", fontsize=STYLE["axes.titlesize"])
    return axes[0]
