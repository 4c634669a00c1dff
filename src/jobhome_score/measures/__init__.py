"""TAKE: a number per cell from the ledgers, with the rows it was taken from."""
