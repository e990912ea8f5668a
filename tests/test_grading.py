"""The exercises in a class: submissions of every kind, graded by the real nbgrader, get what they deserve.

nbgrader stands in an environment of its own, made here with pip: half a minute, kept for the next time in the
folder that NBGRADER_VENV names. Without a network the tests that need it are skipped, but never on CI.
"""

import csv
import os
import runpy
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.authoring.assignment import write
from tests.authoring.exercises import exercise_from, exercise_path
from tests.authoring.grading import graded, mended
from tests.course import ROOT, SOLUTIONS, name, read

NBGRADER = "nbgrader==0.9.6"
NAME = "03_min_max"
[SOLUTION] = [path for path in SOLUTIONS if path.stem == NAME]
ANSWERS = runpy.run_path(Path(__file__).parent / "answers" / f"{NAME}.py")
TASKS = ("task-1", "task-2", "task-3", "task-4")
RIGHT = {cell.id.removesuffix("-answer"): cell.source for cell in read(SOLUTION).cells}
WRONG = {task: answers[0][1] for task, answers in ANSWERS["WRONG"].items()}
# The solution of task 4 calls the function of task 2. This answer stands alone.
[(_, ALONE)] = ANSWERS["RIGHT"]["task-4"]
ENDLESS = "def scale_and_zero(low, high, bits):\n    while True:\n        pass"
WARNS = "import warnings\n\ndef to_values(q, scale, zero):\n    warnings.warn('slow')\n"


def handed_in(**answers):
    """The exercise with these answers, ``task_1="..."``; the other tasks still wait."""
    notebook = exercise_from(read(SOLUTION))
    for task, answer in answers.items():
        by_id(notebook)[f"{task.replace('_', '-')}-answer"].source = answer
    return notebook


def right(*tasks):
    return {task.replace("-", "_"): RIGHT[task] for task in tasks}


def by_id(notebook):
    return {cell.id: cell for cell in notebook.cells}


def checks_changed():
    """Every check passes, is worth 100 points, and is not run besides; only task 1 is right."""
    notebook = handed_in(**right("task-1"))
    for task in TASKS:
        check = by_id(notebook)[f"{task}-check"]
        check.source = f"print('{task}: right.')"
        check.metadata["tags"] = ["skip-execution"]
        check.metadata.nbgrader["points"] = 100
    return notebook


def checks_deleted():
    """Tasks 1 and 2 are right; no check came back, nor the other answers."""
    notebook = handed_in(**right("task-1", "task-2"))
    kept = {"task-1-answer", "task-2-answer"}
    notebook.cells = [cell for cell in notebook.cells if cell.id in kept or cell.cell_type == "markdown"]
    return notebook


def checks_copied():
    """Each check is followed by a copy that passes, with the same grade_id; only task 3 is right."""
    notebook = handed_in(**right("task-3"))
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.id.endswith("-check"):
            cells.append(nbformat.v4.new_code_cell("print('right.')", metadata=cell.metadata))
    notebook.cells = cells
    return notebook


def ids_lost():
    """All is right; a tool gave each cell a new id, and a helper stands in a cell of its own."""
    notebook = handed_in(**right(*TASKS))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"new-{number}"
    helper = nbformat.v4.new_code_cell("def wide(low, high):\n    return min(low, 0), max(high, 0)")
    notebook.cells.insert(6, helper)
    notebook.cells[7].source = notebook.cells[7].source.replace(
        "min(low, 0), max(high, 0)", "wide(low, high)"
    )
    assert "wide(low, high)" in notebook.cells[7].source
    return notebook


# Who hands in what, and the points due: 1, 2, 2 and 3 for the four tasks.
CLASS = {
    "right": (handed_in(**right(*TASKS)), 8),
    "partly-right": (handed_in(**right("task-1", "task-3"), task_2=WRONG["task-2"]), 3),
    "untouched": (handed_in(), 0),
    "crashing": (handed_in(**right("task-1"), task_2="1 / 0", task_3="def to_values(q", task_4=ALONE), 4),
    "endless": (handed_in(**right("task-1", "task-3"), task_2="while True:\n    pass", task_4=ALONE), 6),
    "endless-when-checked": (handed_in(**right("task-1", "task-3"), task_2=ENDLESS, task_4=ALONE), 6),
    "checks-changed": (checks_changed(), 1),
    "checks-deleted": (checks_deleted(), 3),
    "checks-copied": (checks_copied(), 2),
    "names-taken": (handed_in(task_1="def expect(*args):\n    pass\n\nscale = zero = highest = 1"), 0),
    "ids-lost": (ids_lost(), 8),
    "warns": (handed_in(task_3=WARNS + "    return (q - float(zero)) * scale"), 2),
    "kernel-ended": (handed_in(**right("task-1"), task_2="import os\n\nos._exit(1)"), 0),
}


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Return what runs a program of an environment that holds nbgrader and this quantlib."""
    folder = Path(os.environ.get("NBGRADER_VENV") or tmp_path_factory.mktemp("nbgrader")).resolve()
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    ours = tmp_path_factory.mktemp("settings")
    # Settings, kernels and paths of the person who runs the tests stay out.
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "PYTHON"))}
    kept |= {"JUPYTER_CONFIG_DIR": str(ours), "JUPYTER_DATA_DIR": str(ours), "IPYTHONDIR": str(ours)}
    # nbgrader calls alembic by its name, so an environment has to be activated.
    kept["PATH"] = f"{programs}{os.pathsep}{kept['PATH']}"

    def run(*arguments, cwd):
        command = [programs / "python", "-m", *arguments]
        return subprocess.run(command, cwd=cwd, env=kept, capture_output=True, text=True)

    marker = folder / NBGRADER
    if not marker.exists() or marker.read_text() != str(ROOT):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        wanted = [NBGRADER, "--editable", str(ROOT)]
        installed = run("pip", "install", "--quiet", "--no-compile", *wanted, cwd=ours)
        if installed.returncode:
            reason = f"{NBGRADER} cannot be installed: {installed.stderr[-500:]}"
            pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
        marker.write_text(str(ROOT))
    return run


@pytest.fixture(scope="module")
def course(environment, tmp_path_factory):
    """The folder of the course after everything was graded, and what nbgrader said."""
    folder = tmp_path_factory.mktemp("course")
    write(SOLUTION, folder)
    generated = environment("nbgrader", "generate_assignment", NAME, cwd=folder)
    assert generated.returncode == 0, generated.stderr
    for student, (notebook, _) in CLASS.items():
        path = folder / "submitted" / student / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        nbformat.write(notebook, path)
    said = environment("nbgrader", "autograde", NAME, "--Execute.timeout=5", cwd=folder).stderr
    exported = environment("nbgrader", "export", "--to", "marks.csv", cwd=folder)
    assert exported.returncode == 0, exported.stderr
    return folder, said


def test_what_is_handed_out_is_the_exercise(course):
    released = read(course[0] / "release" / NAME / f"{NAME}.ipynb")
    exercise = read(exercise_path(SOLUTION))
    assert [cell.source for cell in released.cells] == [cell.source for cell in exercise.cells]
    assert not any(cell.get("outputs") for cell in released.cells)


def test_every_submission_gets_the_points_of_its_right_answers(course):
    with open(course[0] / "marks.csv", newline="") as file:
        marks = {
            row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)
        }
    assert marks == {student: (points, 8) for student, (_, points) in CLASS.items()}, course[1]


def test_only_a_submission_that_ends_its_kernel_is_reported_as_not_graded(course):
    failed = [line for line in course[1].splitlines() if "for student" in line]
    assert len(failed) == 1, course[1]
    assert "for student 'kernel-ended'" in failed[0]


@pytest.mark.parametrize("path", SOLUTIONS, ids=name)
def test_solution_has_the_metadata_that_its_ids_and_headings_ask_for(path):
    assert read(path) == graded(read(path)), "run `make notebooks`"


@pytest.mark.parametrize("student", CLASS)
def test_mended_submission_has_our_cells_each_once(student):
    released = handed_in()
    cells = mended(CLASS[student][0], released).cells
    kept = [cell for cell in cells if cell.id in by_id(released) and not cell.id.endswith("-answer")]
    assert kept == [cell for cell in released.cells if not cell.id.endswith("-answer")]
    assert len({cell.id for cell in cells}) == len(cells)


def test_mended_keeps_the_learners_cells_where_they_stood():
    submitted = handed_in(**right("task-1"))
    helper = nbformat.v4.new_code_cell("helper = 1", metadata={"tags": ["skip-execution"]})
    submitted.cells.insert(3, helper)
    cells = mended(submitted, handed_in()).cells
    place = next(number for number, cell in enumerate(cells) if cell.source == "helper = 1")
    assert cells[place].metadata == {}
    assert cells[place - 1].id == "task-1"
    assert cells[place + 1].source == RIGHT["task-1"]


def test_mended_takes_a_notebook_without_any_cell_of_ours():
    submitted = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("scale = 3")])
    submitted.cells[0].metadata["nbgrader"] = "nonsense"
    cells = mended(submitted, handed_in()).cells
    assert next(cell.source for cell in cells if cell.cell_type == "code") == "scale = 3"


def test_settings_that_an_instructor_changed_are_kept(tmp_path):
    settings, source = write(SOLUTION, tmp_path)
    settings.write_text("mine")
    source.write_text("old")
    write(SOLUTION, tmp_path)
    assert settings.read_text() == "mine"
    assert [cell.id for cell in read(source).cells] == [cell.id for cell in read(SOLUTION).cells]
