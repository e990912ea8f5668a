"""The lecturer's notes: one Markdown file for each lesson, with the lesson's own headings."""

import re

MINUTES = re.compile(r"^\*(\d+) minutes?\*$", re.MULTILINE)


def sections(text):
    """Return a mapping from each heading to the notes below it."""
    parts = re.split(r"^#+ +(.+?) *$", text, flags=re.MULTILINE)
    if parts[0].strip():
        raise ValueError(f"notes must begin with a heading, got {parts[0].strip()[:40]!r}")
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


def minutes(text):
    """Return how many minutes the notes of a lesson plan in all."""
    return sum(int(found) for found in MINUTES.findall(text))


def problems(headings, text):
    """Return what does not fit between a lesson's headings and its notes; nothing when all is well."""
    found, noted = [], sections(text)
    found += [f"no such heading in the lesson: {heading}" for heading in noted if heading not in headings]
    for heading in headings:
        if not noted.get(heading):
            found.append(f"no notes for: {heading}")
        elif not MINUTES.search(noted[heading]):
            found.append(f"no minutes for: {heading}")
        else:
            missing = [word for word in ("**Say:**", "**Cut:**") if word not in noted[heading]]
            found += [f"no {word} for: {heading}" for word in missing]
    return found
