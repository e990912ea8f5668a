"""What the exercises' check cells are made of: they say what is wrong and where to look.

Holds `todo`, which marks the place for an answer; `check`, which runs the checks of a task; `expect`,
one condition with its hint; `number_answer`, `two_numbers` and `array_answer`, which give a helpful
word when an answer has the wrong type or shape.

Leaves out the hints themselves: those stand, visible, in the exercises.
"""

from numbers import Real

import numpy as np


class Hint(Exception):
    """A word to the learner. A notebook shows it as one line, without a traceback."""

    def _render_traceback_(self):
        # IPython asks an exception for this method before it formats a traceback of its own.
        return [str(self)]


def todo():
    """Mark the place where an answer is still missing.

    Raises Hint, always.

    >>> todo()
    Traceback (most recent call last):
        ...
    quantlib.practice.Hint: This task waits for you: replace todo() by your answer, then run the cell.
    """
    raise Hint("This task waits for you: replace todo() by your answer, then run the cell.")


def check(task):
    """Run the function below at once, as the check of `task`: print that all is right, or raise Hint.

    A function, so that its names stay its own. An error of the learner's own code passes through, with
    its traceback and a note.

    >>> @check("Task 1")
    ... def _():
    ...     expect(1 + 1 == 2, "Add again.")
    Task 1: right.
    """

    def run(checks):
        try:
            checks()
        except Hint as hint:
            raise Hint(f"{task}: {hint}") from None
        except Exception as error:
            # A name that the check itself misses: the cell with the answer has not been run.
            if isinstance(error, NameError) and error.__traceback__.tb_next.tb_next is None:
                missing = f"{error.name} does not exist yet: answer in the cell above, and run it."
                raise Hint(f"{task}: {missing}") from None
            error.add_note(f"{task}: your answer raised this error when the check called it.")
            raise
        print(f"{task}: right.")

    return run


def expect(condition, hint):
    """Raise Hint with the text `hint` unless `condition` holds (for an array: everywhere).

    >>> expect(np.array([1, 2]) > 1, "Look at the first value.")
    Traceback (most recent call last):
        ...
    quantlib.practice.Hint: Look at the first value.
    """
    if not np.all(condition):
        raise Hint(hint)


def number_answer(answer, name):
    """Return `answer` as a float; raise Hint when it is not one real number.

    >>> number_answer([1.5], "step")
    Traceback (most recent call last):
        ...
    quantlib.practice.Hint: step is a list, and one number is asked for.
    """
    if isinstance(answer, np.ndarray) and answer.ndim == 0:
        answer = answer[()]
    if isinstance(answer, (bool, np.bool_)) or not isinstance(answer, Real):
        raise Hint(f"{name} is {_described(answer)}, and one number is asked for.")
    try:
        return float(answer)
    except OverflowError:
        raise Hint(f"{name} is larger than any float: has a loop or a power run away?") from None


def two_numbers(answer, name):
    """Return the two numbers of `answer`, a tuple, list or array, as floats; raise Hint for anything else.

    >>> two_numbers((1, 2.5), "limits(x)")
    [1.0, 2.5]
    """
    in_a_row = isinstance(answer, (tuple, list)) or (isinstance(answer, np.ndarray) and answer.ndim == 1)
    if not in_a_row:
        raise Hint(f"{name} is {_described(answer)}, and two numbers are asked for.")
    if len(answer) != 2:
        raise Hint(f"{name} has {len(answer)} values, and two numbers are asked for.")
    return [number_answer(value, f"one of the two numbers of {name}") for value in answer]


def array_answer(answer, name, shape, codes=False):
    """Return `answer`, an array of the given shape; raise Hint when it is something else.

    With ``codes=True`` it must hold integers, otherwise floats.

    >>> array_answer([0.5, 1.5], "restored", shape=(2,))
    Traceback (most recent call last):
        ...
    quantlib.practice.Hint: restored is a list, and a NumPy array of shape (2,) is asked for.
    """
    if not isinstance(answer, np.ndarray):
        raise Hint(f"{name} is {_described(answer)}, and a NumPy array of shape {shape} is asked for.")
    if answer.shape != shape:
        raise Hint(
            f"{name} has the shape {answer.shape}, and {shape} is asked for: one value for each value."
        )
    if codes and answer.dtype.kind not in "iu":
        raise Hint(f"{name} is an array of {answer.dtype}, and integer codes are asked for: cast last.")
    if not codes and answer.dtype.kind != "f":
        raise Hint(
            f"{name} is an array of {answer.dtype}, and floats are asked for: an integer array drops what "
            "lies behind the point, and wraps at its ends. Compute with floats."
        )
    return answer


def _described(answer):
    """Say in two or three words what was handed in."""
    if answer is None:
        return "None (is a `return` missing?)"
    if isinstance(answer, np.ndarray):
        return f"an array of {answer.dtype} of shape {answer.shape}"
    kind = type(answer).__name__
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
