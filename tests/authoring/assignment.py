"""Write the folder of an nbgrader course that hands out one exercise.

``python -m tests.authoring.assignment 03_min_max`` writes ``_build/nbgrader``, or the folder named after the
exercise. `make assignment NAME=03_min_max` calls it. nbgrader is not needed for this, and never installed
beside the course: it has an environment of its own.
"""

import inspect
import sys
from pathlib import Path

import nbformat

from tests.authoring.exercises import PLACEHOLDER, linked_from_exercises
from tests.authoring.grading import graded, mended
from tests.course import ROOT, SOLUTIONS, read

FOLDER = ROOT / "_build" / "nbgrader"

CONFIG = f'''"""nbgrader's settings. Written once, then yours to change; delete this file to have it anew."""

from pathlib import Path

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor

c = get_config()
c.CourseDirectory.course_id = "quantization"

c.ClearSolutions.begin_solution_delimeter = "### BEGIN SOLUTION"
c.ClearSolutions.end_solution_delimeter = "### END SOLUTION"
c.ClearSolutions.code_stub = {{"python": "{PLACEHOLDER}"}}

# A cell that has not ended after a minute is interrupted; the cells after it run.
c.Execute.timeout = 60
c.Execute.kernel_name = "python3"
# nbgrader gives a check no points when it writes to stderr, as a warning does. Only an error should.
c.IgnorePattern.enabled = True
c.IgnorePattern.pattern = "."


{inspect.getsource(mended)}

class Mend(NbGraderPreprocessor):
    """Grade with the cells that were handed out, whatever came back. The submitted file stays as it is."""

    def preprocess(self, nb, resources):
        assignment, notebook = (resources["nbgrader"][key] for key in ("assignment", "notebook"))
        released = Path(__file__).with_name("release") / assignment / f"{{notebook}}.ipynb"
        return mended(nb, nbformat.read(released, as_version=4)), resources


c.Autograde.sanitize_preprocessors = [
    Mend,
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
'''

NEXT = """
Next, in {folder}, with nbgrader's environment activated:

  nbgrader generate_assignment {name}       writes release/{name}/{name}.ipynb, to hand out
  (put what comes back into submitted/STUDENT/{name}/{name}.ipynb)
  nbgrader autograde {name}                 RUNS THE CODE of the submissions: only where it can do no harm
  nbgrader export --to marks.csv"""


def write(solution, folder):
    """Write the settings, unless they are there, and the solution as nbgrader's source."""
    source = folder / "source" / solution.stem / solution.name
    source.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(linked_from_exercises(graded(read(solution))), source)
    settings = folder / "nbgrader_config.py"
    if not settings.exists():
        settings.write_text(CONFIG, encoding="utf-8")
    return settings, source


def main(exercise="", folder=FOLDER):
    solutions = {path.stem: path for path in SOLUTIONS}
    if exercise not in solutions:
        sys.exit(f"Which exercise? One of {', '.join(solutions)}.")
    folder = Path(folder).resolve()
    print(*write(solutions[exercise], folder), sep="\n")
    print(NEXT.format(folder=folder, name=exercise))


if __name__ == "__main__":
    main(*sys.argv[1:])
