"""The account's quota of Lambda: how many sandboxes it may run at once in a region.

A new account has 10, and a page of LibreChat sends 13 requests at once, each of which needs a
sandbox of its own until one is free again.
"""

from typing import Any

from publish.aws import aws_errors
from publish.errors import AwsError, PublishError

PAGE_LOAD = 13
"""Requests that LibreChat's page sends at once over HTTP/2, seen in a browser."""
UNRESERVED = 100
"""Sandboxes that Lambda keeps for functions without a reservation, or all, where there are fewer:
https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html"""
QUOTA_CODE = "L-B99A9384"


def check_quota(
    aws_lambda: Any, region: str, function_name: str, reserved: int, provisioned: int
) -> None:
    """Prints a warning where the quota is less than a page load needs.

    Raises PublishError where it has no room for the reserved or provisioned concurrency.
    """
    try:
        quota, free = concurrency(aws_lambda, function_name)
    except AwsError as error:
        print(
            f"Warning: the quota of concurrent executions is unknown, and is not checked.\n{error}"
        )
        return
    room = max(free - min(UNRESERVED, quota), 0)
    for key, wanted in (("reserved", reserved), ("provisioned", provisioned)):
        if wanted > room:
            raise PublishError(
                f"function.{key}_concurrency = {wanted}: this account has room for {room} in "
                f"{region}: it may run {quota} sandboxes at once,\n"
                f"{quota - free} of them are reserved for other functions, and "
                f"{min(UNRESERVED, quota)} stay unreserved.\n"
                f"{how_to_raise(region)}\nNothing was created yet."
            )
    limit = reserved or free
    if limit < PAGE_LOAD:
        cause = "function.reserved_concurrency" if reserved else "the account's quota"
        print(
            f"Warning: {cause} allows {limit} sandboxes at once, and one page of LibreChat "
            f"asks for {PAGE_LOAD}: users will see errors."
        )
        if not reserved:
            print(how_to_raise(region))


def concurrency(aws_lambda: Any, function_name: str) -> tuple[int, int]:
    """The quota, and what of it is not reserved for other functions. Raises AwsError."""
    advice = "The deploying identity needs lambda:GetAccountSettings and GetFunctionConcurrency."
    with aws_errors("Lambda does not say what the account may run", advice):
        limits = aws_lambda.get_account_settings()["AccountLimit"]
        try:
            own = aws_lambda.get_function_concurrency(FunctionName=function_name)
        except aws_lambda.exceptions.ResourceNotFoundException:
            own = {}
    free = limits["UnreservedConcurrentExecutions"] + own.get("ReservedConcurrentExecutions", 0)
    return limits["ConcurrentExecutions"], free


def how_to_raise(region: str) -> str:
    """AWS raises it for nothing, for most accounts within a day."""
    quota = f"services/lambda/quotas/{QUOTA_CODE}"
    return (
        "Raise the quota, which costs nothing:\n"
        f"https://{region}.console.aws.amazon.com/servicequotas/home/{quota}\n"
        "aws service-quotas request-service-quota-increase --service-code lambda "
        f"--quota-code {QUOTA_CODE} --desired-value 1000 --region {region}"
    )
