"""JOIN: what no single ledger can say."""
