"""The guards: each looks at a notebook and returns a list of what is wrong, empty when nothing is.

nbval, which re-runs every cell and compares its output, is the one guard that is not ours.
"""
