"""The teaching guide keeps its promises: times add up, and what it names exists."""

import re

import pytest

from tests.course import ROOT, SOLUTIONS, read

GUIDE = (ROOT / "INSTRUCTORS.md").read_text(encoding="utf-8")
PLANS = re.findall(r"^\| from \| minutes \| what \|\n\|[- |]+\|\n((?:\|.*\|\n)+)", GUIDE, re.MULTILINE)
LENGTHS = [90, 240, 120, 90, 60, 120, 90, 65, 120, 90, 60]


@pytest.mark.parametrize("number", range(len(LENGTHS)))
def test_the_minutes_of_a_plan_add_up(number):
    passed = 0
    for hour, minute, minutes in re.findall(r"^\| (\d+):(\d\d) \| (\d+) \|", PLANS[number], re.MULTILINE):
        assert passed == 60 * int(hour) + int(minute)
        passed += int(minutes)
    assert passed == LENGTHS[number]


def test_every_plan_is_summed():
    assert len(PLANS) == len(LENGTHS)
    assert all(plan.count("\n") == len(re.findall(r"^\| \d+:\d\d", plan, re.MULTILINE)) for plan in PLANS)


def test_every_task_is_mapped_to_an_objective_or_said_to_go_beyond():
    begin, end = GUIDE.index("## Objectives and the tasks"), GUIDE.index("## A NumPy diagnostic")
    mapped = set(re.findall(r"\b([1-6]\.[1-5])\b", GUIDE[begin:end]))
    tasks = {
        f"{int(path.stem[:2])}.{number}"
        for path in SOLUTIONS
        for cell in read(path).cells
        for number in re.findall(r"^## Task (\d)", cell.source, re.MULTILINE)
    }
    assert mapped == tasks


def test_ten_items_stand_in_the_diagnostic_and_in_the_test():
    diagnostic = GUIDE[GUIDE.index("## A NumPy diagnostic") : GUIDE.index("## A test for before and after")]
    test = GUIDE[GUIDE.index("## A test for before and after") : GUIDE.index("## Frequent misconceptions")]
    for part in (diagnostic, test):
        assert re.findall(r"^\*\*(\d+)\.", part, re.MULTILINE) == [str(number) for number in range(1, 11)]
        assert part.count("<summary>Answer</summary>") == 10
