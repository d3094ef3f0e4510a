"""corpus/README.md, from the plans."""

from __future__ import annotations

from .spec import Plan, Scan

BEFORE = """# Sample reports

Reports about invented municipalities, written by this project to test `kompass`: no sentence of a published
report stands in them. Titles of areas and wordings of questions of the editions 2010 and 2016 are those of
the instrument, and so are the titles of 2002; the questions of 2002 and 2020 are invented.

Each report is here as a transcript (`transcripts/NAME.txt`), as a PDF made by LibreOffice Writer
(`pdf/NAME.pdf`) and with a gold record (`gold/NAME.json`): what a careful person takes from either.
`municipalities.csv` is the register of the invented municipalities (codes 99xx).

| report | layout | edition | purpose |
|---|---|---|---|
"""

SCANS = """
## Scans

Reports of the table above, abridged, typeset once more in another dress and scanned, each with a gold record of its
own: the same figures, only those that its pages show. Skew, noise, blur, shadow, specks and JPEG loss come from a seed.
They differ in whatever a program could be tuned to: typefaces, rules, bullets, resolution, how the page lies.

| file in scans/ | purpose |
|---|---|
"""

AFTER = """
## Gold records

The shape is that of the record, with these keys beside it:

- `audit`: the inconsistencies that the report prints, each `{area, cell, kind}` (area 0: not of one area).
  `cell` is "3.2" for a question's row, "area 3 total" for the row of the sums (kinds `row`, `sum`, `maxima`,
  `hundred`), "area 3 box", "history 2016 total" or "history 2016 area 4", of another scoring "scoring 2 3.2"; what the program names may go on
  after that ("3.2 percent"). What rounding explains is not listed.
- `rounding_areas`: areas whose questions do not add up to the total, but do within rounding.
- `texts`: false where the texts are damaged, so that figures, counts and identity alone are to be compared.
- `scorings`: as in a record, for reports that are scored by another edition as well.
- `role_models`: names, for the reports that have a section "Inspiration"; absent from the others.

## Bad input

| file in bad/ | what it is |
|---|---|
| empty.pdf | no bytes at all |
| no-report.txt | a recipe |
| invalid-utf8.txt | Swedish text in Latin-1 |
| cut.pdf | the first half of a PDF |
| encrypted.pdf | a report that opens with a password only |
| no-text.pdf | a page with a drawing and no text |
| other.pdf | the minutes of a society's meeting |

## Making it again

`tools/make-corpus` writes everything here anew. It needs LibreOffice and qpdf for the PDFs, pdftoppm and Pillow for
the scans (`apt-get install libreoffice-writer-nogui qpdf poppler-utils python3-pil fonts-urw-base35`).
`tools/make-corpus --check` says whether files, gold, page breaks and arithmetic agree. What the reports are is in
`tools/corpus_maker/data/`: plans in reports.toml and scans.toml, texts in topics.toml and frame.toml, questions in
editions.toml. Text, transcripts and gold come out the same to the byte; PDFs and scans as long as LibreOffice, Poppler,
Pillow and the fonts (Carlito, Liberation, DejaVu, C059, Nimbus) are the same.

The texts are part of this project and under its licence, GPL-3.0-or-later.
"""


def text(plans: list[Plan], scans: list[Scan]) -> str:
    rows = []
    for plan in plans:
        rows.append(f"| {plan.name} | {plan.layout} | {plan.edition} | {plan.purpose} |")
        if plan.transcript.ocr:
            rows.append(f"| {plan.name}-ocr | {plan.layout} | {plan.edition} | the same transcript with å ä ö lost, "
                        "transcript only; its texts are not compared |")
    scanned = [f"| {scan.file} | {scan.purpose} |" for scan in scans]
    return BEFORE + "\n".join(rows) + "\n" + SCANS + "\n".join(scanned) + "\n" + AFTER
