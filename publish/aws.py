"""Clients of AWS, and its refusals as messages that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, HTTPClientError
from botocore.exceptions import ConnectionError as NotConnected

from publish.errors import AwsError

SIGN_IN = (
    "Sign in (`aws sso login`), name a profile with AWS_PROFILE, or set AWS_ACCESS_KEY_ID and\n"
    "AWS_SECRET_ACCESS_KEY. `aws sts get-caller-identity` shows whose credentials are in use."
)
CHECK_NETWORK = (
    "Check the network, a proxy (HTTPS_PROXY) and the region, then run the command again."
)

EXPIRED = ("ExpiredToken", "ExpiredTokenException", "RequestExpired")
UNKNOWN = (
    "AuthFailure",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "UnrecognizedClientException",
)
"""Codes of credentials that AWS does not accept:
https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html"""


def aws_client(service: str, region: str, **settings: Any) -> Any:
    """A client that rides out throttling and a network that comes and goes.

    Raises AwsError where this machine's AWS configuration cannot be used.
    """
    config = Config(retries={"mode": "standard", "total_max_attempts": 5}, **settings)
    with aws_errors("AWS cannot be used"):
        return boto3.client(service, region_name=region, config=config)


@contextmanager
def aws_errors(failure: str, advice: str = "") -> Iterator[None]:
    """Raises AwsError for what AWS, or the way to it, raises inside the block.

    The message of a refusal is `failure`, AWS's words for it, and `advice`, mostly the rights that
    are needed; expired and unknown credentials get a message of their own.
    """
    try:
        yield
    except ClientError as error:
        code = error.response["Error"].get("Code", "")
        if code in EXPIRED:
            raise AwsError(f"The AWS credentials have expired ({code}).\n{SIGN_IN}") from None
        if code in UNKNOWN:
            raise AwsError(f"AWS does not accept these credentials ({code}).\n{SIGN_IN}") from None
        raise AwsError(f"{failure}: {refusal(error)}\n{advice}".rstrip()) from None
    except (NotConnected, HTTPClientError) as error:
        raise AwsError(f"AWS was not reached: {error}\n{CHECK_NETWORK}") from None
    except BotoCoreError as error:
        # What is left concerns credentials, profiles and tokens on this machine.
        raise AwsError(f"There are no AWS credentials to use: {error}\n{SIGN_IN}") from None


def refusal(error: ClientError) -> str:
    """AWS's own words for a refusal, with the operation that it refused."""
    details = error.response["Error"]
    return f"{details.get('Message', '')} ({error.operation_name}: {details.get('Code', '?')})"
