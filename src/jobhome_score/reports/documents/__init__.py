"""Documents that people sign: the scoring table, the notice to put right, the settlement sheet."""
