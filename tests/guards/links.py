"""Guard: every relative link in a notebook or a page leads to a file, and to a heading, that exists."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import mistune

from tests.course import read


def problems(path):
    found = []
    for target in _links(_markdown(path)):
        url = urlsplit(target)
        if url.scheme or url.netloc:
            continue
        file = path.parent / unquote(url.path) if url.path else path
        if not file.exists():
            found.append(f"link to {target}: no such file")
        elif url.fragment and unquote(url.fragment) not in _anchors(file):
            found.append(f"link to {target}: no such heading")
    return found


def _markdown(path):
    if path.suffix == ".md":
        return path.read_text(encoding="utf-8")
    return "\n\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")


class _Targets(HTMLParser):
    def __init__(self):
        super().__init__()
        self.targets = []

    def handle_starttag(self, tag, attributes):
        self.targets += [value for key, value in attributes if key in ("href", "src")]


def _links(markdown):
    parser = _Targets()
    parser.feed(mistune.create_markdown(escape=False, plugins=["table"])(markdown))
    return parser.targets


def _anchors(file):
    """The names that headings get: JupyterLab's in notebooks, GitHub's in pages."""
    headings = re.findall(r"^#+ +(.+?) *$", _markdown(file), flags=re.MULTILINE)
    if file.suffix == ".ipynb":
        return {heading.replace(" ", "-") for heading in headings}
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
