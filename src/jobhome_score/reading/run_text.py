"""The text of a cell or a shared item as it is met event by event, without its reading aids."""

from jobhome_score.reading.xml_events import Attributes
from jobhome_score.reading.xml_text import XML_SPACE


class RunText:
    """Collects the character data of `t` elements outside of `rPh`, the blanks around it only where they count."""

    def __init__(self) -> None:
        """Start outside of any text."""
        self._runs: list[str] = []
        self._pieces: list[str] = []
        self._open = False
        self._preserved = False
        self._phonetic = False

    def opened(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name == "rPh":
            self._phonetic = True
        elif name == "t" and not self._phonetic:
            self._open = True
            self._preserved = attributes.get("space") == "preserve"

    def add(self, text: str) -> None:
        """Character data; kept only inside of a text."""
        if self._open:
            self._pieces.append(text)

    def closed(self, name: str) -> None:
        """An element ends."""
        if name == "rPh":
            self._phonetic = False
        elif name == "t" and self._open:
            run = "".join(self._pieces)
            self._runs.append(run if self._preserved else run.strip(XML_SPACE))
            self._pieces.clear()
            self._open = False

    def taken(self) -> str:
        """The whole text; the next one starts empty."""
        text = "".join(self._runs)
        self._runs.clear()
        return text
