"""Lines onto pages: breaks, heads and feet as a transcript keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .content import Report

HEIGHT = 50


@dataclass
class _Block:
    lines: list[str]
    keep: bool       # with the block that follows
    whole: bool      # not broken over pages
    new_page: bool
    gap: bool        # a blank line after it


@dataclass
class Flow:
    """Blocks of lines in the order of reading."""
    blocks: list[_Block] = field(default_factory=list)

    def add(self, lines: list[str], keep: bool = False, new_page: bool = False, gap: bool = True,
            whole: bool = False) -> None:
        self.blocks.append(_Block(lines, keep, whole or keep, new_page, gap))

    def pages(self) -> list[list[str]]:
        pages: list[list[str]] = [[]]
        for i, block in enumerate(self.blocks):
            if block.new_page or (block.whole and len(pages[-1]) + self._height_kept(i) > HEIGHT):
                pages.append([])
            for line in block.lines:
                if len(pages[-1]) >= HEIGHT:
                    pages.append([])
                pages[-1].append(line)
            if block.gap and pages[-1]:
                pages[-1].append("")
        return [page for page in pages if any(page)]

    def _height_kept(self, i: int) -> int:
        """Lines that must stand on one page from block i on: it, and two of the next where it is kept with that."""
        block = self.blocks[i]
        following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        return len(block.lines) + (2 if block.keep and following and not following.new_page else 0)


def set_pages(flow: Flow, report: Report) -> str:
    form = report.plan.transcript
    pages = flow.pages()
    texts = []
    for number, lines in enumerate(pages, 1):
        while lines and not lines[-1]:
            lines.pop()
        if number > 1:
            lines = _with_running_lines(lines, number, len(pages), report)
        texts.append("\n".join(lines))
    return ("\n\f" if form.form_feed else "\n ").join(texts) + "\n"


def _with_running_lines(lines: list[str], number: int, of: int, report: Report) -> list[str]:
    form, look = report.plan.transcript, report.plan.look
    def fill(line: str) -> str:
        return line.format(page=number, pages=of, date=report.plan.document_date or "")
    if form.head_every_page and look.head:
        lines = [fill(look.head), "", *lines]
    if form.foot == "none" or not look.foot:
        return lines
    foot = fill(look.foot)
    if form.foot == "cut" and len(lines) >= HEIGHT - 1 and all(lines[-3:]):
        return [*lines[:-1], "", foot, "", lines[-1]]
    return [*lines, "", foot]
