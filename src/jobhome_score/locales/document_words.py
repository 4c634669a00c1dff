"""Words of the documents that people sign: the scoring table, the notice to put right, the settlement sheet."""

ZH: dict[str, str] = {}

EN: dict[str, str] = {}
