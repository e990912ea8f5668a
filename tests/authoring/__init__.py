"""The two commands of the course's authors: store executed notebooks, generate the exercises."""
