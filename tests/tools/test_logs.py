"""`make logs ENV=dev` against an emulated CloudWatch Logs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from local.aws import AWS
from tests.conftest import ROOT

GROUPS = (
    "/aws/lambda/librechat-dev-api",
    "/aws/lambda/librechat-dev-2-api",
    "/aws/apigateway/librechat-dev",
    "/aws/apigateway/librechat-dev-2",
)
COMMAND = [sys.executable, "-m", "tools.logs", "dev"]


@pytest.fixture
def logs(aws: AWS) -> Iterator[Any]:
    logs = aws.client("logs")
    for group in GROUPS:
        logs.create_log_group(logGroupName=group)
        logs.create_log_stream(logGroupName=group, logStreamName="one")
    yield logs
    for group in GROUPS:
        logs.delete_log_group(logGroupName=group)


def write(logs: Any, group: str, message: str, *, minutes_ago: float = 0) -> None:
    timestamp = int((time.time() - 60 * minutes_ago) * 1000)
    events = [{"timestamp": timestamp, "message": message}]
    logs.put_log_events(logGroupName=group, logStreamName="one", logEvents=events)


def followed(aws: AWS, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=ROOT,
        env=os.environ | aws.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_what_was_logged_is_shown_by_time_and_what_is_logged_then_as_it_comes(
    aws: AWS, logs: Any
) -> None:
    write(logs, GROUPS[2], "of the gateway", minutes_ago=2)
    write(logs, GROUPS[0], "of the function\n", minutes_ago=3)
    write(logs, GROUPS[0], "too long ago", minutes_ago=20)
    write(logs, GROUPS[1], "of another environment")
    process = followed(aws)
    assert process.stdout

    first = [process.stdout.readline() for _ in range(3)]
    write(logs, GROUPS[0], "just now")
    then = process.stdout.readline()
    time.sleep(3)  # a round in which nothing is new
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate()

    assert first[0] == f"Following {GROUPS[0]}, {GROUPS[2]}; Ctrl-C ends it.\n"
    assert [line[9:] for line in first[1:]] == [
        "api      of the function\n",
        "gateway  of the gateway\n",
    ]
    assert then[9:] == "api      just now\n"
    assert (rest.strip(), errors, process.returncode) == ("", "", 0)


def test_it_begins_when_it_is_told_to(aws: AWS, logs: Any) -> None:
    write(logs, GROUPS[0], "twenty minutes ago", minutes_ago=20)
    process = followed(aws, "--minutes", "30")
    assert process.stdout

    process.stdout.readline()
    line = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate()

    assert "twenty minutes ago" in line


def test_a_time_that_is_no_number_is_named(aws: AWS) -> None:
    _, errors = (process := followed(aws, "--minutes", "soon")).communicate()

    assert process.returncode == 1
    assert errors.strip() == "Error: MINUTES=soon: must be a whole number"


def test_an_environment_that_is_not_deployed_is_said_to_be_so(aws: AWS) -> None:
    _, errors = (process := followed(aws)).communicate()

    assert process.returncode == 1
    assert "Nothing of dev is deployed, so it has no logs: `make deploy ENV=dev`" in errors


def test_without_the_right_to_read_logs_it_names_the_rights(aws: AWS, logs: Any) -> None:
    with aws.when("logs FilterLogEvents"):
        _, errors = (process := followed(aws)).communicate()

    assert process.returncode == 1
    assert "logs:FilterLogEvents" in errors
    assert "Traceback" not in errors
