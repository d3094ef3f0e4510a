"""Sets layouts and has them read: many files a call, several calls at once, and nothing kept of it but the judgement."""
import concurrent.futures
import csv
import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .score import Judge

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDS_A_LOOK = (0, 2, 3)   # what kompass ends with where files were refused or want a look


class LayoutError(RuntimeError):
    pass


@dataclass
class Programs:
    kompass: str
    typeset: str
    jobs: int
    scan: str | None = None


@dataclass
class Outcome:
    name: str
    seed: int
    traits: dict
    judge: Judge


def typeset(programs, arguments, directory, plans=None):
    command = [programs.typeset, "--out", str(directory), *arguments]
    if programs.scan:
        command += ["--scan", programs.scan]
    done = subprocess.run(command, input=plans, text=True, capture_output=True)
    if done.returncode != 0:
        raise LayoutError(done.stderr.strip() or f"{programs.typeset} failed")


def records(programs, files):
    """The record of each file by its name; a refused file has none."""
    command = [programs.kompass, "extract", "--quiet", "--no-cache", "--jobs", "1",
               "--municipalities", str(ROOT / "corpus" / "municipalities.csv"), *map(str, files)]
    done = subprocess.run(command, text=True, capture_output=True)
    if done.returncode not in NEEDS_A_LOOK:
        raise LayoutError(f"kompass extract ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    read = (json.loads(line) for line in done.stdout.splitlines() if line.strip())
    return {record["source"]["file"]: record for record in read}


def judged(programs, directory):
    """Reads what was set in a directory."""
    with open(directory / "manifest.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    files = {path.stem: path for path in sorted((directory / "pdf").iterdir())}
    read = records(programs, [files[row["file"]] for row in rows])
    outcomes = []
    for row in rows:
        name, seed = row.pop("file"), int(row.pop("seed"))
        row.pop("pages")
        gold = json.loads((directory / "gold" / f"{name}.json").read_text(encoding="utf-8"))
        outcomes.append(Outcome(name, seed, row, Judge(gold, read.get(files[name].name))))
    return outcomes


def batch(programs, arguments, plans=None):
    with tempfile.TemporaryDirectory(prefix="layouts-") as directory:
        typeset(programs, arguments, Path(directory), plans)
        return judged(programs, Path(directory))


def planned(programs, plans):
    """Layouts given one by one: (name, seed, traits)."""
    lines = "".join(json.dumps({"name": name, "seed": seed, "traits": traits}) + "\n" for name, seed, traits in plans)
    return batch(programs, ["--plans", "-"], lines)


def random_layouts(programs, seed, count, size=50):
    """Yields the outcomes as their batches are done, in no order."""
    chunks = [(seed + begin, min(size, count - begin)) for begin in range(0, count, size)]
    with concurrent.futures.ThreadPoolExecutor(programs.jobs) as pool:
        runs = [pool.submit(batch, programs, ["--seed", str(first), "--count", str(many)]) for first, many in chunks]
        for run in concurrent.futures.as_completed(runs):
            yield from run.result()


def catalogue(programs):
    """The values of each trait, the plain one first."""
    done = subprocess.run([programs.typeset, "--list-traits"], text=True, capture_output=True, check=True)
    traits, name = {}, None
    for line in done.stdout.splitlines():
        if line.startswith(" "):
            traits[name].append(line.split()[0])
        else:
            name = line.split(":")[0]
            traits[name] = []
    return traits


def single_traits(programs, seed, size=30):
    """The plain layout, and one for each other value of each trait."""
    plans = [("plain", seed, {})]
    plans += [(f"{name}={value}", seed, {name: value}) for name, values in catalogue(programs).items() for value in values[1:]]
    plans = [(f"single-{i:04}", seed, traits) for i, (_, seed, traits) in enumerate(plans)]
    chunks = [plans[i:i + size] for i in range(0, len(plans), size)]
    with concurrent.futures.ThreadPoolExecutor(programs.jobs) as pool:
        for outcomes in pool.map(lambda chunk: planned(programs, chunk), chunks):
            yield from outcomes
