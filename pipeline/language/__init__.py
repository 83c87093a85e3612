"""Article → the language of each of its passages.

article = detect(article)
reject = set_aside(article)  # None for Italian and Chinese
"""

from pipeline.language.detect import OURS, detect, set_aside
from pipeline.language.identify import identify, language_name

__all__ = ["OURS", "detect", "identify", "language_name", "set_aside"]
