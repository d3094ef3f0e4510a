"""What a scanner with an English model makes of Swedish letters. Figures are left alone."""

from __future__ import annotations

import random

PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")
# Now and then the letter becomes something else; never a figure, so that every figure in the text stays right.
OTHER = {"ä": "édi", "å": "é&d", "ö": "éd"}
SOMETIMES = 0.08


def damaged(text: str, seed: int) -> str:
    rng = random.Random(seed + 2)
    return "".join(_letter(c, rng) for c in text)


def _letter(letter: str, rng: random.Random) -> str:
    if letter in OTHER and rng.random() < SOMETIMES:
        return rng.choice(OTHER[letter])
    return letter.translate(PLAIN)
