"""What a scanner with an English model makes of Swedish letters, and of figures where that is wanted."""

from __future__ import annotations

import random

PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")
# Now and then the letter becomes something else; never a figure, so that every figure in the text stays right.
OTHER = {"ä": "édi", "å": "é&d", "ö": "éd"}
SOMETIMES = 0.08
FIGURES = {"0": "8", "1": "74l", "3": "8", "4": "1", "5": "6", "6": "5", "7": "1", "8": "3"}
BULLETS = "•●▪➢–"


def damaged(text: str, seed: int) -> str:
    rng = random.Random(seed + 2)
    return "".join(_letter(c, rng) for c in text)


def _letter(letter: str, rng: random.Random) -> str:
    if letter in OTHER and rng.random() < SOMETIMES:
        return rng.choice(OTHER[letter])
    return letter.translate(PLAIN)


def misread(word: str, rng: random.Random) -> str:
    """A word of a text layer that nobody should trust: its figures are damaged, too."""
    if word in BULLETS:
        return rng.choice("e*=»")
    return "".join(_figure(c, rng) if c in FIGURES else _letter(c, rng) for c in word)


def _figure(figure: str, rng: random.Random) -> str:
    return rng.choice(FIGURES[figure]) if rng.random() < SOMETIMES else figure
