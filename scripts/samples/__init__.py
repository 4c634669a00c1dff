"""Designed sample ledgers: three years of an invented site, and one year of broken workbooks."""
