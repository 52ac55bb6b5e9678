"""publish/aws.py: each state of credentials and network has a message that says what to do."""

import pytest
from botocore.exceptions import (
    ClientError,
    EndpointConnectionError,
    NoCredentialsError,
    ProfileNotFound,
    UnauthorizedSSOTokenError,
)

from publish.aws import aws_client, aws_errors
from publish.errors import AwsError


def refused(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "AWS's own words"}}, "GetParameters")


@pytest.mark.parametrize(
    ("error", "said", "todo"),
    [
        (refused("ExpiredToken"), "have expired (ExpiredToken)", "aws sso login"),
        (refused("InvalidClientTokenId"), "does not accept these credentials", "AWS_PROFILE"),
        (
            refused("AccessDenied"),
            "No list: AWS's own words (GetParameters: Acc",
            "Ask for rights.",
        ),
        (
            NoCredentialsError(),
            "There are no AWS credentials to use",
            "aws sts get-caller-identity",
        ),
        (ProfileNotFound(profile="nobody"), "The config profile (nobody)", "aws sso login"),
        (UnauthorizedSSOTokenError(), "session associated with this profile", "aws sso login"),
        (EndpointConnectionError(endpoint_url="https://x"), "AWS was not reached", "HTTPS_PROXY"),
    ],
)
def test_what_goes_wrong_is_said_with_what_to_do(error: Exception, said: str, todo: str) -> None:
    with pytest.raises(AwsError) as raised:
        with aws_errors("No list", "Ask for rights."):
            raise error

    first, _, rest = str(raised.value).partition("\n")
    assert said in first
    assert todo in rest


def test_a_profile_that_does_not_exist_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "nobody")
    with pytest.raises(AwsError, match="nobody"):
        aws_client("ssm", "eu-west-1")
