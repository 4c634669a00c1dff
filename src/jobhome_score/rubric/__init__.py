"""The score sheet as a checked document, and the YAML language it is written in."""

PACKAGED = "pingxiang-2025"
"""The rubric that is used where no other is named."""
