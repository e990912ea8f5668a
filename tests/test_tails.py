"""Percentiles by their tails are NumPy's, exactly, and a sample that misleads is found out."""

import numpy as np
import pytest

from quantlib import percentile_range
from quantlib.tails import FEWEST, tail_percentiles

N = 100_003
HIGH = (99, 99.9, 99.99, 99.999, 99.9999999, 100 - 1e-13, 100)


def numpys(x, percentile):
    return tuple(np.percentile(x.astype(np.float64), [100 - percentile, percentile]))


def kinds():
    rng = np.random.default_rng(1)
    normal = rng.normal(size=N)
    return {
        "normal": normal,
        "float32": normal.astype(np.float32),
        "float16": normal.astype(np.float16),
        "sorted": np.sort(normal),
        "falling": np.sort(normal)[::-1],
        "ReLU": np.maximum(normal, 0).astype(np.float32),
        "a constant": np.full(N, 3.5),
        "zeros of both signs": np.where(normal < 0, 0.0, -0.0),
        "two values": (normal > 1).astype(np.float32),
        "two decimals": np.round(rng.uniform(-50, 150, N), 2),
        "one outlier": np.append(rng.uniform(size=N - 1), 1e30),
        "the whole of float64": rng.uniform(-1, 1, N) * 8e307,
        "int8": rng.integers(-128, 128, N).astype(np.int8),
        "uint8": rng.integers(0, 256, N).astype(np.uint8),
        "int64, wider than float64": rng.integers(-(2**62), 2**62, N),
        "a column": rng.normal(size=(N, 2))[:, 0],
        "in three dimensions": rng.normal(size=(50, 40, 51)).transpose(2, 0, 1),
    }


@pytest.mark.parametrize("name", kinds())
def test_tails_give_numpys_percentiles_without_its_help(name):
    x = kinds()[name]
    for percentile in HIGH:
        assert tail_percentiles(x, percentile) == numpys(x, percentile)
        assert percentile_range(x, percentile) == numpys(x, percentile)


@pytest.mark.parametrize("name", kinds())
def test_near_the_middle_and_for_little_data_numpy_is_asked(name):
    x = kinds()[name]
    for percentile in (50.0001, 60, 90):
        assert tail_percentiles(x, percentile) is None
        assert percentile_range(x, percentile) == numpys(x, percentile)
    few = x.ravel()[: FEWEST - 1]
    assert tail_percentiles(few, 99.9) is None
    assert percentile_range(few, 99.9) == numpys(few, 99.9)


@pytest.mark.parametrize("seed", range(20))
def test_sizes_around_the_blocks_and_the_groups(seed):
    rng = np.random.default_rng(seed)
    # Tails so long that neighbours differ greatly, and a formula of our own would show in the last bit.
    x = rng.standard_cauchy(size=int(rng.integers(FEWEST, 400_000))) ** 3
    for percentile in np.append(100 - 10 ** rng.uniform(-5, 0, 40), (99.5, 99.99)):
        assert tail_percentiles(x, percentile) == numpys(x, percentile)


def step_of_the_sample(n):
    """How far apart the values lie that the sample takes; here, so that a test can mislead it."""
    return int(np.sqrt(n) / 16) | 1


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("place", ["beyond one end", "beyond both ends", "inside"])
def test_a_sample_that_misleads_is_found_out(place, sign):
    """Sampled values that lie beyond the others let too few be kept, those inside of them too many."""
    rng = np.random.default_rng(2)
    x = rng.uniform(1, 2, N)
    sampled = x[:: step_of_the_sample(N)]
    if place == "inside":
        sampled[:] = 1.5
    else:
        sampled[:] = rng.uniform(3, 4, sampled.size)
    if place == "beyond both ends":
        sampled[::2] = rng.uniform(-1, 0, sampled[::2].size)
    x *= sign
    assert tail_percentiles(x, 99) is None
    assert percentile_range(x, 99) == numpys(x, 99)


def test_the_sample_is_where_the_last_test_takes_it_to_be():
    """The same data, moved on by one place, misleads nobody."""
    rng = np.random.default_rng(2)
    x = rng.uniform(1, 2, N)
    x[1 :: step_of_the_sample(N)] = 1.5
    assert tail_percentiles(x, 99) == numpys(x, 99)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("place", [0, 1, 70_001, -1])
def test_values_that_are_not_finite_are_left_to_the_error(bad, place):
    x = np.random.default_rng(3).normal(size=N)
    x[place] = bad
    assert tail_percentiles(x, 99.9) is None
    with pytest.raises(ValueError, match=rf"x must be finite, got {bad} at flat index {place % N}"):
        percentile_range(x, 99.9)


def test_a_column_of_outliers_does_not_mislead_a_table_of_2_to_the_k_columns():
    x = np.random.default_rng(4).normal(size=(1024, 1024)).astype(np.float32)
    for column in (0, 128, 512, 513):
        y = x.copy()
        y[:, column] *= 30
        assert tail_percentiles(y, 99.9) == numpys(y, 99.9)
