"""What a scanner, a copier or a camera does to a page. Everything random comes from a seed."""

from __future__ import annotations

import math
import random
from statistics import NormalDist

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .spec import Wear

INK, PAPER = 38, 246   # the shades that black and white become
DESK = 96
BLACK_BELOW = 140      # what turns black in a picture of two shades


def worn(page: Image.Image, wear: Wear, dpi: int, rng: random.Random) -> Image.Image:
    """A grey picture of the page, as large as `page`."""
    page = page.convert("L").rotate(rng.uniform(-wear.skew, wear.skew), Image.Resampling.BICUBIC, fillcolor=255)
    page = page.filter(ImageFilter.GaussianBlur(wear.blur * dpi / 200))
    page = page.point([round(INK + (PAPER - INK) * shade / 255) for shade in range(256)])
    _add_specks(page, wear.specks, dpi, rng)
    if wear.desk:
        page = _on_desk(page, rng)
    if wear.shadow:
        page = ImageChops.multiply(page, _shadow(page.size, wear.shadow, rng))
    return _with_noise(page, wear.noise, rng)


def black_and_white(page: Image.Image) -> Image.Image:
    return page.point([0] * BLACK_BELOW + [255] * (256 - BLACK_BELOW)).convert("1", dither=Image.Dither.NONE)


def _with_noise(page: Image.Image, deviation: float, rng: random.Random) -> Image.Image:
    """Random bytes, taken as quantiles of a bell curve around the middle shade, are added to the page."""
    if not deviation:
        return page
    bell = NormalDist(128, deviation)
    shades = [min(255, max(0, round(bell.inv_cdf((byte + 0.5) / 256)))) for byte in range(256)]
    noise = Image.frombytes("L", page.size, rng.randbytes(page.width * page.height)).point(shades)
    return ImageChops.add(page, noise, 1, -128)


def _shadow(size: tuple[int, int], depth: float, rng: random.Random) -> Image.Image:
    """A book's spine at one side, and light that falls off towards one corner; drawn small, then enlarged."""
    columns, rows = 40, 56
    side, corner = rng.choice((0, 1)), (rng.choice((0, 1)), rng.choice((0, 1)))
    small = Image.new("L", (columns, rows))
    for row in range(rows):
        for column in range(columns):
            x, y = column / (columns - 1), row / (rows - 1)
            spine = math.exp(-abs(x - side) / 0.09)
            fall = math.hypot(x - corner[0], y - corner[1]) / math.sqrt(2)
            small.putpixel((column, row), round(255 * (1 - depth * (0.65 * spine + 0.35 * fall))))
    return small.resize(size, Image.Resampling.BICUBIC)


def _add_specks(page: Image.Image, count: int, dpi: int, rng: random.Random) -> None:
    """Dust, and a hair for every twenty grains."""
    draw = ImageDraw.Draw(page)
    for number in range(count):
        x, y = rng.randrange(page.width), rng.randrange(page.height)
        radius = rng.uniform(0.3, 1.1) * dpi / 200
        shade = rng.randrange(60, 190)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=shade)
        if number % 20 == 19:
            end = x + rng.uniform(-40, 40), y + rng.uniform(-40, 40)
            draw.line((x, y, *end), fill=shade + 40)


def _on_desk(page: Image.Image, rng: random.Random) -> Image.Image:
    """Photographed from not quite above: the corners of the paper go a little inwards, each its own way."""
    width, height = page.size

    def inwards(of: int) -> float:
        return of * rng.uniform(0.01, 0.03)

    corners = [(inwards(width), inwards(height)), (inwards(width), height - inwards(height)),
               (width - inwards(width), height - inwards(height)), (width - inwards(width), inwards(height))]
    flat = [(0, 0), (0, height), (width, height), (width, 0)]
    return page.transform(page.size, Image.Transform.PERSPECTIVE, _perspective(corners, flat),
                          Image.Resampling.BICUBIC, fillcolor=DESK)


def _perspective(seen: list[tuple[float, float]], flat: list[tuple[float, float]]) -> list[float]:
    """The coefficients a … h of flat x = (ax + by + c) / (gx + hy + 1) and flat y = (dx + ey + f) / (gx + hy + 1) for
    the four corners as seen: eight linear equations, by Gauss and Jordan."""
    rows = []
    for (x, y), (to_x, to_y) in zip(seen, flat):
        rows.append([x, y, 1, 0, 0, 0, -to_x * x, -to_x * y, to_x])
        rows.append([0, 0, 0, x, y, 1, -to_y * x, -to_y * y, to_y])
    for i in range(8):
        pivot = max(range(i, 8), key=lambda row: abs(rows[row][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for j in range(8):
            if j != i:
                rows[j] = [value - rows[j][i] * own for value, own in zip(rows[j], rows[i])]
    return [row[8] for row in rows]
