"""Cut the cells of a lesson into pieces, each of which fits on one slide.

A cell's slide type says where a section begins (``slide``) and what stays out (``skip``). Within a section
the pieces stand below each other: text, cut between paragraphs, with a prediction at the end, to be voted on;
a cell's code, which still shows the question; then, and never earlier, what it printed; then its figure. A
folded part of the text is a piece of its own; one that is to be opened after the next cell comes after that
cell's output. Links to other lessons lead to their decks, and links to what has no deck are plain text.
"""

import re

import nbformat

LINE = 86  # characters of text that fit side by side
WITH_PREDICTION = 10  # lines of text and of a prediction that may share a slide
LINES = 14  # lines of text on a slide, and space between paragraphs, where it can be cut
CODE_LINES = OUTPUT_LINES = 25
FEW, SHORT = 16, 80  # lines, and characters of the longest, that are shown in large letters
FOLDED = re.compile(r"<details>\s*<summary>(.*?)</summary>\s*(.*?)\s*</details>", re.DOTALL)
QUESTION = re.compile(r"^\*Predict:\*.*(?:\n+\d+\. .*)*", re.MULTILINE)
LATER = "Open it after the next cell"


def slides(notebook):
    """Return the pieces of a lesson, in order, as cells that know their section's heading, begin and end."""
    pieces, heading, question, postponed = [], None, "", []
    for cell in notebook.cells:
        kind = cell.metadata.get("slideshow", {}).get("slide_type")
        if kind == "skip":
            continue
        if cell.cell_type == "markdown":
            if found := re.match(r"#+ (.+)", cell.source):
                heading = found[1]
            now, later = _of_text(_linked(cell.source))
            new, postponed = now, postponed + later
            question = " ".join(part for found in QUESTION.findall(cell.source) for part in found.split())
        else:
            new, question, postponed = [*_of_code(cell, question), *postponed], "", []
        for number, piece in enumerate(new, start=len(pieces)):
            piece.id = f"{cell.id}-{number}"
            piece.metadata.heading = heading
            piece.metadata.headed = piece.source.startswith(("# ", "## "))
            piece.metadata.begins = not pieces or (kind == "slide" and piece is new[0])
        pieces += new
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        piece.metadata.ends = following is None or following.metadata.begins
    return pieces


def _linked(text):
    """Turn links to lessons into links to their decks; leave only the words of links to other files."""
    text = re.sub(r"\]\((\d\d_\w+)\.ipynb\)", r"](\1.html)", text)
    return re.sub(r"\[([^]]*)\]\((?!https?:)[^)]*\.ipynb\)", r"\1", text)


def _text(source, kind="text"):
    return nbformat.v4.new_markdown_cell(source, metadata={"piece": kind})


def _of_text(source):
    """Return the pieces of a Markdown cell, and those that must wait for the next cell's output."""
    folded = [(summary, body) for summary, body in FOLDED.findall(source)]
    paragraphs = [part for part in re.split(r"\n\n+", FOLDED.sub("", source).strip()) if part]
    predictions, plain = [], []
    for part in paragraphs:
        if part.startswith("*Predict:*"):
            predictions.append(part)
        elif predictions and _is_item(part):  # its questions
            predictions[-1] += "\n\n" + part
        else:
            plain.append(part)
    now = [_text(text) for text in _filled(plain)]
    for prediction in predictions:
        together = [*now[-1].source.split("\n\n"), prediction] if now else []
        if now and "\n" not in prediction and sum(map(_lines, together)) <= WITH_PREDICTION:
            now[-1] = _text(f"{now[-1].source}\n\n{prediction}", "predict below")
        else:
            now.append(_text(prediction, "predict"))
    later = []
    for summary, body in folded:
        title = summary.replace(LATER, "").strip().rstrip(".")
        parts = [_text(text) for text in _filled([f"### {title}", *re.split(r"\n\n+", body)])]
        (later if LATER in summary else now).extend(parts)
    return now, later


def _filled(paragraphs):
    """Join paragraphs as long as they fit on a slide; a list that does not is cut between its items."""
    found, used = [], 0
    for part in _units(paragraphs):
        lines = _lines(part) + 1
        headed = found and re.fullmatch(r"#+ .*", found[-1])
        if found and (used + lines <= LINES or headed):
            joint = "\n" if _is_item(part) and _is_item(found[-1].rsplit("\n", 1)[-1]) else "\n\n"
            found[-1] += joint + part
            used += lines
        else:
            found.append(part)
            used = lines
    return found


def _units(paragraphs):
    """Return what may not be cut: paragraphs, the items of a long list, and a list with its introduction."""
    units = []
    for paragraph in paragraphs:
        parts = [paragraph]
        if _is_item(paragraph):
            if _lines(paragraph) > LINES - 3:
                parts = re.split(r"\n(?=- |\d+\. )", paragraph)
            if units and not units[-1].startswith("#") and not _is_item(units[-1]):
                parts[0] = units.pop() + "\n\n" + parts[0]
        units += parts
    return units


def _is_item(text):
    return re.match(r"(-|\d+\.) ", text) is not None


def _lines(text):
    """Estimate how many lines a paragraph takes; link targets and formulas' markup are not seen."""
    seen = re.sub(r"\]\([^)]*\)", "]", text)
    if text.startswith("#"):
        return 2
    return sum(1 + len(line) // LINE for line in seen.split("\n"))


def _of_code(cell, question):
    room = CODE_LINES - len(question) // (LINE + 20)  # the question is set in smaller letters
    pieces = [_code(part, question) for part in _cut(cell.source, room)]
    outputs = list(cell.outputs)
    while outputs:
        output = outputs.pop(0)
        if output.output_type == "stream":
            pieces += [_stream(output, part) for part in _cut(output.text.strip("\n"), OUTPUT_LINES)]
        elif "image/png" in output.get("data", {}) and outputs:
            pieces.append(_output([output, outputs.pop(0)], "figure"))  # a figure and its sentence
        else:
            pieces.append(_output([output], "output large"))
    return pieces


def _code(source, question):
    metadata = {"piece": "code" + _size(source), "question": question}
    return nbformat.v4.new_code_cell(source, metadata=metadata)


def _output(outputs, kind="output"):
    return nbformat.v4.new_code_cell("", outputs=outputs, metadata={"piece": kind})


def _stream(output, text):
    return _output([nbformat.v4.new_output("stream", name=output.name, text=text)], "output" + _size(text))


def _size(text):
    lines = text.split("\n")
    return " large" if len(lines) <= FEW and max(map(len, lines)) <= SHORT else ""


def _cut(text, most):
    """Cut text into parts of nearly equal length, of at most `most` lines, if possible at empty lines."""
    lines = text.split("\n")
    parts = []
    while len(lines) > most:
        count = -(-len(lines) // -(-len(lines) // most))
        empty = [place for place in range(most, most // 2, -1) if not lines[place].strip()]
        place = min(empty, key=lambda place: abs(place - count)) if empty else count
        parts.append("\n".join(lines[:place]).strip("\n"))
        lines = lines[place:]
    return [*parts, "\n".join(lines).strip("\n")]
