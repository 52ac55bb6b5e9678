"""`make cost ENV=dev [CHATS=500]`: what an environment costs in a month, idle and at so many chats
a day.

It reads the synthesized stack, the prices (prices.toml beside it) and the assumptions below, and
prints all it took into account. Not in it: what is there before the stack (NAT gateway, database,
KMS key), the models' own bills, taxes, free tiers.
"""

import argparse
import json
import math
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

DAYS, HOURS = 30.4, 730
PRICES = Path(__file__).with_name("prices.toml")


@dataclass(frozen=True)
class Assumptions:
    """A chat: one question and its answer. Change a number with `--assume stream_seconds=30`."""

    stream_seconds: float = (
        20  # a question is answered, saved and given a title; the sandbox is busy so long
    )
    buffered_requests: float = (
        15  # what the client asks beside: opening a conversation, its list, the user, files
    )
    buffered_seconds: float = 0.3
    cold_starts_share: float = 0.05  # of all chats: the page is opened after a pause
    cold_start_sandboxes: float = 12  # that one page load starts then (README, How it feels)
    # 1.1 s until LibreChat is ready, as shipped 3.0 (`make bench`, 1.16 CPU, v0.8.2-rc1), and
    # the runtime, the handler and what is read from SSM and S3
    cold_start_seconds: float = 2
    cold_start_seconds_without_pack: float = 4
    static_requests: float = 10  # most of the client is in the browser's cache
    megabytes_out: float = 0.5  # answers and client, from CloudFront
    kilobytes_logged: float = 30
    megabytes_kept: float = 0.2  # files that users upload
    gigabytes_of_images: float = 5  # in the repository: ten versions that share most layers
    gigabytes_of_client: float = 0.1
    months_of_use: float = 12  # so long have files and logs been piling up


class Line(NamedTuple):
    what: str
    usd: float
    how: str


class UnknownPrice(Exception):
    """A price that the data file does not have."""


class Prices:
    def __init__(self) -> None:
        self.entries = tomllib.loads(PRICES.read_text(encoding="utf-8"))

    def __getitem__(self, name: str) -> float:
        if name not in self.entries:
            raise UnknownPrice(f"{PRICES}: no price for {name!r}; add it, with its source and date")
        return float(self.entries[name]["usd"])

    @property
    def dates(self) -> str:
        dates = sorted(str(entry["date"]) for entry in self.entries.values())
        return dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}"


def estimate(
    stack: dict[str, Any], prices: Prices, chats_a_day: float, assumed: Assumptions
) -> Iterator[Line]:
    """The lines of a month's bill. `stack` is a parsed cdk.tf.json."""

    def of(type_: str) -> list[dict[str, Any]]:
        return list(stack["resource"].get(type_, {}).values())

    def module(source: str) -> dict[str, Any]:
        return next(
            m
            for m in stack["module"].values()
            if m["source"].startswith(f"terraform-aws-modules/{source}/")
        )

    redis = module("elasticache")
    nodes, node_type = redis["num_cache_clusters"], redis["node_type"]
    yield Line(
        f"Redis: {nodes} x {node_type}",
        nodes * HOURS * prices[node_type],
        f"{HOURS} h at {prices[node_type]:g} each",
    )
    yield Line(
        "Image repository", assumed.gigabytes_of_images * prices["ecr_gb_month"], "assumed size"
    )
    metrics = {f["metric_transformation"]["name"] for f in of("aws_cloudwatch_log_metric_filter")}
    alarms, boards = len(of("aws_cloudwatch_metric_alarm")), len(of("aws_cloudwatch_dashboard"))
    yield Line(f"Alarms: {alarms}", alarms * prices["alarm_month"], "each, also while idle")
    yield Line(
        f"Dashboards: {boards}",
        boards * prices["dashboard_month"],
        "the first three of an account are free",
    )
    acls = of("aws_wafv2_web_acl")
    rules = sum(len(acl["rule"]) for acl in acls)
    if acls:
        yield Line(
            f"Web ACL: {rules} rule{'s' if rules > 1 else ''}",
            len(acls) * prices["web_acl_month"] + rules * prices["web_acl_rule_month"],
            "also while idle",
        )

    (function,) = of("aws_lambda_function")
    architecture, memory = function["architectures"][0], function["memory_size"]
    second = memory / 1024 * prices[f"lambda_{architecture}_gb_second"]
    kept = sum(
        p["provisioned_concurrent_executions"]
        for p in of("aws_lambda_provisioned_concurrency_config")
    )
    if kept:
        yield Line(
            f"Provisioned sandboxes: {kept}",
            provisioned(stack, prices, kept),
            "by the hour, used or not",
        )
    for rule in of("aws_cloudwatch_event_rule"):
        minutes = int(rule["schedule_expression"].removeprefix("rate(").split()[0])
        calls = HOURS * 60 / minutes
        seconds = 0.5  # answered in milliseconds, then the sandbox waits for quiet
        price = calls * (seconds * second + prices["lambda_million_requests"] / 1e6)
        yield Line(
            f"Keeping warm: every {minutes} min", price, f"{calls:,.0f} calls of {seconds:g} s"
        )

    chats = chats_a_day * DAYS
    if not chats:
        return
    requests = assumed.buffered_requests
    busy = assumed.stream_seconds + requests * assumed.buffered_seconds
    is_packed = function["environment"]["variables"].get("HANDLER_PACK") != "off"
    start = assumed.cold_start_seconds if is_packed else assumed.cold_start_seconds_without_pack
    starts = assumed.cold_starts_share * assumed.cold_start_sandboxes
    calls = chats * (1 + requests)
    million = calls / 1e6
    held = f"{assumed.stream_seconds:g} s and {requests:g} x {assumed.buffered_seconds:g} s"
    each = f"{held} at {memory:,} MB a chat"
    yield Line("Functions: time", chats * busy * second, each)
    yield Line(
        "Functions: cold starts",
        chats * starts * start * second,
        f"{assumed.cold_starts_share:.0%} of chats, {assumed.cold_start_sandboxes:g} sandboxes, "
        f"{start:g} s each",
    )
    yield Line("Functions: requests", million * prices["lambda_million_requests"], f"{calls:,.0f}")
    yield Line(
        "API Gateway", million * prices["api_gateway_million_requests"], f"{calls:,.0f} requests"
    )
    edge = chats * (1 + requests + assumed.static_requests)
    yield Line(
        "CloudFront",
        edge / 1e4 * prices["cloudfront_10000_https_requests"]
        + chats * assumed.static_requests / 1e6 * prices["cloudfront_million_function_calls"]
        + chats * assumed.megabytes_out / 1024 * prices["cloudfront_gb_out"],
        f"{edge:,.0f} requests, {chats * assumed.megabytes_out / 1024:,.1f} GB out; "
        "the first TB is free",
    )
    if acls:
        yield Line(
            "Web ACL: requests",
            edge / 1e6 * prices["web_acl_million_requests"],
            f"{edge:,.0f} requests",
        )
    if function.get("tracing_config", {}).get("mode") == "Active":
        traces = 0.05 * calls  # X-Ray's default rule: 5 %, after the first one of each second
        yield Line(
            "X-Ray", traces / 1e6 * prices["xray_million_traces"], f"{traces:,.0f} traces, 5 %"
        )
    logged = chats * assumed.kilobytes_logged / 1024**2
    days = max(g["retention_in_days"] for g in of("aws_cloudwatch_log_group"))
    stored = logged * min(days / DAYS, assumed.months_of_use)
    yield Line(
        "Logs",
        logged * prices["log_gb_ingested"] + stored * prices["log_gb_month"],
        f"{logged:,.1f} GB written, {stored:,.1f} GB kept {days} days",
    )
    yield Line(
        f"Metrics of the logs: {len(metrics)}",
        len(metrics) * prices["custom_metric_month"],
        "when there are any",
    )
    files = (
        chats * assumed.megabytes_kept / 1024 * assumed.months_of_use + assumed.gigabytes_of_client
    )
    yield Line(
        "Buckets",
        files * prices["s3_gb_month"],
        f"{files:,.1f} GB after {assumed.months_of_use:g} months",
    )


def provisioned(stack: dict[str, Any], prices: Prices, sandboxes: float) -> float:
    """USD a month for so many sandboxes that are kept started."""
    (function,) = stack["resource"]["aws_lambda_function"].values()
    price = prices[f"lambda_{function['architectures'][0]}_provisioned_gb_second"]
    gigabytes: float = sandboxes * function["memory_size"] / 1024
    return gigabytes * HOURS * 3600 * price


def table(lines: list[Line]) -> str:
    rows = [f"  {line.what:32}{line.usd:>10,.2f}  {line.how}" for line in lines]
    return "\n".join([*rows, f"  {'':32}{sum(line.usd for line in lines):>10,.2f}  USD a month"])


def assumptions(changes: list[str]) -> Assumptions:
    known = Assumptions.__dataclass_fields__
    values = {}
    for change in changes:
        name, _, value = change.partition("=")
        if name not in known:
            sys.exit(f"--assume {change}: unknown; there is {', '.join(known)}")
        values[name] = amount(f"--assume {name}", value)
    return Assumptions(**values)


def amount(name: str, text: str) -> float:
    """A number of 0 or more; anything else ends the command."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        sys.exit(f"Error: {name}={text}: must be a number, 0 or more")
    return number


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "stack", type=Path, help="cdktf.out/stacks/librechat-<environment>/cdk.tf.json"
    )
    parser.add_argument("--chats", default="500", help="chats a day (500)")
    parser.add_argument(
        "--assume", action="append", default=[], metavar="NAME=NUMBER", help="another assumption"
    )
    given = parser.parse_args(arguments)
    assumed, a_day = assumptions(given.assume), amount("CHATS", given.chats)
    prices = Prices()
    try:
        stack = json.loads(given.stack.read_text(encoding="utf-8"))
        for chats in (0, a_day):
            print(f"{f'At {chats:g} chats a day' if chats else 'Idle'}:")
            print(table(list(estimate(stack, prices, chats, assumed))) + "\n")
        page = math.ceil(assumed.cold_start_sandboxes)
        print(
            f"Without any cold start in a page load: function.provisioned_concurrency = {page},\n"
            f"for {provisioned(stack, prices, page):,.2f} USD each month, used or not.\n"
        )
    except (OSError, UnknownPrice) as error:
        sys.exit(str(error))
    print(
        f"List prices of US East (N. Virginia), noted {prices.dates} ({PRICES.name}).\n"
        "Free tiers, taxes, the database, NAT and the models are not in it. Assumed:"
    )
    print("  " + ", ".join(f"{name}={value:g}" for name, value in vars(assumed).items()))


if __name__ == "__main__":
    main()
