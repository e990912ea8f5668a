"""What the lecturer needs: notes for each lesson, and `lectures.deck`, which makes decks of the lessons."""
