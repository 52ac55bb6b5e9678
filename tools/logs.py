"""`make logs ENV=dev`: follows the logs of an environment's functions and of its API.

It begins ten minutes ago, or so many as `MINUTES=60` says, and ends with Ctrl-C.
"""

import argparse
import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from publish.aws import aws_client, aws_errors
from publish.errors import PublishError
from publish.step import run
from tools.environment import environment_named, require_account

POLL_SECONDS = 2
LATE_SECONDS = 30
"""CloudWatch may list an event so much later than its time."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="make logs")
    parser.add_argument("environment")
    parser.add_argument("--minutes", default="10")
    given = parser.parse_args()
    if not given.minutes.isdecimal():
        raise PublishError(f"MINUTES={given.minutes}: must be a whole number")
    environment = environment_named(given.environment)
    require_account(environment)
    logs = aws_client("logs", environment.region)
    advice = "It needs logs:DescribeLogGroups and logs:FilterLogEvents."
    try:
        with aws_errors("CloudWatch does not show the logs", advice):
            groups = log_groups(logs, f"librechat-{environment.name}")
            if not groups:
                raise PublishError(
                    f"Nothing of {environment.name} is deployed, so it has no logs: "
                    f"`make deploy ENV={environment.name}`."
                )
            print(f"Following {', '.join(groups)}; Ctrl-C ends it.", flush=True)
            follow(logs, groups, since=time.time() - 60 * int(given.minutes))
    except KeyboardInterrupt:
        print()


def log_groups(logs: Any, name: str) -> dict[str, str]:
    """Name of each log group → what stands before its lines.

    A function's name is `<name>-<kind>` without another hyphen, for another environment may be
    called `<name>-2`.
    """
    found = {}
    prefix = f"/aws/lambda/{name}-"
    for group in described_groups(logs, prefix):
        if "-" not in (kind := group.removeprefix(prefix)):
            found[group] = kind
    gateway = f"/aws/apigateway/{name}"
    if gateway in described_groups(logs, gateway):
        found[gateway] = "gateway"
    return found


def described_groups(logs: Any, prefix: str) -> list[str]:
    pages = logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix=prefix)
    return [group["logGroupName"] for page in pages for group in page["logGroups"]]


def follow(logs: Any, groups: dict[str, str], *, since: float) -> None:
    """Prints the groups' events, by time, as they come. Ends only with an exception."""
    seen: dict[str, float] = {}
    while True:
        began = time.time()
        events = [
            (event, label)
            for group, label in groups.items()
            for event in recent(logs, group, since)
        ]
        for event, label in sorted(events, key=lambda pair: pair[0]["timestamp"]):
            if event["eventId"] not in seen:
                seen[event["eventId"]] = event["timestamp"] / 1000
                print(line(event, label), flush=True)
        since = max(since, began - LATE_SECONDS)
        seen = {id_: at for id_, at in seen.items() if at >= since}
        time.sleep(POLL_SECONDS)


def recent(logs: Any, group: str, since: float) -> Iterator[dict[str, Any]]:
    pages = logs.get_paginator("filter_log_events").paginate(
        logGroupName=group, startTime=int(since * 1000)
    )
    for page in pages:
        yield from page["events"]


def line(event: dict[str, Any], label: str) -> str:
    time_of_day = datetime.fromtimestamp(event["timestamp"] / 1000).strftime("%H:%M:%S")
    return f"{time_of_day} {label:8} {event['message'].rstrip()}"


if __name__ == "__main__":
    run(main, interrupted="")
