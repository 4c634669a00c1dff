"""CHECK: plain rows into typed rows, or into problems; one module a family of ledgers."""
