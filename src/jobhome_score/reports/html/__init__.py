"""The assessment as one page: nothing is fetched, nothing is run, and every text of a ledger is only ever text."""
