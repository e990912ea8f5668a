"""Every lesson and every solution, as stored, passes the guards; nbval runs them besides."""

import importlib.metadata
import re
import sys
import tomllib

import pytest

from tests.authoring.exercises import exercise_path
from tests.course import EXERCISES, LESSONS, PAGES, ROOT, SOLUTIONS, name, read
from tests.guards import hygiene, links, prose

NUMBERED = [path for path in LESSONS if path.stem[:2].isdigit()]
GLOSSARY = ROOT / "notebooks" / "glossary.ipynb"
TERM = re.compile(r"\*\*\*(.+?)\*\*\*", re.DOTALL)


@pytest.mark.parametrize("path", [*LESSONS, *SOLUTIONS], ids=name)
def test_hygiene(path):
    assert hygiene.problems(path) == []


@pytest.mark.parametrize("path", [*LESSONS, *SOLUTIONS], ids=name)
def test_numbers_in_prose_are_numbers_of_the_cells(path):
    assert prose.problems(path) == []


@pytest.mark.parametrize("path", [*LESSONS, *SOLUTIONS, *EXERCISES, *PAGES], ids=name)
def test_links_lead_somewhere(path):
    assert links.problems(path) == []


@pytest.mark.parametrize("path", NUMBERED, ids=name)
def test_every_cell_has_its_slide_type_and_every_prediction_its_folded_answer(path):
    assert hygiene.lesson_problems(path) == []


@pytest.mark.parametrize("path", NUMBERED[1:], ids=name)
def test_lesson_has_the_order_of_a_lesson(path):
    notebook = read(path)
    assert 15 <= len(notebook.cells) <= 22
    text = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    landmarks = [
        f"# {int(path.stem[:2])}. ",
        "**You will learn**",
        "**You need**",
        "**Time**",
        "*Predict:*",
        "## Where it breaks",
        "## Check yourself",
        "## Summary",
        "**Practice:**",
        "**Next:**",
        "**Sources:**",
    ]
    places = [text.find(landmark) for landmark in landmarks]
    assert -1 not in places, landmarks[places.index(-1)]
    assert places == sorted(places)
    assert exercise_path(path) in EXERCISES


def test_glossary_lists_each_term_with_the_lesson_that_defines_it():
    """A term stands in bold italics where it is defined, once in the course."""
    defined = {}
    for path in NUMBERED:
        for cell in read(path).cells:
            for term in TERM.findall(cell.source) if cell.cell_type == "markdown" else []:
                assert term not in defined, f"{term} is defined in {defined[term]} and in {path.name}"
                defined[term] = path.name
    text = "\n".join(cell.source for cell in read(GLOSSARY).cells)
    listed = dict(re.findall(r"^\| ([^|]+?) \| [^|]+ \| \[\d\d\]\(([\w.]+)\) \|$", text, re.MULTILINE))
    assert listed == defined
    assert list(listed) == sorted(listed, key=str.lower)


# ---- the self-check of lesson 00 ------------------------------------------------------------------


def self_check(monkeypatch, capsys, installed):
    """What the cell prints where the packages `installed` are there in these versions."""

    def version(package):
        if package not in installed:
            raise importlib.metadata.PackageNotFoundError(package)
        return installed[package]

    monkeypatch.setattr(importlib.metadata, "version", version)
    source = next(cell.source for cell in read(NUMBERED[0]).cells if cell.id == "self-check-run")
    assert not re.search(r"import (numpy|matplotlib|quantlib)", source), "it must run where these are missing"
    exec(source, {})
    return capsys.readouterr().out


def test_self_check_is_content_with_the_least_versions_of_pyproject(monkeypatch, capsys):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    least = dict(line.split(">=") for line in project["dependencies"])
    installed = {**least, "quantization-course": project["version"]}
    assert self_check(monkeypatch, capsys, installed) == "Everything is here. Go on.\n"


@pytest.mark.parametrize(
    ("installed", "missing"),
    [
        ({"matplotlib": "3.11.2", "quantization-course": "0.1.0"}, "numpy 2.0 or newer"),
        ({"numpy": "1.26.4", "matplotlib": "3.11.2", "quantization-course": "0.1.0"}, "numpy 2.0 or newer"),
        ({"numpy": "2.4.6", "matplotlib": "3.11.2"}, "quantization-course 0.1 or newer"),
        ({"numpy": "2.4.6", "matplotlib": "3.8", "quantization-course": "0.1.0"}, "matplotlib 3.9 or newer"),
    ],
)
def test_self_check_names_what_is_missing_and_what_to_run(monkeypatch, capsys, installed, missing):
    words = self_check(monkeypatch, capsys, installed)
    assert f"Missing: {missing}\n" in words
    assert f'"{sys.executable}" -m pip install --editable .' in words
