"""The exercises' checks are known to reject wrong answers, to take right ones, and to be kind."""

import ast
import contextlib
import io
import re
import runpy
from functools import cache
from pathlib import Path

import pytest
from nbclient import NotebookClient

from quantlib.data import photo
from quantlib.practice import Hint
from tests.authoring.exercises import exercise_from, exercise_path
from tests.course import EXERCISES, SOLUTIONS, name, read

ANSWERS = {path.stem: runpy.run_path(path) for path in Path(__file__).parent.glob("answers/*.py")}

# What a learner may return by mistake, whatever the task.
BY_MISTAKE = {
    "nothing": "None",
    "a text": "'0.5'",
    "an int": "7",
    "a list": "[1, 2, 3]",
    "a photo": "the_photo",
}


@cache
def solved(path):
    """The names that a solution defines, and its answer and check cells by task."""
    names, cells = {"the_photo": photo()}, {}
    for cell in read(path).cells:
        if cell.cell_type == "code":
            cells[cell.id] = cell.source
            with contextlib.redirect_stdout(io.StringIO()):
                exec(cell.source, names)
    return names, cells


def run_check(path, task, answer):
    """Run the check of `task` after `answer`; return what it printed, or raise what it raised."""
    names, cells = solved(path)
    names = dict(names)
    exec(answer, names)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(cells[f"{task}-check"], names)
    return printed.getvalue()


def each(kind):
    for path in SOLUTIONS:
        for task, answers in ANSWERS.get(path.stem, {}).get(kind, {}).items():
            for answer in answers:
                yield pytest.param(path, task, *answer[1:], id=f"{path.stem}-{task}-{answer[0]}")


def functions_to_write():
    for path in SOLUTIONS:
        for cell in read(path).cells:
            if cell.id.endswith("-answer"):
                task = cell.id.removesuffix("-answer")
                for node in ast.parse(cell.source).body:
                    if isinstance(node, ast.FunctionDef):
                        yield pytest.param(path, task, node.name, id=f"{path.stem}-{node.name}")


@pytest.mark.parametrize(("path", "task", "answer", "says"), [*each("WRONG")])
def test_wrong_answer_is_rejected_with_the_hint_that_fits(path, task, answer, says):
    with pytest.raises(Hint, match=re.escape(says)):
        run_check(path, task, answer)


@pytest.mark.parametrize(("path", "task", "answer"), [*each("RIGHT")])
def test_differently_written_right_answer_passes(path, task, answer):
    assert run_check(path, task, answer).endswith("right.\n")


@pytest.mark.parametrize("mistake", BY_MISTAKE)
@pytest.mark.parametrize(("path", "task", "function"), [*functions_to_write()])
def test_result_of_a_wrong_kind_gets_a_helpful_word(path, task, function, mistake):
    with pytest.raises(Hint, match=r"^Task \d: "):
        run_check(path, task, f"def {function}(*args, **options): return {BY_MISTAKE[mistake]}")


@pytest.mark.parametrize("path", SOLUTIONS, ids=name)
def test_every_task_has_its_wrong_answers(path):
    answers, (_, cells) = ANSWERS[path.stem], solved(path)
    tasks = [id.removesuffix("-check") for id in cells if id.endswith("-check")]
    assert 3 <= len(tasks) <= 5
    assert answers["WRONG"].keys() == set(tasks)
    for task in tasks:
        assert len(answers["WRONG"][task]) >= 2, task
    assert any(answers["RIGHT"].values())
    text = "\n".join(cell.source for cell in read(path).cells)
    assert len(re.findall(r"^## Task .*short path", text, re.MULTILINE)) == 2
    assert len(re.findall(r"^## Task .*\((?:easy|medium|stretch)", text, re.MULTILINE)) == len(tasks)
    assert re.search(r"^## Task .*[Ff]ind the bug", text, re.MULTILINE)


@pytest.mark.parametrize("path", SOLUTIONS, ids=name)
def test_exercise_is_the_one_generated_from_its_solution(path):
    assert read(exercise_path(path)) == exercise_from(read(path)), "run `make exercises`"


def test_every_exercise_has_a_solution():
    assert [exercise_path(path) for path in SOLUTIONS] == EXERCISES


@pytest.mark.parametrize("path", EXERCISES, ids=name)
def test_run_all_on_an_untouched_exercise_shows_only_kind_words(path):
    notebook = read(path)
    NotebookClient(notebook, allow_errors=True, resources={"metadata": {"path": str(path.parent)}}).execute()
    words = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type == "error", output
            assert output.ename == "Hint"
            assert output.traceback == [output.evalue]  # one line
            words.append(output.evalue)
    kind = re.compile(r"This task waits for you|Task \d: This task waits|Task \d: \w+ does not exist yet")
    assert len(words) >= 3
    assert all(kind.match(word) for word in words), words


def test_an_error_of_the_learners_own_code_is_not_hidden():
    path, task, function = next(functions_to_write()).values
    with pytest.raises(ZeroDivisionError) as error:
        run_check(path, task, f"def {function}(*args): return 1 / 0")
    [note] = error.value.__notes__
    assert note.endswith("your answer raised this error when the check called it.")
    with pytest.raises(NameError, match="undefined_name"):
        run_check(path, task, f"def {function}(*args): return undefined_name")


@pytest.mark.parametrize("path", SOLUTIONS, ids=name)
def test_a_check_leaves_no_name_behind_and_overwrites_none(path):
    """A learner's helper may have any name; one that a check binds at the top would be lost."""
    for id, source in solved(path)[1].items():
        if id.endswith("-check"):
            [function] = ast.parse(source).body
            assert isinstance(function, ast.FunctionDef), id
            assert function.name == "_", id
