"""READ: files of any accepted format into plain cells that keep their places; nothing is interpreted here."""
