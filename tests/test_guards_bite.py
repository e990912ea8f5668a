"""The guards are known to bite: on a tampered copy, the guard that is meant for it fails, and is named."""

import base64
import io
import re
import shutil
import subprocess
import sys

import nbformat
import numpy as np
import pytest
from matplotlib.image import imread, imsave

from quantlib.figures.style import blank
from tests.authoring.exercises import exercise_from
from tests.authoring.store import execute, normalised
from tests.course import EXERCISES, LESSONS, ROOT, SOLUTIONS, read
from tests.guards import hygiene, links, pictures, prose

LESSON = next(path for path in LESSONS if path.stem.startswith("02"))
SOLUTION = next(path for path in SOLUTIONS if path.stem == LESSON.stem)
EXERCISE = next(path for path in EXERCISES if path.stem == LESSON.stem)


def cells_with(notebook, kind=None, text=""):
    return [cell for cell in notebook.cells if kind in (None, cell.cell_type) and text in cell.source]


def drawing(notebook):
    """The first cell with a stored figure, and that output."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                return cell, output
    raise AssertionError("no figure")


# ---- the nine kinds of tampering -------------------------------------------------------------------


def printed_number(notebook):
    output = next(
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == "stream" and "4.25" in output.text
    )
    output.text = output.text.replace("4.25", "4.26")


def number_in_prose(notebook):
    cell = cells_with(notebook, "markdown", "4.25 °C")[0]
    cell.source = cell.source.replace("4.25 °C", "4.28 °C")


def plotted_value(notebook):
    """One of 24 markers is drawn two degrees too high; the data and the sentence stay."""
    cell, _ = drawing(notebook)
    moved = "day(hours, tuesday, wrapped + 2 * (hours == 5), "
    cell.source = cell.source.replace("day(hours, tuesday, wrapped, ", moved)


def stored_figure(notebook):
    _, output = drawing(notebook)
    picture = imread(io.BytesIO(base64.b64decode(output.data["image/png"])), format="png")
    mirrored = io.BytesIO()
    imsave(mirrored, np.ascontiguousarray(picture[:, ::-1]), format="png")
    output.data["image/png"] = base64.b64encode(mirrored.getvalue()).decode()


def order_of_execution(notebook):
    first, second = cells_with(notebook, "code")[1:3]
    first.execution_count, second.execution_count = second.execution_count, first.execution_count


def cleared_cell(notebook):
    cell = cells_with(notebook, "code")[2]
    cell.outputs, cell.execution_count = [], None


def added_warning(notebook):
    """Stored as it comes, so that running it again gives the same: nbval alone would be content."""
    cell = cells_with(notebook, "code")[-2]
    cell.source = "import sys\n\nprint('DeprecationWarning', file=sys.stderr)\n" + cell.source
    cell.outputs.insert(0, nbformat.v4.new_output("stream", name="stderr", text="DeprecationWarning\n"))


def broken_link(notebook):
    cell = cells_with(notebook, "markdown", "03_min_max.ipynb")[0]
    cell.source = cell.source.replace("03_min_max.ipynb", "03_minmax.ipynb")


def edited_exercise(notebook):
    cell = cells_with(notebook, "code", "todo()")[-1]
    cell.source = cell.source.replace("todo()", "return 0.0, 0.0")


TAMPERINGS = [
    (printed_number, LESSON, "nbval"),
    (number_in_prose, LESSON, "prose"),
    (plotted_value, LESSON, "figures"),
    (stored_figure, LESSON, "figures"),
    (order_of_execution, LESSON, "hygiene"),
    (cleared_cell, LESSON, "hygiene"),
    (added_warning, LESSON, "hygiene"),
    (broken_link, LESSON, "links"),
    (edited_exercise, EXERCISE, "exercise"),
]


# ---- all guards over one copy ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A copy of the notebooks, whole, so that links lead where they should."""
    folder = tmp_path_factory.mktemp("course")
    for part in ("notebooks", "exercises"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def guards_that_fail(path, figures):
    """The names of the guards that complain about a notebook; `figures` as the option of pytest."""
    failing = {"links"} if links.problems(path) else set()
    if path.parent.name == "exercises":
        solution = read(path.parent / "solutions" / path.name)
        return failing | ({"exercise"} if read(path) != exercise_from(solution) else set())
    failing |= {"hygiene"} if hygiene.problems(path) else set()
    failing |= {"prose"} if prose.problems(path) else set()
    return failing | failing_when_run(path, figures)


def failing_when_run(path, figures):
    """Run nbval and the comparison of figures as `make test` does; tell which of the two complains."""
    command = [sys.executable, "-m", "pytest", "-p", "conftest", "-c", ROOT / "pyproject.toml", "--color=no"]
    run = subprocess.run(
        [*command, *(["--figures"] if figures else []), path], cwd=ROOT, capture_output=True, text=True
    )
    assert re.search(r"\d+ (passed|failed)", run.stdout), run.stdout + run.stderr
    failing = set()
    if "Notebook cell execution failed" in run.stdout:
        failing.add("nbval")
    if "figures: figure" in run.stdout:
        failing.add("figures")
    assert bool(failing) == bool(run.returncode), run.stdout
    return failing


@pytest.mark.parametrize("original", [LESSON, SOLUTION, EXERCISE], ids=["lesson", "solution", "exercise"])
def test_an_untouched_copy_passes_every_guard(course, original, request):
    path = course / original.relative_to(ROOT)
    assert guards_that_fail(path, request.config.getoption("--figures")) == set()


@pytest.mark.parametrize(
    ("tamper", "original", "guard"), [pytest.param(*case, id=case[0].__name__) for case in TAMPERINGS]
)
def test_tampering_is_caught_by_the_guard_meant_for_it(course, tamper, original, guard, request):
    figures = request.config.getoption("--figures")
    if guard == "figures" and not figures:
        pytest.skip("figures are compared on the locked versions only, with --figures")
    path = course / original.relative_to(ROOT)
    notebook = read(original)
    tamper(notebook)
    assert notebook != read(original), "nothing was tampered with"
    nbformat.write(notebook, path)
    try:
        assert guards_that_fail(path, figures) == {guard}
    finally:
        shutil.copy(original, path)


# ---- the finer teeth, one by one ------------------------------------------------------------------


def cell_problems(source="1", tags=(), outputs=()):
    """What the hygiene guard says of one cell that was run first."""
    cell = nbformat.v4.new_code_cell(source, execution_count=1, outputs=list(outputs))
    cell.metadata.tags = list(tags)
    return list(hygiene._code_cell(cell, 1))


def test_hygiene_wants_an_error_exactly_where_the_tag_is():
    error = nbformat.v4.new_output("error", ename="ValueError", evalue="no", traceback=["ValueError: no"])
    assert cell_problems(tags=["raises-exception"], outputs=[error]) == []
    assert "without the tag" in cell_problems(outputs=[error])[0]
    assert "raises none" in cell_problems(tags=["raises-exception"])[0]


@pytest.mark.parametrize("marker", ["# NBVAL_IGNORE_OUTPUT\n1", "# NBVAL_SKIP\n1"])
def test_hygiene_wants_no_cell_switched_off(marker):
    assert "against a guard" in cell_problems(marker)[0]
    assert "against a guard" in cell_problems(tags=["nbval-ignore-output"])[0]
    assert "against a guard" in cell_problems(tags=["skip-execution"])[0]


def test_hygiene_wants_a_folded_output_to_keep_its_secret():
    def folded(text):
        cell = nbformat.v4.new_code_cell(
            "1", execution_count=1, metadata={"jupyter": {"outputs_hidden": True}}
        )
        cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=text)]
        return list(hygiene._code_cell(cell, 1))

    assert folded("the largest error\n4.25\n") == []
    assert "first line" in folded("largest error 4.25\n")[0]


def test_hygiene_wants_a_sentence_under_every_figure():
    def figure(metadata, text):
        data = {"image/png": "", "text/plain": text}
        return nbformat.v4.new_output("display_data", data, metadata={"image/png": metadata})

    caption = nbformat.v4.new_output("display_data", {"text/markdown": "*Flat.*", "text/plain": "Flat."})
    assert cell_problems(outputs=[figure({"alt": "Flat."}, "Figure:\nFlat."), caption]) == []
    assert "not shown" in cell_problems(outputs=[figure({"alt": "Flat."}, "Figure:\nFlat.")])[0]
    assert "no sentence" in cell_problems(outputs=[figure({}, "<Figure size 990x440>"), caption])[0]


@pytest.mark.parametrize(
    "path", ["/home/ada/course/x.py", "C:\\\\Users\\\\ada", "/usr/lib/site-packages/x", str(ROOT)]
)
def test_hygiene_sees_the_path_of_a_machine(path):
    assert hygiene.MACHINE.search(path)


def test_hygiene_wants_the_answer_to_a_prediction_folded(tmp_path):
    notebook = read(LESSON)
    asked = next(index for index, cell in enumerate(notebook.cells) if "*Predict:*" in cell.source)
    del notebook.cells[asked + 1].metadata["jupyter"]
    nbformat.write(notebook, tmp_path / "lesson.ipynb")
    [problem] = hygiene.lesson_problems(tmp_path / "lesson.ipynb")
    assert f"the prediction in {notebook.cells[asked].id}" in problem


def test_store_normalises_what_a_machine_leaves_behind():
    cell = nbformat.v4.new_code_cell("1 / 0", metadata={"execution": {"iopub.status.busy": "now"}})
    cell.metadata.tags = ["raises-exception"]
    notebook = nbformat.v4.new_notebook(
        cells=[cell], metadata={"language_info": {"name": "python", "version": "3.11.7"}}
    )
    stored = execute(notebook, ROOT)
    assert stored == normalised(stored)
    assert stored.cells[0].metadata == {"tags": ["raises-exception"]}
    assert stored.cells[0].outputs[0].traceback == ["ZeroDivisionError: division by zero"]
    assert "3.11" not in nbformat.writes(stored)


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("It is 0.25 or 1,000 or 16", ["0.25", "1,000"]),
        ("from -50 to −3.5, 2-17, x-18", ["-50", "-3.5", "17", "18"]),
        ("`int32`, 2019, # 99 is no heading", ["99"]),
        ("# 99 is a heading", []),
        ("[here](page_99.html), arXiv:1712.05877, section 3.14, Python 3.11, CC BY 4.0", []),
        ("a code in 0..255, 28% of 1e-44", ["255", "28", "1e-44"]),
        ("**Time** 25 minutes", []),
        ("for x < 0 it is 77.7, <b>for</b> x > 0 it is 78.8", ["77.7", "78.8"]),
    ],
)
def test_prose_finds_the_numbers_that_are_claims(text, claimed):
    assert [written for written, _, _ in prose.claims(text)] == claimed


@pytest.mark.parametrize(
    ("written", "cell", "agree"),
    [
        ("3.14", "3.14159", True),
        ("3.15", "3.14159", False),
        ("3.1416", "3.14", False),
        ("1,000", "10_00, 1_000", True),
        ("0.50", "0.5", True),
        ("-28.0", "28.0", False),
        ("28.0", "x = -28.0", True),
        ("255", "uint8: 256", False),
    ],
)
def test_prose_compares_to_the_digits_written(written, cell, agree):
    [(_, value, digits)] = prose.claims(written)
    numbers = prose._cell_numbers(nbformat.v4.new_code_cell(cell))
    assert any(prose._agrees(value, digits, number) for number in numbers) == agree


def test_links_check_the_heading_too(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("## One two\n[a](#one-two) [b](#three) [c](page.md#one-two) [d](https://a.example/b)")
    assert links.problems(page) == ["link to #three: no such heading"]


def test_pictures_sees_one_small_marker_move():
    def picture(y, label=""):
        ax = blank("A title", "x")
        ax.text(0, 2, label)
        ax.plot([0, 1, 2, 3], [0, 1, y, 3], "o", markersize=5)
        return figure_bytes(ax)

    assert pictures.alike(picture(2.0), picture(2.0))
    assert not pictures.alike(picture(2.0), picture(2.2))
    assert not pictures.alike(picture(2.0, "86 codes"), picture(2.0, "36 codes"))


def figure_bytes(ax):
    file = io.BytesIO()
    ax.figure.savefig(file, format="png")
    return base64.b64encode(file.getvalue())
