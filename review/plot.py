"""A line over a number, as a picture (SVG)."""

import math
from collections.abc import Sequence
from html import escape

WIDTH, HEIGHT = 1180, 330
LEFT, RIGHT, TOP, BOTTOM = 76, 28, 34, 52
INK, SOFT, GRID, LINE = "#16202c", "#5b6b7d", "#e6ebf1", "#7a3df0"


def plot(points: Sequence[tuple[float, float]], along: str, up: str) -> str:
    """The line through `points` (at least two, in order), from zero on; the axes say `along` and
    `up`."""
    most_x, step = points[-1][0], _step(max(y for _, y in points))
    most_y = step * math.ceil(max(y for _, y in points) / step)

    def at(x: float, y: float) -> tuple[float, float]:
        across, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
        return round(LEFT + x / most_x * across, 1), round(HEIGHT - BOTTOM - y / most_y * high, 1)

    ground = HEIGHT - BOTTOM
    drawn = []
    for index in range(round(most_y / step) + 1):
        _, y = at(0, index * step)
        drawn.append(f'<path d="M{LEFT} {y:g}H{WIDTH - RIGHT}" stroke="{GRID}"/>')
        drawn.append(_text(LEFT - 12, y + 4, f"{index * step:g}", "end"))
    line = "L".join("{:g} {:g}".format(*at(x, y)) for x, y in points)
    last, _ = at(*points[-1])
    drawn.append(
        f'<path d="M{LEFT} {ground}L{line}L{last:g} {ground}Z" fill="{LINE}" opacity="0.08"/>'
    )
    drawn.append(f'<path d="M{line}" fill="none" stroke="{LINE}" stroke-width="2.5"/>')
    for x, y in points:
        px, py = at(x, y)
        anchor = "start" if x == 0 else "end" if x == most_x else "middle"
        drawn.append(
            f'<circle cx="{px:g}" cy="{py:g}" r="4" fill="#fff" stroke="{LINE}" '
            f'stroke-width="2.5"/>'
        )
        drawn.append(_text(px, py - 12, f"{y:,.0f}", anchor, INK, 600))
        drawn.append(_text(px, ground + 20, f"{x:g}"))
    drawn.append(_text(LEFT - 60, TOP - 14, up, "start"))
    drawn.append(_text(WIDTH - RIGHT, HEIGHT - 10, along, "end"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(up)} over {escape(along)}" '
        "font-family=\"-apple-system, 'Segoe UI', Inter, Roboto, sans-serif\">"
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="18" fill="#fff"/>'
        + "\n".join(drawn)
        + "</svg>\n"
    )


def _step(most: float) -> float:
    """A round number of which some four make `most`."""
    power = 10.0 ** math.floor(math.log10(max(most, 1e-9) / 4))
    return next(
        (factor * power for factor in (1, 2, 2.5, 5) if factor * power * 5 >= most), 10 * power
    )


def _text(
    x: float, y: float, text: str, anchor: str = "middle", color: str = SOFT, weight: int = 400
) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="12" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{color}">{escape(text)}</text>'
    )
