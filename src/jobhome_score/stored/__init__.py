"""An assessment as plain data, exact to the last digit, and back again without its ledgers."""
