"""From the ledgers of a public employment centre to its assessment score, every point explained down to the row."""

__version__ = "0.1.0"
