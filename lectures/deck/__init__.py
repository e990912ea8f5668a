"""Make a reveal.js deck of each lesson: ``python -m lectures.deck``, or `make lectures`.

`pieces` cuts a lesson's cells into pieces that fit a slide, `notes` adds what the lecturer says, `vendor`
fetches reveal.js and MathJax once, and `__main__` writes ``_build/lectures/``. No text of a slide stands
anywhere but in the lesson.
"""
