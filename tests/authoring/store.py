"""Run notebooks from a fresh kernel and store them so that running them again changes nothing.

``python -m tests.authoring.store [notebook ...]`` does it for the notebooks named, or for every lesson
and every solution. `make notebooks` calls it.
"""

import base64
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from tests.course import LESSONS, ROOT, SOLUTIONS, name, read
from tests.guards.pictures import alike

README_LESSON = ROOT / "notebooks" / "04_percentile.ipynb"
README_FIGURE = Path(__file__).with_name("readme_figure.png")
KEPT_IN_CELLS = {"jupyter", "nbgrader", "slideshow", "tags"}
NOTEBOOK_METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def normalised(notebook):
    """Return a copy without what depends on the machine or the editor: versions, timings, tracebacks."""
    notebook = nbformat.from_dict(notebook)
    notebook.metadata = nbformat.from_dict(NOTEBOOK_METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({k: v for k, v in cell.metadata.items() if k in KEPT_IN_CELLS})
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                # A live traceback holds paths of this machine and colours; its last line is what counts.
                output.traceback = [f"{output.ename}: {output.evalue}"]
    return notebook


def execute(notebook, folder):
    """Return the notebook run from a fresh kernel in `folder`, normalised."""
    notebook = nbformat.from_dict(notebook)
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        coalesce_streams=True,
    )
    client.execute()
    return normalised(notebook)


def keep_pictures(fresh, stored):
    """Put the stored bytes back wherever the fresh picture looks the same: another processor may round
    the shade of a few pixels differently, and git should not hear of it."""
    old = {cell.id: cell for cell in stored.cells if cell.cell_type == "code"}
    for cell in fresh.cells:
        outputs = zip(cell.get("outputs", []), old[cell.id].outputs if cell.id in old else [], strict=False)
        for new_output, old_output in outputs:
            new_data, old_data = new_output.get("data", {}), old_output.get("data", {})
            both = "image/png" in new_data and "image/png" in old_data
            if both and alike(old_data["image/png"], new_data["image/png"]):
                new_data["image/png"] = old_data["image/png"]


def readme_figure():
    """The figure of a lesson that the README shows too, with its sentence."""
    cell = next(cell for cell in read(README_LESSON).cells if cell.id == "maps-figure")
    figure = next(output for output in cell.outputs if "image/png" in output.get("data", {}))
    return base64.b64decode(figure.data["image/png"]), figure.metadata["image/png"]["alt"]


def main(paths):
    for path in paths or [*LESSONS, *SOLUTIONS]:
        stored = read(path)
        fresh = execute(stored, path.parent)
        keep_pictures(fresh, stored)
        nbformat.validate(fresh)
        before = path.read_bytes()
        nbformat.write(fresh, path)
        print(f"{name(path)}: {'unchanged' if path.read_bytes() == before else 'stored'}")
        if path.name == README_LESSON.name:
            README_FIGURE.write_bytes(readme_figure()[0])


if __name__ == "__main__":
    main([Path(argument).resolve() for argument in sys.argv[1:]])
