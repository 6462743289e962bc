"""How hard an English text is to read: the Flesch-Kincaid grade (Kincaid and others, 1975)."""

import re

WORD = re.compile(r"[A-Za-z']+")
SENTENCE = re.compile(r"[.!?:;…]+(?:\s|$)")


def syllables(word: str) -> int:
    """Count the syllables of a word by its groups of vowels."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    # A silent e at the end is no syllable ("take"), one after l is ("little").
    plain = re.sub(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^td])ed$|(?<=[^szhgc])es$", "", plain)
    return max(1, len(re.findall(r"[aeiouy]+", plain)))


def grade(text: str) -> float:
    """Return the school grade that can read a text."""
    words = WORD.findall(text)
    sentences = max(1, len(SENTENCE.findall(text.strip() + "\n")))
    load = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / sentences + 11.8 * load - 15.59
