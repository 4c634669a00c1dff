"""What would raise a score, at what least effort, and what would let it fall."""
