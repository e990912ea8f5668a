"""Guard: the numbers in a notebook's text are numbers of its cells.

Every decimal, and every integer of 17 and more, in Markdown must agree, to the digits written, with
a number in the code or the output of the same section; a section without code, such as a summary, is
held to the whole notebook. A negative number needs a negative one. Headings, link targets, minutes,
values to try, years, and numbers of versions, sections and licences are not looked at.

What passes: a wrong number that happens to stand elsewhere in its section. Of all numbers in the
lessons, changed by one in their last digit, about one in eight passes so.
"""

import re

from tests.course import read

SMALLEST_INTEGER = 17
NOT_CLAIMS = [
    r"^#+ .*$",  # headings
    r"^\*\*Time\*\*.*$|\d+ minutes|^\*Try this:\*.*$",  # times, and values that the reader is to try
    r"\]\([^)]*\)",  # link targets
    r"</?[a-z][^>]*>",  # tags and bare addresses
    r"(?i)arXiv:\S+|doi:\S+",
    r"(?i)\b(?:sections?|eq\.|equation|version|python|numpy|CC BY|BT\.) ?[\d.]+(?:, [\d.]+)*",
    r"(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d|\d)",  # years
]
# In text, a number that follows a letter is part of a name: int32, x2.
IN_PROSE = re.compile(r"(?<!\w)(?<!\w\.)(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)(?P<exponent>e-?\d+)?")
IN_CELLS = re.compile(r"\d+(?:[,_]\d{3})*(?:\.\d*)?(?:e[-+]?\d+)?")


def problems(path):
    found, everywhere = [], [number for cell in read(path).cells for number in _cell_numbers(cell)]
    for section in _sections(read(path).cells):
        known = [number for cell in section for number in _cell_numbers(cell)] or everywhere
        found += [
            f"cell {cell.id}: {written} in the text is in no cell of its section"
            for cell in section
            if cell.cell_type == "markdown"
            for written, value, digits in claims(cell.source)
            if not any(_agrees(value, digits, number) for number in known)
        ]
    return found


def _sections(cells):
    """Split the cells at the headings; a heading is the first line of its cell."""
    sections = [[]]
    for cell in cells:
        if cell.cell_type == "markdown" and cell.source.startswith("#"):
            sections.append([])
        sections[-1].append(cell)
    return sections


def claims(text):
    """Yield (as written, value, digits behind the point) for each number that the text claims."""
    for pattern in NOT_CLAIMS:
        text = re.sub(pattern, " ", text, flags=re.MULTILINE)
    for match in IN_PROSE.finditer(text):
        digits, exponent = match["digits"].replace(",", ""), match["exponent"] or ""
        value = float(digits + exponent)
        if "." not in digits and not exponent and value < SMALLEST_INTEGER:
            continue
        behind_point = len(digits.partition(".")[2]) - int(exponent[1:] or 0)
        negative = _minus_before(text, match.start())
        yield ("-" if negative else "") + match.group(), -value if negative else value, behind_point


def _minus_before(text, start):
    """A minus sign right before the number, that does not follow a number or a name, is its sign."""
    before = text[:start]
    return before[-1:] in ("-", "−") and not re.search(r"[\w)\].]$", before[:-1])


def _cell_numbers(cell):
    if cell.cell_type != "code":
        return
    texts = [cell.source]
    for output in cell.outputs:
        texts += [output.get("text", ""), output.get("evalue", "")]
        texts += [data for kind, data in output.get("data", {}).items() if kind.startswith("text/")]
    for text in texts:
        for match in IN_CELLS.finditer(text):
            value = float(re.sub("[,_]", "", match.group()))
            yield -value if _minus_before(text, match.start()) else value


def _agrees(value, digits, number):
    """A claim without a sign may state the size of a negative number: "it falls by 3.2"."""
    number = number if value < 0 else abs(number)
    return abs(number - value) <= 0.5 * 10.0**-digits * (1 + 1e-9)
