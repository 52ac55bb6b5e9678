"""What a deployed environment consists of, read through AWS's API: all that the front needs to play
it to a browser."""

import json
import tomllib
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from local.aws import ACCOUNT, AWS, REGION

PRICES = Path(__file__).parent.parent / "review" / "prices.toml"
LEFT_OUT = ["strict-transport-security"]
"""Response headers that the front does not send: a browser would keep HSTS for every port of
localhost, for a year."""


def describe(aws: AWS, name: str) -> dict[str, Any]:
    """The distribution, APIs, functions and buckets of `librechat-<environment>` in AWS."""
    return {
        "id": ACCOUNT,
        "region": REGION,
        "endpoint": aws.endpoint,
        "distribution": distribution(aws, name),
        "buckets": buckets(aws, name),
        "apis": apis(aws, name),
        "functions": functions(aws, name),
    }


def distribution(aws: AWS, name: str) -> dict[str, Any]:
    """With what it refers to: response headers policies by id, functions by ARN."""
    client = aws.client("cloudfront")
    items = client.list_distributions()["DistributionList"].get("Items", ())
    found = next(item for item in items if item["Comment"] == name)
    config = client.get_distribution_config(Id=found["Id"])["DistributionConfig"]
    behaviors = [config["DefaultCacheBehavior"], *config["CacheBehaviors"].get("Items", ())]
    ids = {behavior.get("ResponseHeadersPolicyId") for behavior in behaviors} - {None, ""}
    policies = {}
    for id_ in ids:
        policy = client.get_response_headers_policy(Id=id_)["ResponseHeadersPolicy"]
        policies[id_] = policy["ResponseHeadersPolicyConfig"]
    code = []
    for function in client.list_functions()["FunctionList"].get("Items", ()):
        live = client.get_function(Name=function["Name"], Stage="LIVE")
        arn = function["FunctionMetadata"]["FunctionARN"]
        code.append({"arn": arn, "code": live["FunctionCode"].read().decode()})
    return {
        "id": found["Id"],
        "arn": found["ARN"],
        "config": config,
        "headers_policies": policies,
        "functions": code,
        "left_out": LEFT_OUT,
    }


def buckets(aws: AWS, name: str) -> dict[str, Any]:
    """Bucket policies by name, origin access controls by id."""
    s3, policies = aws.client("s3"), {}
    for bucket in s3.list_buckets()["Buckets"]:
        if bucket["Name"].startswith(f"{name}-"):
            try:
                text = s3.get_bucket_policy(Bucket=bucket["Name"])["Policy"]
            except ClientError:
                continue  # it has none
            policies[bucket["Name"]] = json.loads(text)
    listed = aws.client("cloudfront").list_origin_access_controls()
    controls = listed["OriginAccessControlList"].get("Items", ())
    return {"policies": policies, "controls": {control["Id"]: control for control in controls}}


def apis(aws: AWS, name: str) -> list[dict[str, Any]]:
    """Each API with its stage, resources, and the keys and the throttle of its usage plan."""
    client, found = aws.client("apigateway"), []
    plans, keys = client.get_usage_plans()["items"], client.get_api_keys(includeValues=True)
    for api in client.get_rest_apis()["items"]:
        if api["name"] != name:
            continue
        id_ = api["id"]
        resources = client.get_resources(restApiId=id_, limit=500, embed=["methods"])["items"]
        for stage in client.get_stages(restApiId=id_)["item"]:
            api_stage = {"apiId": id_, "stage": stage["stageName"]}
            plan = next(plan for plan in plans if api_stage in plan["apiStages"])
            admitted = client.get_usage_plan_keys(usagePlanId=plan["id"])["items"]
            ids = {key["id"] for key in admitted}
            found.append(
                {
                    "api": api,
                    "stage": stage,
                    "resources": resources,
                    "keys": [key for key in keys["items"] if key["id"] in ids],
                    "throttle": plan.get("throttle"),
                }
            )
    return found


def functions(aws: AWS, name: str) -> list[dict[str, Any]]:
    """Each function as a sandbox needs it."""
    client, found = aws.client("lambda"), []
    for listed in client.list_functions()["Functions"]:
        if not listed["FunctionName"].startswith(f"{name}-"):
            continue
        function = client.get_function(FunctionName=listed["FunctionName"])
        configuration = function["Configuration"]
        command = configuration.get("ImageConfigResponse", {}).get("ImageConfig", {})
        reserved = (function.get("Concurrency") or {}).get("ReservedConcurrentExecutions")
        found.append(
            {
                "name": configuration["FunctionName"],
                "arn": configuration["FunctionArn"],
                "image": function["Code"]["ImageUri"],
                "command": command.get("Command") or [],
                "environment": configuration["Environment"]["Variables"],
                "memoryMb": configuration["MemorySize"],
                "timeoutMs": configuration["Timeout"] * 1000,
                "diskMb": configuration["EphemeralStorage"]["Size"],
                "logGroup": configuration["LoggingConfig"]["LogGroup"],
                "reserved": reserved,
                "prices": prices("arm64"),  # this project's default, whatever this machine is
            }
        )
    return found


def prices(architecture: str) -> dict[str, float]:
    """List prices in USD: a GB-second of that architecture, a request through CloudFront, API
    Gateway and Lambda."""
    listed = {name: price["usd"] for name, price in tomllib.loads(PRICES.read_text()).items()}
    million = listed["lambda_million_requests"] + listed["api_gateway_million_requests"]
    edge = listed["cloudfront_10000_https_requests"] / 10_000
    return {
        "gb_second": listed[f"lambda_{architecture}_gb_second"],
        "request": million / 1_000_000 + edge,
    }
