"""The values that keys of an environment file may have: ids, ports, names, and what is said where
one is wrong."""

import difflib
import functools
import importlib.resources
import json
import re
from ipaddress import IPv4Network
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


class Model(BaseModel):
    """A table of the file: its keys are typed, and an unknown one is an error."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )


def matching(pattern: str, meaning: str) -> AfterValidator:
    """A validator for text whose message says in words what is allowed."""

    def validate(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"must be {meaning}")
        return value

    return AfterValidator(validate)


def resource_id(prefix: str) -> AfterValidator:
    """A validator for the id of a resource, like `vpc-0a1b2c3d4e5f60718`."""
    return matching(
        rf"{prefix}-([0-9a-f]{{8}}|[0-9a-f]{{17}})", f"an id like {prefix}-0a1b2c3d4e5f60718"
    )


def did_you_mean(name: str, known: list[str]) -> str:
    """`; did you mean …?` where a known name is close, else nothing."""
    close = difflib.get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _ipv4_network(value: str) -> str:
    try:
        return str(IPv4Network(value))
    except ValueError:
        raise ValueError("must be an IPv4 network in CIDR notation, like 10.0.0.0/16") from None


@functools.cache
def _partitions() -> dict[str, list[str]]:
    """AWS's partitions and their regions, as botocore's data has them."""
    data = importlib.resources.files("botocore").joinpath("data/partitions.json")
    partitions = json.loads(data.read_text(encoding="utf-8"))["partitions"]
    return {partition["id"]: sorted(partition["regions"]) for partition in partitions}


def _region(value: str) -> str:
    for partition, regions in _partitions().items():
        if partition != "aws" and value in regions:
            raise ValueError(
                f"is in the partition {partition}; this project deploys to the partition aws "
                "alone (its ARNs, endpoints and CloudFront's region are written for it)"
            )
    regions = [region for region in _partitions()["aws"] if region != "aws-global"]
    if value not in regions:
        raise ValueError(f"must be a region like eu-west-1{did_you_mean(value, regions)}")
    return value


VpcId = Annotated[str, resource_id("vpc")]
SubnetId = Annotated[str, resource_id("subnet")]
SecurityGroupId = Annotated[str, resource_id("sg")]
Cidr = Annotated[str, AfterValidator(_ipv4_network)]
Port = Annotated[int, Field(ge=1, le=65535)]
Region = Annotated[str, AfterValidator(_region)]
HostName = Annotated[
    str,
    matching(
        r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}",
        "a host name in lower case, like chat.example.com",
    ),
]
VariableName = Annotated[
    str, matching(r"[A-Za-z][A-Za-z0-9_]*", "a name of letters, digits and '_'")
]
ParameterName = Annotated[
    str,
    matching(
        r"/[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+){0,14}",
        "the name of an SSM parameter, like /librechat/dev/JWT_SECRET, never its value",
    ),
]
BucketName = Annotated[
    str,
    matching(
        r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
        "a bucket name: 3 to 63 characters of a-z, 0-9, '.' and '-'",
    ),
]
LocalPath = Annotated[Path, Field(strict=False)]
