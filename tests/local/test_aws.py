"""The AWS of the tests, where it must be as careful as AWS itself."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from local.aws import AWS


def test_a_call_that_is_sent_again_gets_the_same_answer_and_has_no_second_effect(aws: AWS) -> None:
    logs = aws.client("logs")
    again: list[str] = []

    def same_invocation(request: Any, **_: Any) -> None:
        again.append(request.headers["amz-sdk-invocation-id"])
        request.headers["amz-sdk-invocation-id"] = again[0]

    logs.meta.events.register("before-send.logs.CreateLogGroup", same_invocation)
    logs.create_log_group(logGroupName="once")
    logs.create_log_group(logGroupName="once")

    assert len(set(again)) == 2
    assert len(aws.calls_since(0, "logs CreateLogGroup")) == 1
    with pytest.raises(ClientError, match="already exists"):
        aws.client("logs").create_log_group(logGroupName="once")
