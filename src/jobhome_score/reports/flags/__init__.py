"""Leads and samples in, text or bytes out."""
