"""Disputed charges: which decisions are in force, what each means, and what it leaves to be charged."""
