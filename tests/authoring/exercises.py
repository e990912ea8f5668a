"""Generate the learners' exercises from the executed solutions.

``python -m tests.authoring.exercises`` writes ``exercises/NN_topic.ipynb`` for every
``exercises/solutions/NN_topic.ipynb``. `make exercises` calls it.
"""

import re

import nbformat

from tests.course import ROOT, SOLUTIONS, name, read

# The markers that nbgrader uses too, so that an instructor can take the solutions as they are.
SOLUTION = re.compile(r"^( *)### BEGIN SOLUTION\n.*?^ *### END SOLUTION$", re.DOTALL | re.MULTILINE)
PLACEHOLDER = "todo()  # replace this line by your answer"


def exercise_from(solution):
    """Return the learner's notebook: answers replaced by a placeholder, outputs gone.

    nbgrader's metadata stays: JupyterLab shows nothing of it, and a class may hand in these notebooks too.
    """
    notebook = nbformat.from_dict(solution)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = SOLUTION.sub(rf"\1{PLACEHOLDER}", cell.source)
            cell.outputs, cell.execution_count = [], None
    return linked_from_exercises(notebook)


def linked_from_exercises(solution):
    """Return a copy whose links start in ``exercises``: solutions lie one folder deeper."""
    notebook = nbformat.from_dict(solution)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = cell.source.replace("](../../", "](../")
    return notebook


def exercise_path(solution_path):
    return ROOT / "exercises" / solution_path.name


def main():
    for path in SOLUTIONS:
        nbformat.write(exercise_from(read(path)), exercise_path(path))
        print(f"{name(exercise_path(path))}: generated")


if __name__ == "__main__":
    main()
