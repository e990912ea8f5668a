"""Everything that proves the course: tests of quantlib, guards over the notebooks, and their tests."""
