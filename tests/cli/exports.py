"""What the tests of exports share: an archive that has figures of every state and texts that try the forms, and exports of it.

A report of the corpus goes in twice: as it is, and as a record changed so that its texts hold what CSV, XML and spreadsheets
take for something else, and its figures are doubtful, repaired and decided.
"""
import copy
import csv
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import zipfile
import zlib

# Texts that a form may run, decode, drop or break on.
HOSTILE = ["=1+1", "+46 8 1234", "_x0041_ är inget A", "rad ett\nrad två", 'han sa "nej"; och, sen', "<b>&amp;</b> ]]>",
           "tab\toch \u001b[31mstyrtecken", "-- DROP TABLE report; '", "  blanka  ", "å\u0308 \U0001F9ED \ufffe slut", "0123", "4.10", "långt " * 6000]


FORMS = ["datapackage", "csv", "xlsx", "jsonl", "sqlite", "sql", "siard"]


class Exports:
    """`work` is an empty folder; what is made lies there, with the archive in `archive`."""

    def __init__(self, program, source, work):
        self.program, self.source, self.work = str(pathlib.Path(program).resolve()), pathlib.Path(source).resolve(), pathlib.Path(work)
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "KOMPASS_CACHE": str(self.work / "cache"),
                            "XDG_STATE_HOME": str(self.work / "state"), "KOMPASS_RULES": str(self.source / "rules")}
        self.register = ["--municipalities", str(self.source / "corpus/municipalities.csv")]
        self.archive = self.work / "arkiv.db"

    def run(self, *arguments, expected=(0, 3)):
        ran = subprocess.run([self.program, *map(str, arguments)], cwd=self.work, env=self.environment, text=True,
                             capture_output=True, check=False)
        if ran.returncode not in expected:
            raise SystemExit(f"kompass {' '.join(map(str, arguments))}: exit {ran.returncode}: {ran.stderr}")
        return ran.stdout

    def export(self, form, folder, *options):
        self.run("export", "--archive", self.archive, "--format", form, *options, folder)
        return self.work / folder

    def forms(self):
        """As the help names them."""
        told = self.run("export", "--help").split("--format FORMAT", 1)[1].split("--dialect", 1)[0]
        return [form for form in FORMS if form in re.findall(r"\w+", told)]

    def describe(self):
        self.run("describe", "--archive", self.archive, "--title", "Ankeborgs jämförelser", "--publisher", "Ankeborgs kommun",
                 "--publisher-type", "LocalAuthority", "--contact", "Stadsarkivet", "--email", "arkiv@ankeborg.example",
                 "--licence", "https://creativecommons.org/licenses/by/4.0/", "--access", "public",
                 "--base-url", "https://data.ankeborg.example/kk/")

    def fill(self):
        """Reports of files, whose paths the archive knows; hostile ones; decisions, origins and known totals."""
        corpus = self.source / "corpus"
        reports = self.work / "privat-mapp"
        reports.mkdir()
        for name in ("kvarnhed-2010.pdf", "storanas-2018.pdf", "almvik-2014.pdf"):
            (reports / name).write_bytes((corpus / "pdf" / name).read_bytes())
        (reports / "storanas-2018.txt").write_bytes((corpus / "transcripts/storanas-2018.txt").read_bytes())
        (reports / "trasig.pdf").write_bytes(b"%PDF-1.4\n")
        self.run("ingest", "--archive", self.archive, *self.register, reports)
        record = json.loads(self.run("extract", *self.register, corpus / "transcripts/granhult-2017.txt"))
        lines = self.work / "records.jsonl"
        lines.write_text("".join(json.dumps(other) + "\n" for other in (record, hostile(record))), encoding="utf-8")
        self.run("load", "--archive", self.archive, *self.register, lines)
        decisions = [("Storånäs 2018", "1.1 points", "7.5"), ("Storånäs 2018", "area 2 strength 1", HOSTILE[4])]
        for report, cell, value in decisions:
            self.run("correct", "--yes", "--archive", self.archive, *self.register, report, cell, value, "--by", "Anna Hemlig",
                     "--why", "sett på sidan 6")
        manifest = self.work / "manifest.csv"
        manifest.write_text("file,url,publisher,retrieved,licence,note\n"
                            "almvik-2014.pdf,https://almvik.example/rapport.pdf,Älmviks kommun,2024-05-01,CC0,ny skanning\n",
                            encoding="utf-8")
        self.run("ingest", "--archive", self.archive, *self.register, "--manifest", manifest)
        known = self.work / "known.csv"
        known.write_text("municipality,year,month,total,area_1,source\nÄlmvik,2014,,420,40,SKL 2015\n", encoding="utf-8")
        self.run("known", "import", "--archive", self.archive, *self.register, known)


def hostile(record):
    """Another report of the same form, of the next year, that no reader would like."""
    other = copy.deepcopy(record)
    other["source"]["sha256"] = other["source"]["sha256"][::-1]
    other["source"]["file"] = "granhult; \"2018\".txt"
    other["evaluation"]["year"] += 1
    other["evaluation"]["document_date"] = "2018-12-24"
    other["history"] = []
    for area in other["areas"]:
        for text, finding in zip(HOSTILE, area["strengths"] + area["improvements"]):
            finding["text"] = text
    area = other["areas"][0]
    area["title"] = HOSTILE[2]
    area["questions"][0].update(doubtful=["points"], candidates={"points": [3, 8.5]}, text=HOSTILE[0])
    area["questions"][1].update(repairs=[{"field": "percent", "read": "8l", "value": area["questions"][1]["percent"],
                                          "why": "only 81 adds up"}])
    area["questions"][2]["points"] = None
    return other


def read_csv(file, delimiter=","):
    """Head and rows; of texts that are guarded against being run the guard is taken away."""
    with open(file, encoding="utf-8-sig", newline="") as lines:
        head, *rows = csv.reader(lines, delimiter=delimiter)
    return head, [[unguarded(field) for field in row] for row in rows]


def unguarded(field):
    bare = field.lstrip("'")
    is_guarded = field.startswith("'") and len(bare) > 1 and bare[0] in "=+-@\t"
    return field[1:] if is_guarded else field


def contents(file):
    """The bytes of a file, of what is packed in it, and of what a database keeps packed."""
    raw = file.read_bytes()
    yield raw
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    if raw.startswith(b"SQLite format 3"):
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            for (content,) in database.execute("SELECT content FROM reading"):
                for skipped in range(9):  # a length may stand before it
                    try:
                        yield zlib.decompress(content[skipped:])
                        break
                    except zlib.error:
                        continue
                else:
                    raise SystemExit(f"{file}: a reading cannot be unpacked")
