"""The score sheet as a checked document, and the YAML language it is written in."""
