"""Write nbgrader's metadata into the solutions, so that nobody writes it by hand.

``python -m tests.authoring.grading`` does it for every solution; a second run changes nothing.
`make notebooks` calls it. `mended` is for `assignment.py`: it makes what a learner handed in safe to grade.
"""

import re

import nbformat

from tests.course import SOLUTIONS, name, read

POINTS = {"easy": 1, "medium": 2, "stretch": 3}
HEADING = re.compile(rf"^## Task .*\(({'|'.join(POINTS)})", re.MULTILINE)


def graded(notebook):
    """Return a copy in which nbgrader finds the answers, and the checks with the points of their task."""
    notebook = nbformat.from_dict(notebook)
    points = None
    for cell in notebook.cells:
        cell.metadata.pop("nbgrader", None)
        if heading := HEADING.search(cell.source):
            points = POINTS[heading[1]]
        if cell.cell_type == "code":
            cell.metadata["nbgrader"] = nbformat.from_dict(_metadata(cell.id, points))
    return notebook


def _metadata(id, points):
    answer, check = id.endswith("-answer"), id.endswith("-check")
    metadata = {"schema_version": 3, "grade_id": id, "solution": answer, "grade": check}
    metadata |= {"locked": not answer, "task": False}
    return metadata | {"points": points} if check else metadata


def mended(submitted, released):
    """Return the notebook to grade: the cells of `released` in their order, the learner's code among them.

    Taken from `submitted` are the answers and the cells that the learner added; each keeps its place after
    the cell of ours that it followed. They come without metadata, which can hold tags that skip a cell, or
    points. All else is ours, so it matters not whether a check was changed, moved, copied or deleted. The
    setup runs again before each check, in case an answer took one of its names.
    """
    ours = {cell.id: cell for cell in released.cells}
    theirs = {id: [] for id in ours}
    place, met = released.cells[0].id, set()
    for cell in submitted.cells:
        # The grade_id outlives tools that give cells new ids, and the id those that drop metadata.
        nbgrader = cell.metadata.get("nbgrader")
        known = [nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None, cell.get("id")]
        id = next((id for id in known if isinstance(id, str) and id in ours), None)
        place = id or place
        if cell.cell_type == "code" and (id is None or id.endswith("-answer")):
            new = nbformat.v4.new_code_cell(cell.source)
            if id and id not in met:
                new.id, new.metadata = id, ours[id].metadata
                met.add(id)
            theirs[place].append(new)
    setup = next(cell for cell in released.cells if cell.cell_type == "code")
    cells = []
    for cell in released.cells:
        if cell.id.endswith("-check"):
            cells.append(nbformat.v4.new_code_cell(setup.source))
        if not cell.id.endswith("-answer"):
            cells.append(cell)
        cells += theirs[cell.id]
    return nbformat.from_dict({**released, "cells": cells})


def main():
    for path in SOLUTIONS:
        nbformat.write(graded(read(path)), path)
        print(f"{name(path)}: {sum(_points(read(path)))} points")


def _points(notebook):
    return [cell.metadata.nbgrader.get("points", 0) for cell in notebook.cells if "nbgrader" in cell.metadata]


if __name__ == "__main__":
    main()
