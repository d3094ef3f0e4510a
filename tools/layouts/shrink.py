"""Shrinks a layout that fails to the traits that make it fail: what can be set back to its plain value without the failure
going away does not matter. (Zeller's delta debugging, on the traits that are not plain.)"""
from .run import planned


def silent(outcome):
    return any(part.silent for part in outcome.judge.parts)


def wrong(outcome):
    return any(part.wrong for part in outcome.judge.parts)


def still_failing(programs, outcome, candidates, fails):
    """Which of these sets of traits fail still; all are tried in one go."""
    plans = [(f"try-{i}", outcome.seed, traits) for i, traits in enumerate(candidates)]
    return [traits for traits, tried in zip(candidates, planned(programs, plans)) if fails(tried)]


def without(traits, names):
    return {name: value for name, value in traits.items() if name not in names}


def shrunk(programs, outcome, plain, fails):
    """The fewest traits found with which the layout's record still fails; {} where the plain layout does."""
    traits = {name: value for name, value in outcome.traits.items() if value != plain[name]}
    if still_failing(programs, outcome, [{}], fails):
        return {}
    parts = 2
    while traits:
        names = sorted(traits)
        parts = min(parts, len(names))
        groups = [names[i::parts] for i in range(parts)]
        failing = still_failing(programs, outcome, [without(traits, group) for group in groups], fails)
        if failing:
            traits = min(failing, key=len)
            parts = max(2, parts - 1)
        elif parts == len(names):
            return traits
        else:
            parts *= 2
    return traits
