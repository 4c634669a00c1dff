"""Signs of careless or fabricated data: leads for the auditor, one question a module, never part of the score."""
