"""The architecture of a synthesized stack as a picture (SVG): what there is, and who talks to whom.

Everything in it is read off the stack: a box for each part that is there, with its settings, an
arrow for each way that a behavior, a route, a rule or a permission opens. Where the parts stand
is decided here.
"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from review.stack import Rule, Stack

WIDTH = 1520
INK, SOFT, LINE, STREAM = "#16202c", "#5b6b7d", "#8696a7", "#7a3df0"
COLORS = {
    "edge": "#8c4fff",
    "compute": "#ed7100",
    "storage": "#5f9a17",
    "database": "#c925d1",
    "secrets": "#dd344c",
    "watch": "#e7157b",
    "person": "#3b4a5a",
    "outside": "#2f7de1",
}
BOX_WIDTH, BOX_HEIGHT = 216, 70
ROW = 92  # from a box to the one below it

# What stands in the tile of a box, drawn in a square of 24 by 24.
GLYPHS = {
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.5 3.6-7 8-7s8 2.5 8 7"/>',
    "globe": '<circle cx="12" cy="12" r="9"/>'
    '<path d="M3 12h18M12 3c3 3 3.6 6 3.6 9s-.6 6-3.6 9c-3-3-3.6-6-3.6-9s.6-6 3.6-9z"/>',
    "gate": '<path d="M8 5 3 12l5 7M16 5l5 7-5 7M14 4l-4 16"/>',
    "function": '<path d="M5 3h4l9 18h-4L9.6 12.2 5.6 21H3"/>',
    "bucket": '<ellipse cx="12" cy="6" rx="8" ry="2.6"/>'
    '<path d="M4 6l2 13c.2 1.2 11.8 1.2 12 0l2-13"/>',
    "cache": '<path d="M3 8l9-4 9 4-9 4z"/><path d="M3 12l9 4 9-4M3 16l9 4 9-4"/>',
    "database": '<ellipse cx="12" cy="5.5" rx="8" ry="2.8"/><path d="M4 5.5v13c0 1.5 3.6 2.8 8 2.8'
    's8-1.3 8-2.8v-13M4 12c0 1.5 3.6 2.8 8 2.8s8-1.3 8-2.8"/>',
    "key": '<circle cx="8" cy="12" r="4.2"/><path d="M12 12h9M18 12v4M15 12v3"/>',
    "image": '<path d="M12 3l8 4.5v9L12 21l-8-4.5v-9z"/><path d="M4 7.5l8 4.5 8-4.5M12 12v9"/>',
    "pulse": '<path d="M2 13h5l3-8 4 14 3-6h5"/>',
    "service": '<rect x="4" y="4" width="16" height="7" rx="1.5"/>'
    '<rect x="4" y="13" width="16" height="7" rx="1.5"/><path d="M7 7.5h2M7 16.5h2"/>',
}


class Box(NamedTuple):
    """A part of the stack: how it looks, what it is, two lines about it at most, what is said at
    the arrow to it, and where its middle is."""

    color: str
    glyph: str
    title: str
    lines: Sequence[str] = ()
    note: str = ""
    x: float = 0
    y: float = 0

    def at(self, x: float, y: float) -> "Box":
        return self._replace(x=x, y=y)

    @property
    def left(self) -> float:
        return self.x - BOX_WIDTH / 2

    @property
    def right(self) -> float:
        return self.x + BOX_WIDTH / 2

    @property
    def top(self) -> float:
        return self.y - BOX_HEIGHT / 2

    @property
    def bottom(self) -> float:
        return self.y + BOX_HEIGHT / 2


def diagram(stack: Stack) -> str:
    """The SVG, a picture that needs no other file."""
    height, shapes = _drawn(stack)
    title = escape(f"LibreChat on AWS: the architecture of {stack.name}")
    tips = "\n".join(_tip(id_, color) for id_, color in (("tip", LINE), ("stream", STREAM)))
    font = "-apple-system, 'Segoe UI', Inter, Roboto, 'Helvetica Neue', Arial, sans-serif"
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img"
  aria-label="{title}" font-family="{font}">
<title>{title}</title>
<defs>
{tips}
<filter id="lift" x="-10%" y="-10%" width="120%" height="140%">
<feDropShadow dx="0" dy="2" stdDeviation="3" flood-color="{INK}" flood-opacity="0.1"/>
</filter>
</defs>
<rect width="{WIDTH}" height="{height:g}" rx="18" fill="#ffffff"/>
{shapes}
</svg>
"""


def _drawn(stack: Stack) -> tuple[float, str]:
    """The height, and frames, arrows and boxes: the edge on the left, the VPC on the right, what
    it uses below."""
    opened = [rule for rule in stack.rules() if rule.direction == "egress"]
    outside = [rule for rule in opened if rule.target.endswith("/0")]
    functions = _functions(stack)
    peers = _peers(stack, [rule for rule in opened if rule not in outside])
    room = max(430.0, ROW * max(len(peers), len(functions)) + 80)
    middle, bottom = 136 + room / 2, 136 + room

    browser = Box("person", "person", "Browser", ["HTTPS, HTTP/2 and 3"]).at(132, middle)
    edge, client = (
        _cloudfront(stack).at(400, middle),
        Box("storage", "bucket", "S3: the client", ["private, by OAC alone"]).at(400, 128),
    )
    api = _api(stack).at(400, bottom - 60)
    functions, peers = (
        [box.at(x, middle + (i - (len(boxes) - 1) / 2) * ROW) for i, box in enumerate(boxes)]
        for x, boxes in ((808, functions), (1356, peers))
    )
    used = [box.at(684 + index * 229, bottom + 128) for index, box in enumerate(_used(stack))]
    models = Box("outside", "globe", "Models' APIs", ["internet, by NAT"]).at(808, 76)

    to_api = [it.path for it in stack.behaviors() if it.origin == "api"]
    turn = (functions[0].right + peers[0].left) / 2 if peers else 0
    arrows = [
        *(_across(functions[i % len(functions)], box) for i, box in enumerate(peers)),
        *(_label((turn + box.left) / 2, box.y - 9, box.note, "middle") for box in peers),
        *(_under(functions[-1], box, bottom + 32) for box in used),
        _upright(edge, client, ["every other path"]),
        _across(browser, edge, "stream"),
        _upright(edge, api, to_api, "stream"),
        *(_across(api, box, kind) for box, kind in zip(functions, _kinds(stack), strict=True)),
    ]
    if outside:
        arrows.append(_upright(functions[0], models, [f"port {rule.ports}" for rule in outside]))
    subnets = len(next(iter(stack.all("aws_lambda_function").values()))["vpc_config"]["subnet_ids"])
    frames = [
        _frame(276, 48, 248, bottom - 48, "Edge and API", "#f7f3ff", "#d9c8ff"),
        _frame(560, 136, 936, room, f"VPC, {subnets} private subnets", "#f5faee", "#c9dfa8"),
        _frame(560, bottom + 64, 936, 128, "", "#f7f9fb", "#d5dde6"),
        _text(32, 66, 27, INK, "LibreChat", 700),
        _text(32, 92, 15, SOFT, f"{stack.environment}, {stack.region}"),
        _path([(32, bottom + 120), (72, bottom + 120)], "stream"),
        _text(84, bottom + 124, 13, SOFT, "the way of an answer, token by token"),
    ]
    boxes = [browser, edge, client, api, *functions, *peers, *used, *([models] if outside else ())]
    return bottom + 216, "\n".join([*frames, *arrows, *map(_box, boxes)])


def _cloudfront(stack: Stack) -> Box:
    distribution = stack.module("cloudfront")
    certificate = distribution.get("viewer_certificate", {})
    tls = certificate.get("minimum_protocol_version", "TLS").replace("TLSv", "TLS ").split("_")[0]
    acl = distribution.get("web_acl_id") or stack.all("aws_wafv2_web_acl")
    name = stack.names[0] if stack.names else "a name of its own"
    return Box("edge", "globe", "CloudFront", [name, f"{tls}, web ACL" if acl else tls])


def _api(stack: Stack) -> Box:
    routes = list(stack.routes())
    streams = sum(route.mode == "STREAM" for route in routes)
    guarded = "for CloudFront alone" if all(it.needs_key for it in routes) else "open"
    return Box("edge", "gate", "API Gateway", [guarded, f"{streams} of {len(routes)} paths stream"])


def _functions(stack: Stack) -> list[Box]:
    kept = [
        it["provisioned_concurrent_executions"]
        for it in stack.all("aws_lambda_provisioned_concurrency_config").values()
    ]
    boxes = []
    for it in stack.all("aws_lambda_function").values():
        most = it.get("reserved_concurrent_executions")
        many = f"{kept[0]} kept started" if kept else f"at most {most} at once" if most else "arm64"
        name = it["function_name"].removeprefix(f"{stack.name}-")
        size = f"{it['memory_size']:,} MB, {it['timeout']} s"
        boxes.append(Box("compute", "function", f"Lambda: {name}", [size, many]))
    return boxes


def _kinds(stack: Stack) -> list[str]:
    """How the API's answers come from each function."""
    streams = {route.function for route in stack.routes() if route.mode == "STREAM"}
    names = stack.all("aws_lambda_function")
    return ["stream" if f"aws_lambda_function.{name}" in streams else "tip" for name in names]


def _peers(stack: Stack, rules: Sequence[Rule]) -> list[Box]:
    """What the functions may reach in the VPC."""
    redis = stack.module("elasticache")
    tls = ", TLS" if redis.get("transit_encryption_enabled") else ""
    nodes = f"{redis['num_cache_clusters']} x {redis['node_type'].removeprefix('cache.')}"
    known = {
        "redis": Box("database", "cache", "Redis", [f"ElastiCache{tls}", nodes]),
        "database": Box("database", "database", "Your database", ["MongoDB's protocol"]),
    }
    boxes = []
    for rule in rules:
        name = rule.name.removeprefix("service_").replace("_", " ")
        box = known.get(rule.name) or Box("outside", "service", name, ["a service of yours"])
        boxes.append(box._replace(note=rule.ports))
    return boxes


def _used(stack: Stack) -> list[Box]:
    """What the functions use of the region."""
    secrets = next((it.resources for it in stack.statements() if it.sid == "Secrets"), [])
    alarms = len(stack.all("aws_cloudwatch_metric_alarm"))
    told = {it["endpoint"] for it in stack.all("aws_sns_topic_subscription").values()}
    groups = stack.all("aws_cloudwatch_log_group").values()
    days = max((group["retention_in_days"] for group in groups), default=0)
    emails = (
        f"to {len(told)} {'address' if len(told) == 1 else 'addresses'}" if told else "to nobody"
    )
    return [
        Box("storage", "bucket", "S3: user files", ["private, versioned"]),
        Box("secrets", "key", "SSM parameters", [f"{len(secrets)} secrets, by name"]),
        Box("compute", "image", "ECR", ["image, by digest"]),
        Box("watch", "pulse", "CloudWatch", [f"{alarms} alarms {emails}", f"logs for {days} days"]),
    ]


def _box(box: Box) -> str:
    first = box.y - 8 * len(box.lines) + 5
    texts = [_text(box.left + 62, first, 15, INK, box.title, 600)]
    texts += [
        _text(box.left + 62, first + 18 + 16 * index, 12, SOFT, line)
        for index, line in enumerate(box.lines)
    ]
    return (
        f'<g filter="url(#lift)"><rect x="{box.left:g}" y="{box.top:g}" width="{BOX_WIDTH}" '
        f'height="{BOX_HEIGHT}" rx="12" fill="#fff" stroke="#dde4ec"/></g>'
        f'<rect x="{box.left + 12:g}" y="{box.y - 20:g}" width="40" height="40" rx="10" '
        f'fill="{COLORS[box.color]}"/><g transform="translate({box.left + 20:g} {box.y - 12:g})" '
        f'fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" '
        f'stroke-linejoin="round">{GLYPHS[box.glyph]}</g>' + "".join(texts)
    )


def _text(x: float, y: float, size: int, color: str, text: str, weight: int = 400) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" font-weight="{weight}" fill="{color}">'
        f"{escape(text)}</text>"
    )


def _label(x: float, y: float, text: str, anchor: str = "start") -> str:
    """What is said at an arrow, readable across a line."""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="12" text-anchor="{anchor}" fill="{SOFT}" '
        f'stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">'
        f"{escape(text)}</text>"
    )


def _frame(
    x: float, y: float, width: float, height: float, title: str, fill: str, line: str
) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="16" fill="{fill}" '
        f'stroke="{line}" stroke-width="1.5"/>' + _text(x + 16, y + 26, 13, SOFT, title, 600)
    )


def _tip(id_: str, color: str) -> str:
    """The tip of an arrow, to be named by its line."""
    return (
        f'<marker id="{id_}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" '
        f'markerHeight="11" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path d="M1 1 9 5 1 9" fill="none" stroke="{color}" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round"/></marker>'
    )


def _across(start: Box, end: Box, kind: str = "tip") -> str:
    """From the right of a box to the left of another, turning halfway."""
    turn = (start.right + end.left) / 2
    corners = [(start.right, start.y), (turn, start.y), (turn, end.y), (end.left - 2, end.y)]
    return _path(corners, kind)


def _upright(start: Box, end: Box, labels: Sequence[str], kind: str = "tip") -> str:
    """Straight up or down to a box; what is said about it stands below each other beside the
    line."""
    down = end.y > start.y
    first, last = (start.bottom, end.top - 2) if down else (start.top, end.bottom + 2)
    middle = (first + last) / 2 + 4 - 8 * (len(labels) - 1)
    said = [_label(start.x + 12, middle + 16 * i, label) for i, label in enumerate(labels)]
    return _path([(start.x, first), (end.x, last)], kind) + "".join(said)


def _under(start: Box, end: Box, y: float) -> str:
    """From the bottom of a box along a line at `y` to the top of another."""
    return _path([(start.x, start.bottom), (start.x, y), (end.x, y), (end.x, end.top - 2)])


def _path(points: Sequence[tuple[float, float]], kind: str = "tip", radius: float = 10) -> str:
    """An arrow by right angles, its corners round."""
    drawn = [f"M{points[0][0]:g} {points[0][1]:g}"]
    for (x0, y0), (x, y), (x1, y1) in zip(points, points[1:], points[2:], strict=False):
        before, after = abs(x - x0) + abs(y - y0), abs(x1 - x) + abs(y1 - y)
        if r := min(radius, before / 2, after / 2):
            into = x - _sign(x - x0) * r, y - _sign(y - y0) * r
            out = x + _sign(x1 - x) * r, y + _sign(y1 - y) * r
            drawn.append(f"L{into[0]:g} {into[1]:g}Q{x:g} {y:g} {out[0]:g} {out[1]:g}")
    drawn.append(f"L{points[-1][0]:g} {points[-1][1]:g}")
    color, width = (STREAM, 2.2) if kind == "stream" else (LINE, 1.6)
    return (
        f'<path d="{"".join(drawn)}" fill="none" stroke="{color}" stroke-width="{width}" '
        f'marker-end="url(#{kind})"/>'
    )


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
