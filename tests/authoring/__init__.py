"""The commands of the course's authors: store notebooks, generate exercises, prepare them for grading."""
