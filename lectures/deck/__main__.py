"""Write the decks: ``python -m lectures.deck [folder]``, by default to ``_build/lectures``."""

import shutil
import sys
from pathlib import Path

import jinja2
import nbformat
from nbconvert.exporters import HTMLExporter
from pygments.formatters import HtmlFormatter

from lectures.deck import notes, pieces, vendor

ROOT = Path(__file__).resolve().parent.parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
TEMPLATE = Path(__file__).with_name("template")
FOLDER = ROOT / "_build" / "lectures"
CACHE = ROOT / "_build" / "packages"


def notes_of(lesson):
    return (ROOT / "lectures" / f"{lesson.stem}.md").read_text(encoding="utf-8")


def title_of(lesson):
    return nbformat.read(lesson, as_version=4).cells[0].source.partition("\n")[0].lstrip("# ")


def deck(lesson):
    """Return the deck of a lesson as HTML."""
    notebook = nbformat.read(lesson, as_version=4)
    notebook.cells, noted = pieces.slides(notebook), notes.sections(notes_of(lesson))
    for piece in notebook.cells:  # each slide has its whole section's notes, so that they are always in view
        heading = piece.metadata.heading
        piece.metadata.notes = f"**{heading}**, {noted[heading].replace('*', '', 2)}"
    notebook.metadata.title = title_of(lesson)
    exporter = HTMLExporter(template_name=TEMPLATE.name, extra_template_basedirs=[str(TEMPLATE.parent)])
    colours = HtmlFormatter(style="staroffice").get_style_defs(".highlight")
    return exporter.from_notebook_node(notebook, resources={"colours": colours})[0]


def contents():
    """Return the page that lists the decks."""
    decks = []
    for lesson in LESSONS:
        noted = notes.sections(notes_of(lesson))
        first = {}
        for piece in pieces.slides(nbformat.read(lesson, as_version=4)):
            first.setdefault(piece.metadata.heading, piece.id)
        decks.append((lesson.stem, [(title, first[title], notes.minutes(noted[title])) for title in first]))
    licences = {package: vendor.PACKAGES[package][1] for package in vendor.IN_A_DECK}
    loader = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATE), autoescape=True)
    return loader.get_template("contents.html.j2").render(decks=decks, licences=licences)


def main(folder=FOLDER):
    folder = Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    vendor.copy(folder, CACHE)
    shutil.copy(TEMPLATE / "deck.css", folder)
    for lesson in LESSONS:
        (folder / f"{lesson.stem}.html").write_text(deck(lesson), encoding="utf-8")
    (folder / "index.html").write_text(contents(), encoding="utf-8")
    print(f"{len(LESSONS)} decks: open {folder / 'index.html'}")


if __name__ == "__main__":
    main(*sys.argv[1:])
