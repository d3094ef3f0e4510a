"""Swedish words and lines: genitives, hyphenation, wrapping."""

from __future__ import annotations

import re

VOWELS = "aeiouyåäöéAEIOUYÅÄÖ"
# Consonants that begin a Swedish syllable together; a break goes before them.
ONSETS = ("skr", "spr", "str", "skj", "stj", "br", "bl", "dr", "fr", "fl", "gr", "gl", "kr", "kl", "kv", "pr", "pl",
          "sk", "sp", "st", "sj", "sl", "sm", "sn", "sv", "tj", "tr", "vr", "kn", "ch")
# First parts of compounds, mostly with the s that joins the parts: a break goes after them and nowhere near.
JOINT = re.compile(r"(?:(?:ing|het|tet|skap|tion|nad|vård|råd|mål)s|medarbetar|brukar|invånar|medborgar|service|tjänst)"
                   r"(?=[a-zåäö]{3})")
WORD = re.compile(r"[A-Za-zÅÄÖåäöé]{7,}")
SOFT_HYPHEN = "\u00ad"


def genitive(name: str) -> str:
    return name if name[-1] in "sxz" else name + "s"


def figure(points: float) -> str:
    """Points as printed: "9", "9,5"."""
    return f"{points:g}".replace(".", ",")


def join_names(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " och " + names[-1]


def breaks(word: str) -> list[int]:
    """Where `word` may be hyphenated: before the consonants that begin a syllable, three letters from either end."""
    joints = {match.end() for match in JOINT.finditer(word)}
    found = set(joints)
    for i in range(3, len(word) - 2):
        if word[i] in VOWELS and word[i - 1] not in VOWELS:
            start = next((i - len(o) for o in ONSETS if word[:i].lower().endswith(o)), i - 1)
            start += word[start - 1:start + 1] == "ck"
            near_joint = joints & {start - 1, start + 1, start + 2}
            if not near_joint and any(c in VOWELS for c in word[:start]):
                found.add(start)
    return sorted(at for at in found if 3 <= at <= len(word) - 3)


def softly_hyphenated(text: str) -> str:
    """`text` with soft hyphens where its long words may break; a word processor then breaks there."""
    def soften(match: re.Match[str]) -> str:
        word, parts, last = match.group(), [], 0
        for at in breaks(word):
            parts.append(word[last:at])
            last = at
        return SOFT_HYPHEN.join([*parts, word[last:]])
    return WORD.sub(soften, text)


def _split_to_fit(word: str, room: int) -> tuple[str, str] | None:
    """`word` in two, the first part with its hyphen at most `room` wide: at a hyphen of its own, else hyphenated."""
    for match in reversed(list(re.finditer(r"[-/](?=\w\w\w)", word))):
        if 3 <= match.end() <= room:
            return word[:match.end()], word[match.end():]
    for match in reversed(list(WORD.finditer(word))):
        for at in reversed(breaks(match.group())):
            cut = match.start() + at
            if cut + 1 <= room:
                return word[:cut] + "-", word[cut:]
    return None


def wrap(text: str, width: int, first_width: int | None = None, keep_capitals: bool = False) -> list[str]:
    """Lines of at most `width`, hyphenated. With `keep_capitals` no line but the first begins with a capital, a
    figure or a quote, so that a list without bullets can still be told apart."""
    lines, line, room = [], "", first_width or width
    words = text.split(" ")
    if keep_capitals:
        words = _glued(words)
    for word in words:
        gap = 1 if line else 0
        if len(line) + gap + len(word) <= room:
            line += " " * gap + word
            continue
        parts = None if " " in word else _split_to_fit(word, room - len(line) - gap)
        if parts and line:
            lines.append(line + " " + parts[0])
            line = parts[1]
        else:
            lines += [line] if line else []
            line = word
        room = width
    return lines + [line]


def _glued(words: list[str]) -> list[str]:
    """Words that begin with a capital or a figure, stuck to the word before them."""
    glued = words[:1]
    for word in words[1:]:
        if word[0].isupper() or not word[0].isalpha():
            glued[-1] += " " + word
        else:
            glued.append(word)
    return glued
