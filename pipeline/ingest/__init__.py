"""Files in, articles out: discovery, encodings, one reader a format, title and publication date.

for path in discover([Path("notizie")]):
    for record in read_file(path):  # Article or Reject, never an exception
        ...
"""

from pipeline.ingest.discover import discover
from pipeline.ingest.read import read_file, read_text

__all__ = ["discover", "read_file", "read_text"]
