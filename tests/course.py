"""Where the course's notebooks are. Found by glob, so a new one is guarded from its first day."""

from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SOLUTIONS = sorted((ROOT / "exercises" / "solutions").glob("*.ipynb"))
EXERCISES = sorted((ROOT / "exercises").glob("*.ipynb"))
PAGES = sorted(ROOT.glob("*.md"))


def read(path):
    return nbformat.read(path, as_version=4)


def name(path):
    """A test's name for a file: its path below the course's root, or its own name elsewhere."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
