"""One look for every figure of the course, and `show`, which puts one on the page with its sentence.

Holds the colours, `styled` (a decorator for plot functions), `blank` (fresh Axes) and `show`.
Leaves out the figures themselves: see the modules beside this one.
"""

import base64
import functools
import io

import matplotlib.pyplot as plt
from IPython.display import display
from PIL import Image

# Okabe and Ito's colours for colour-blind readers, chosen so that their greys differ too.
BLUE, ORANGE, GREY, LIGHT = "#004b87", "#e06c00", "#6b6b6b", "#c9d8e6"

STYLE = {
    "figure.figsize": (9, 4),
    "figure.dpi": 110,
    "figure.constrained_layout.use": True,
    "font.size": 14,
    "axes.titlesize": 15,
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.prop_cycle": plt.cycler(color=[BLUE, ORANGE, GREY]),
    "lines.linewidth": 2.2,
    "savefig.dpi": 110,
}


def styled(plot):
    """Wrap a plot function so that it draws in the course's style and leaves the reader's untouched."""

    @functools.wraps(plot)
    def with_style(*args, **kwargs):
        with plt.rc_context(STYLE):
            return plot(*args, **kwargs)

    return with_style


def blank(title, x_label, y_label="", rows=1, height=None):
    """Return fresh Axes with a title and labels; `rows` of them, one above the other, share an x axis."""
    width, usual = STYLE["figure.figsize"]
    _, axes = plt.subplots(rows, sharex=True, squeeze=False, figsize=(width, height or usual))
    axes = axes[:, 0]
    axes[0].set_title(title)
    axes[0].set_ylabel(y_label)
    axes[-1].set_xlabel(x_label)
    return axes[0] if rows == 1 else axes


def show(axes, sentence):
    """Display the figure of `axes` (one or several) with `sentence` as alternative text and caption.

    The sentence says what one sees, with the numbers that matter. It is stored as text beside the
    picture, so a test that compares stored outputs guards it too. The figure is closed afterwards.

    Raises ValueError for an empty sentence.
    """
    if not sentence.strip():
        raise ValueError(f"sentence must say what the figure shows, got {sentence!r}")
    figure = getattr(axes, "figure", None) or axes[0].figure
    png = base64.b64encode(_png(figure)).decode("ascii")
    plt.close(figure)
    display(
        # JupyterLab shows the first line of a folded output: it must not give a prediction away.
        {"image/png": png, "text/plain": f"Figure:\n{sentence}"},
        metadata={"image/png": {"alt": sentence}},
        raw=True,
    )
    display({"text/markdown": f"*{sentence}*", "text/plain": sentence}, raw=True)


def _png(figure):
    """Return the figure as a PNG of at most 256 colours, a third of the size and the same to the eye."""
    drawn, stored = io.BytesIO(), io.BytesIO()
    figure.savefig(drawn, format="png")
    # Saved anew, without the program's name and version: the same figure is the same file.
    with Image.open(drawn) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(stored, format="png", optimize=True)
    return stored.getvalue()
