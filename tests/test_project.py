"""The project's own files agree with each other, and hold no address and no machine's path."""

import re
import tomllib

import yaml

from tests.authoring.store import README_FIGURE, readme_figure
from tests.course import LESSONS, ROOT, read
from tests.guards import hygiene

IGNORED = {".git", ".venv", ".venv-oldest", ".venv-nbgrader", ".hypothesis", "_build"}
IGNORED |= {".pytest_cache", ".ruff_cache", ".ipynb_checkpoints"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def requirements(lines):
    return {re.sub(r"\s", "", line) for line in lines}


def test_environment_yml_agrees_with_pyproject():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    conda = [item for item in environment["dependencies"] if isinstance(item, str)]
    pip = [line for item in environment["dependencies"] if isinstance(item, dict) for line in item["pip"]]
    python = f"python{PROJECT['requires-python']}"
    assert requirements(conda) == requirements([*PROJECT["dependencies"], python, "pip"])
    assert pip == ["--editable ."]
    assert environment["channels"] == ["conda-forge"]


def test_learners_install_three_packages():
    assert {re.match(r"\w+", line)[0] for line in PROJECT["dependencies"]} == {
        "numpy",
        "matplotlib",
        "jupyterlab",
    }


def test_lock_covers_every_requirement_and_holds_no_address():
    lock = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    for line in wanted:
        package = re.match(r"[\w-]+", line)[0]
        assert re.search(rf"^{package}==", lock, re.MULTILINE), package
    assert not re.search(r"://|@ |file:|--index|--find-links", lock)


def test_no_file_names_a_machine():
    ours = [path for path in ROOT.rglob("*") if path.is_file() and not IGNORED & set(path.parts)]
    assert len(ours) > 30
    for path in ours:
        # These two name such paths to look for them.
        if path.suffix not in (".png", ".npz", ".pyc") and path.name not in (
            "test_project.py",
            "test_guards_bite.py",
        ):
            text = path.read_text(encoding="utf-8").replace(hygiene.MACHINE.pattern, "")
            found = re.search(r"/(home|root|Users|work|opt)/\w|" + re.escape(str(ROOT)), text)
            assert not found, (path, found)


def test_readme_shows_the_lessons_figure_with_its_sentence():
    picture, sentence = readme_figure()
    assert README_FIGURE.read_bytes() == picture, "run `make notebooks`"
    path = README_FIGURE.relative_to(ROOT).as_posix()
    assert f"![{sentence}]({path})" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_lists_every_lesson_with_its_minutes_and_exercise():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for path in LESSONS:
        if path.stem[:2].isdigit():
            row = re.search(rf"^\|.*\(notebooks/{path.name}\).*$", readme, re.MULTILINE)
            assert row, path.name
            minutes = re.findall(r"\d+", re.search(r"\*\*Time\*\*.*", read(path).cells[0].source)[0])
            assert re.findall(r"(\d+) min", row[0]) == minutes, path.name
            assert ("exercises/" in row[0]) == (len(minutes) == 2), path.name
