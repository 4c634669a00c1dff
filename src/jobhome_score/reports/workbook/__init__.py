"""The official workbook: a scoring table to sign, with live formulas over every single charge."""
