"""Every lesson and every solution, as stored, passes the guards; nbval runs them besides."""

import re

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
def test_every_cell_has_its_slide_type(path):
    assert hygiene.slide_problems(path) == []


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
