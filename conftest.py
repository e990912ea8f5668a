"""What pytest does beside its usual work: run notebooks as a person would, and compare their figures."""

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from nbval.kernel import RunningKernel
from nbval.plugin import IPyNbCell

from tests.guards import pictures

LOCK = Path(__file__).with_name("constraints.txt")


def pytest_addoption(parser):
    parser.addoption("--figures", action="store_true", help="compare stored figures with fresh ones")


def pytest_configure(config):
    if config.getoption("--figures"):
        locked = re.search(r"^matplotlib==(\S+)", LOCK.read_text(), re.MULTILINE)[1]
        if version("matplotlib") != locked:
            raise pytest.UsageError(f"--figures needs matplotlib {locked}, the locked version")

    def execute_cell_input(self, cell_input, allow_stdin=None):
        # nbval leaves the history out, and then a semicolon at a cell's end hides nothing.
        return self.kc.execute(cell_input, store_history=True, allow_stdin=allow_stdin, stop_on_error=False)

    RunningKernel.execute_cell_input = execute_cell_input


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    result = yield
    if isinstance(item, IPyNbCell) and item.config.getoption("--figures"):
        found = pictures.problems(item.cell.outputs, item.test_outputs)
        assert not found, "figures: " + "; ".join(found)
    return result
