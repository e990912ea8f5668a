"""Guard: a notebook is stored as a fresh kernel leaves it, and holds nothing of the machine it ran on.

nbval passes cells that were never run, and cells run out of order; this does not.
"""

import json
import re

import nbformat
from nbval.plugin import find_comment_markers, find_metadata_tags

from tests.authoring.store import normalised
from tests.course import ROOT, read

KILOBYTES = 300
KILOBYTES_WITH_PHOTO = {"00_start_here": 500}
ALLOWED_TAGS = {"raises-exception"}
SLIDE_TYPES = {"slide", "subslide", "fragment", "skip", "-"}
MACHINE = re.compile(r"/home/|/root/|/Users/|/tmp/|site-packages|[A-Z]:\\\\Users|" + re.escape(str(ROOT)))


def problems(path):
    notebook = read(path)
    found = [*_as_stored(path, notebook)]
    number = 0
    for cell in notebook.cells:
        if cell.cell_type == "code":
            number += 1
            found += [f"cell {cell.id}: {problem}" for problem in _code_cell(cell, number)]
    return found


def lesson_problems(path):
    """Every cell of a lesson says what it is on a slide, and an answer to a prediction is folded."""
    cells, found, asked = read(path).cells, [], None
    for cell in cells:
        kind = cell.metadata.get("slideshow", {}).get("slide_type")
        if kind not in SLIDE_TYPES:
            found.append(f"cell {cell.id}: slide type is {kind!r}")
        if cell.cell_type == "code" and asked and not _folded(cell):
            found.append(f"cell {cell.id}: its output answers the prediction in {asked}, and is not folded")
        asked = cell.id if cell.cell_type == "markdown" and "*Predict:*" in cell.source else None
    return found


def _folded(cell):
    return cell.metadata.get("jupyter", {}).get("outputs_hidden", False)


def _as_stored(path, notebook):
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        yield f"not a valid notebook: {error.message}"
    if len({cell.id for cell in notebook.cells}) < len(notebook.cells):
        yield "two cells have the same id"
    if notebook != normalised(notebook):
        yield "stored with metadata or a traceback of one machine: run `make notebooks`"
    if match := MACHINE.search(json.dumps(notebook)):
        yield f"holds a path of one machine: {match.group()}"
    limit = KILOBYTES_WITH_PHOTO.get(path.stem, KILOBYTES)
    if path.stat().st_size > limit * 1000:
        yield f"has {path.stat().st_size / 1000:.0f} kB, and {limit} are allowed"


def _code_cell(cell, number):
    if cell.execution_count is None:
        yield "was never run"
    elif cell.execution_count != number:
        yield f"was run as number {cell.execution_count}, and stands as number {number}"
    switched_off = [marker for marker, _ in find_comment_markers(cell.source)]
    switched_off += [marker for marker, _ in find_metadata_tags(cell.metadata) if marker != "check_exception"]
    tags = set(cell.metadata.get("tags", []))
    if switched_off or tags - ALLOWED_TAGS:
        yield f"is tagged or marked against a guard: {switched_off or sorted(tags - ALLOWED_TAGS)}"
    kinds = [output.output_type for output in cell.outputs]
    if ("error" in kinds) != ("raises-exception" in tags):
        yield "raises an error without the tag, or has the tag and raises none"
    if any(output.get("name") == "stderr" for output in cell.outputs):
        yield "writes to stderr"
    if _folded(cell) and re.search(r"\d", _first_line(cell.outputs)):
        yield "is folded, and JupyterLab shows its first line, which holds a number: begin with a heading"
    yield from _captions(cell.outputs)


def _first_line(outputs):
    text = outputs[0].get("text") or outputs[0].get("data", {}).get("text/plain", "") if outputs else ""
    return text.strip().partition("\n")[0]


def _captions(outputs):
    """Each figure carries its sentence as alternative text, and the next output shows it."""
    for index, output in enumerate(outputs):
        if "image/png" in output.get("data", {}):
            following = outputs[index + 1] if index + 1 < len(outputs) else {}
            sentence = output.metadata.get("image/png", {}).get("alt", "")
            if not sentence or output.data.get("text/plain") != f"Figure:\n{sentence}":
                yield "a figure has no sentence: show it with quantlib.figures.show"
            elif following.get("data", {}).get("text/markdown") != f"*{sentence}*":
                yield "a figure's sentence is not shown under it"
