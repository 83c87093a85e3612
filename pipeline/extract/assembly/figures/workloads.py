"""What a figure of speed was measured on or counted in: a number format, or an AI model's name."""

from __future__ import annotations

from pipeline.extract.assembly.reading import Sentence


def model_named(sentence: Sentence) -> str | None:
    """The AI model that the sentence names, its size behind its name (1.8T参数GPT-MoE is GPT-MoE-1.8T); None for none or several."""
    found = list(sentence.pack.patterns.part.model.finditer(sentence.text, sentence.start, sentence.end))
    if len(found) != 1:
        return None
    match = found[0]
    return f"{match['name']}-{match['size']}" if match["name"] else match[0]
