"""PRICE: from gaps to points, caps, parts and totals."""
