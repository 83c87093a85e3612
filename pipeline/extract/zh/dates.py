from datetime import date
from models.values import Value, Bound
from pipeline.extract.zh.durations import Parts
STARTS = ""
class Calendar:
    def __init__(self, text: str, published: date | None) -> None:
        self.end = 0
    def read(self, start: int) -> Value | None:
        return None
    def from_duration(self, start: int, end: int, low: Parts, high: Parts, inner: Bound) -> Value | None:
        return None
