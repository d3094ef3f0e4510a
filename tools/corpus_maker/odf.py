"""A small writer of flat OpenDocument text (.fodt): real paragraphs, lists, tables, heads and feet.

Every function returns XML; nothing here knows what a report is.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from .spec import Look
from .swedish import softly_hyphenated

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")))


def element(tag: str, content: str = "", **attributes: str) -> str:
    """<tag …>content</tag>; an attribute `fo_margin_top` is fo:margin-top."""
    def name(key: str) -> str:
        prefix, _, rest = key.partition("_")
        return f"{prefix}:{rest.replace('_', '-')}"
    inside = "".join(f" {name(k)}={quoteattr(v)}" for k, v in attributes.items() if v)
    return f"<{tag}{inside}>{content}</{tag}>"


def text(plain: str, hyphenate: bool = False) -> str:
    plain = softly_hyphenated(plain) if hyphenate else plain
    return escape(plain).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")


def paragraph(plain: str, style: str = "Standard", hyphenate: bool = False) -> str:
    return element("text:p", text(plain, hyphenate), text_style_name=style)


def heading(plain: str, level: int) -> str:
    return element("text:h", text(plain), text_style_name=f"Head{level}", text_outline_level=str(level))


def bullets(items: list[str], style: str = "Item", hyphenate: bool = True) -> str:
    rows = "".join(element("text:list-item", paragraph(item, style, hyphenate)) for item in items)
    return element("text:list", rows, text_style_name="Bullets")


def cell(content: str, style: str) -> str:
    return element("table:table-cell", content, table_style_name=style, office_value_type="string")


def table(name: str, columns: list[str], rows: list[list[str]], style: str, row_style: str, heads: int = 0) -> str:
    """`columns` are column styles, `rows` hold finished cells; the first `heads` rows come again on every page."""
    made = [element("table:table-row", "".join(cells), table_style_name=row_style) for cells in rows]
    head = element("table:table-header-rows", "".join(made[:heads])) if heads else ""
    inside = "".join(element("table:table-column", table_style_name=c) for c in columns) + head + "".join(made[heads:])
    return element("table:table", inside, table_name=name, table_style_name=style)


def section(content: str, style: str, name: str) -> str:
    return element("text:section", content, text_style_name=style, text_name=name)


def document(look: Look, body: str, automatic: str, running: tuple[str, str]) -> str:
    """The whole file. `automatic` are styles of tables; `running` the head and the foot, with {page} and {pages}."""
    head, foot = (_running(line) for line in running)
    masters = element("office:master-styles",
                      _master("Pages", "Upright", head, foot) + _master("Lying", "Landscape", head, foot)
                      + _master("Cover", "Upright", "", ""))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<office:document {NAMESPACES} office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.text">'
            + _fonts(look) + element("office:styles", _styles(look))
            + element("office:automatic-styles", _page_layouts() + _section_style() + automatic)
            + masters + element("office:body", element("office:text", body)) + "</office:document>\n")


def paragraph_style(name: str, paragraph_properties: dict[str, str], text_properties: dict[str, str],
                    parent: str = "Standard", master: str = "") -> str:
    inside = (element("style:paragraph-properties", **paragraph_properties)
              + element("style:text-properties", **text_properties))
    return element("style:style", inside, style_name=name, style_family="paragraph",
                   style_parent_style_name="" if name == parent else parent, style_master_page_name=master)


def _fonts(look: Look) -> str:
    names = sorted({look.font, look.heading_font})
    return element("office:font-face-decls", "".join(
        element("style:font-face", style_name=n, svg_font_family=f"'{n}'") for n in names))


def _styles(look: Look) -> str:
    size = f"{look.size}pt"
    bold = {"fo_font_weight": "bold", "style_font_name": look.heading_font}
    loose = {"fo_orphans": "0", "fo_widows": "0"}
    made = [
        paragraph_style("Standard", {"fo_margin_bottom": "0.2cm", **loose},
                        {"style_font_name": look.font, "fo_font_size": size, "fo_language": "sv", "fo_country": "SE"}),
        paragraph_style("Item", {"fo_margin_bottom": "0.05cm", **loose}, {}),
        paragraph_style("Cell", {"fo_margin_bottom": "0cm", **loose}, {}),
        paragraph_style("CellHead", {"fo_margin_bottom": "0cm"}, {"fo_font_weight": "bold"}),
        paragraph_style("Figure", {"fo_text_align": look.figure_align}, {}, "Cell"),
        paragraph_style("FigureHead", {"fo_text_align": look.figure_align}, {}, "CellHead"),
        paragraph_style("BoxPoints", {"fo_text_align": "center"}, {**bold, "fo_font_size": f"{look.size + 7}pt"},
                        "Cell"),
        paragraph_style("Running", {}, {"fo_font_size": "9pt"}),
        paragraph_style("Title", {"fo_text_align": "center", "fo_margin_top": "0.8cm", "fo_margin_bottom": "0.8cm"},
                        {"style_font_name": look.heading_font, "fo_font_size": "24pt"}),
        paragraph_style("TocLine", {"fo_margin_bottom": "0.05cm"}, {}),
    ]
    for level, extra in ((1, 5), (2, 2.5), (3, 0)):
        made.append(paragraph_style(f"Head{level}", {"fo_margin_top": f"{0.7 - 0.15 * level:.2f}cm",
                                                     "fo_margin_bottom": "0.15cm", "fo_keep_with_next": "always"},
                                    {**bold, "fo_font_size": f"{look.size + extra}pt"}))
    return "".join(made) + _list_style(look.bullet)


def _list_style(bullet: str) -> str:
    indent = element("style:list-level-properties",
                     element("style:list-level-label-alignment", text_label_followed_by="listtab",
                             fo_text_indent="-0.5cm", fo_margin_left="0.8cm"),
                     text_list_level_position_and_space_mode="label-alignment")
    level = element("text:list-level-style-bullet", indent, text_level="1", text_bullet_char=bullet)
    return element("text:list-style", level, style_name="Bullets")


def _section_style() -> str:
    columns = element("style:columns", fo_column_count="2", fo_column_gap="0.8cm")
    return element("style:style", element("style:section-properties", columns, text_dont_balance_text_columns="false"),
                   style_name="TwoColumns", style_family="section")


def _page_layouts() -> str:
    def layout(name: str, width: str, height: str, orientation: str) -> str:
        page = element("style:page-layout-properties", fo_page_width=width, fo_page_height=height,
                       style_print_orientation=orientation, fo_margin_top="1.5cm", fo_margin_bottom="1.5cm",
                       fo_margin_left="2.5cm", fo_margin_right="2.5cm")
        head = element("style:header-style", element("style:header-footer-properties", fo_min_height="1cm",
                                                     fo_margin_bottom="0.4cm"))
        foot = element("style:footer-style", element("style:header-footer-properties", fo_min_height="1cm",
                                                     fo_margin_top="0.4cm"))
        return element("style:page-layout", page + head + foot, style_name=name)
    return layout("Upright", "21cm", "29.7cm", "portrait") + layout("Landscape", "29.7cm", "21cm", "landscape")


def _master(name: str, page_layout: str, head: str, foot: str) -> str:
    inside = element("style:header", head) if head else ""
    inside += element("style:footer", foot) if foot else ""
    return element("style:master-page", inside, style_name=name, style_page_layout_name=page_layout)


def _running(line: str) -> str:
    if not line:
        return ""
    fields = text(line).replace("{page}", '<text:page-number text:select-page="current"/>')
    fields = fields.replace("{pages}", "<text:page-count/>")
    return element("text:p", fields, text_style_name="Running")
