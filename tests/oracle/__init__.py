"""A second opinion: the clauses worked out again, literally, to prove the product wrong."""
