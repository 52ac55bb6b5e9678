"""What whoever deploys must be allowed, and nothing else: an IAM policy made of the calls that
emulated deploys sent (docs/deployer-policy.json; tests/test_deploy.py holds it true).

An action's name is its operation's but for a few, of S3 mostly. Resources are narrowed to what is
named after an environment, `librechat-…`, where AWS names such resources and knows them for the
action, which policy_sentry's copy of AWS's service authorization reference says.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Any
from urllib.parse import parse_qs

import botocore.session
from policy_sentry.querying.actions import get_actions_that_support_wildcard_arns_only

from local.aws import Call

STATE_BUCKET = "example-terraform-state"
"""That of environments/prod.toml, to be replaced by one's own."""
STATE = ("State", (f"arn:aws:s3:::{STATE_BUCKET}", f"arn:aws:s3:::{STATE_BUCKET}/librechat/*"))

PREFIXES = {"monitoring": "cloudwatch"}
"""The prefix of a service's actions, where its calls are signed with another name."""

UNCHECKED = {"sts GetCallerIdentity"}
"""Calls that everybody may make."""

ACTIONS = {
    "s3:CreateMultipartUpload": ["s3:PutObject"],
    "s3:DeleteBucketEncryption": ["s3:PutEncryptionConfiguration"],
    "s3:DeleteBucketCors": ["s3:PutBucketCORS"],
    "s3:DeleteBucketLifecycle": ["s3:PutLifecycleConfiguration"],
    "s3:DeleteBucketOwnershipControls": ["s3:PutBucketOwnershipControls"],
    "s3:DeleteObjects": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
    "s3:DeletePublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
    "s3:GetBucketAccelerateConfiguration": ["s3:GetAccelerateConfiguration"],
    "s3:GetBucketCors": ["s3:GetBucketCORS"],
    "s3:GetBucketEncryption": ["s3:GetEncryptionConfiguration"],
    "s3:GetBucketLifecycleConfiguration": ["s3:GetLifecycleConfiguration"],
    "s3:GetBucketReplication": ["s3:GetReplicationConfiguration"],
    "s3:GetObjectLockConfiguration": ["s3:GetBucketObjectLockConfiguration"],
    "s3:GetPublicAccessBlock": ["s3:GetBucketPublicAccessBlock"],
    "s3:HeadBucket": ["s3:ListBucket"],
    "s3:HeadObject": ["s3:GetObject"],
    "s3:ListObjectVersions": ["s3:ListBucketVersions"],
    "s3:ListObjectsV2": ["s3:ListBucket"],
    "s3:PutBucketCors": ["s3:PutBucketCORS"],
    "s3:PutBucketEncryption": ["s3:PutEncryptionConfiguration"],
    "s3:PutBucketLifecycleConfiguration": ["s3:PutLifecycleConfiguration"],
    "s3:PutPublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
    "cloudfront:CreateDistributionWithTags": [
        "cloudfront:CreateDistribution",
        "cloudfront:TagResource",
    ],
}
"""The actions of an operation that are not called as it is."""

REGISTRY = {
    r"(GET|HEAD) /v2/": [],
    r"HEAD .*/blobs/.*": ["ecr:BatchCheckLayerAvailability"],
    r"GET .*/blobs/.*": ["ecr:GetDownloadUrlForLayer"],
    r"POST .*/blobs/uploads/": ["ecr:InitiateLayerUpload"],
    r"PATCH .*/blobs/uploads/.*": ["ecr:UploadLayerPart"],
    r"PUT .*/blobs/uploads/.*": ["ecr:CompleteLayerUpload"],
    r"PUT .*/manifests/.*": ["ecr:PutImage"],
    r"(GET|HEAD) .*/manifests/.*": ["ecr:BatchGetImage"],
}
"""The actions of a request to ECR's registry."""

NOT_CALLED = {
    "Lambda and ElastiCache ask as the caller what they attach to": [
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
    ],
    "Lambda adds itself to the repository's policy as the caller": [
        "ecr:GetRepositoryPolicy",
        "ecr:SetRepositoryPolicy",
    ],
    "ElastiCache's own role, in an account that has none yet": ["iam:CreateServiceLinkedRole"],
    "roles are handed to Lambda and API Gateway": ["iam:PassRole"],
    "tags go with what is created, and change with the environment file": [
        "apigateway:DELETE",
        "apigateway:PUT",
        "budgets:TagResource",
        "budgets:UntagResource",
        "cloudfront:UntagResource",
        "cloudwatch:TagResource",
        "cloudwatch:UntagResource",
        "ec2:CreateTags",
        "ec2:DeleteTags",
        "ecr:TagResource",
        "ecr:UntagResource",
        "elasticache:AddTagsToResource",
        "elasticache:RemoveTagsFromResource",
        "events:TagResource",
        "events:UntagResource",
        "iam:TagRole",
        "iam:UntagRole",
        "lambda:TagResource",
        "lambda:UntagResource",
        "logs:TagResource",
        "logs:UntagResource",
        "sns:TagResource",
        "sns:UntagResource",
        "wafv2:TagResource",
        "wafv2:UntagResource",
    ],
    "changes that the emulated deploys do not make": [
        "cloudfront:UpdateFunction",
        "elasticache:DecreaseReplicaCount",
        "elasticache:IncreaseReplicaCount",
        "elasticache:ModifyCacheSubnetGroup",
        "elasticache:ModifyReplicationGroup",
        "wafv2:UpdateWebACL",
    ],
}
"""What is needed beside what was called, and why."""

RESOURCES = {
    "apigateway": ("arn:aws:apigateway:*::/tags/*",),
    "budgets": ("arn:aws:budgets::*:budget/librechat-*",),
    "cloudfront": (
        "arn:aws:cloudfront::*:distribution/*",
        "arn:aws:cloudfront::*:function/librechat-*",
        "arn:aws:cloudfront::*:origin-access-control/*",
        "arn:aws:cloudfront::*:response-headers-policy/*",
    ),
    "cloudwatch": (
        "arn:aws:cloudwatch:*:*:alarm:librechat-*",
        "arn:aws:cloudwatch::*:dashboard/librechat-*",
    ),
    "ec2": (
        "arn:aws:ec2:*:*:security-group/*",
        "arn:aws:ec2:*:*:security-group-rule/*",
        "arn:aws:ec2:*:*:vpc/*",
    ),
    "ecr": ("arn:aws:ecr:*:*:repository/librechat-*",),
    "elasticache": (
        "arn:aws:elasticache:*:*:cluster:librechat-*",
        "arn:aws:elasticache:*:*:parametergroup:*",
        "arn:aws:elasticache:*:*:replicationgroup:librechat-*",
        "arn:aws:elasticache:*:*:snapshot:librechat-*",
        "arn:aws:elasticache:*:*:subnetgroup:librechat-*",
        "arn:aws:elasticache:*:*:usergroup:*",
    ),
    "events": ("arn:aws:events:*:*:rule/librechat-*",),
    "iam": (
        "arn:aws:iam::*:role/librechat-*",
        "arn:aws:iam::*:role/aws-service-role/elasticache.amazonaws.com/*",
    ),
    "lambda": ("arn:aws:lambda:*:*:function:librechat-*",),
    "logs": (
        "arn:aws:logs:*:*:log-group:/aws/apigateway/librechat-*",
        "arn:aws:logs:*:*:log-group:/aws/lambda/librechat-*",
    ),
    "route53": ("arn:aws:route53:::change/*", "arn:aws:route53:::hostedzone/*"),
    "s3": ("arn:aws:s3:::librechat-*",),
    "sns": ("arn:aws:sns:*:*:librechat-*",),
    "ssm": ("arn:aws:ssm:*:*:parameter/librechat/*",),
    "wafv2": ("arn:aws:wafv2:us-east-1:*:global/webacl/librechat-*",),
}
"""What a service's actions may be done to."""


def policy(calls: Iterable[Call]) -> dict[str, Any]:
    """The policy that allows these calls, a statement or two for each service."""
    statements = defaultdict[tuple[str, tuple[str, ...]], set[str]](set)
    for action in chain(*NOT_CALLED.values()):
        statements[on_named(action)].add(action)
    for call in calls:
        for action, statement in needed(call):
            statements[statement].add(action)
    return {
        "Version": "2012-10-17",
        "Statement": [
            {"Sid": sid, "Effect": "Allow", "Action": sorted(actions), "Resource": list(resources)}
            for (sid, resources), actions in sorted(statements.items())
        ],
    }


Statement = tuple[str, tuple[str, ...]]
"""A statement's id and its resources."""


def needed(call: Call) -> Iterator[tuple[str, Statement]]:
    """The actions that a call needs, and the statement of each."""
    service, _, what = call.partition(" ")
    method, _, path = what.partition(" ")
    if call in UNCHECKED:
        return
    if service == "apigateway":  # whose actions are HTTP's, on paths
        above = path.split("/")[1]
        yield (
            f"apigateway:{method}",
            (f"Apigateway{above.title()}", (f"arn:aws:apigateway:*::/{above}*",)),
        )
        return
    if service == "registry":
        actions = next(a for pattern, a in REGISTRY.items() if re.fullmatch(pattern, what))
    else:
        prefix = PREFIXES.get(service, service)
        name = operation(service, method, path, call.query) if path else what
        if service == "budgets" and not name.endswith("TagsForResource"):
            name = "ViewBudget" if name.startswith("Describe") else "ModifyBudget"
        actions = ACTIONS.get(f"{prefix}:{name}", [f"{prefix}:{name}"])
    of_state = path.startswith(f"/{STATE_BUCKET}")
    yield from ((action, STATE if of_state else on_named(action)) for action in actions)


def on_named(action: str) -> Statement:
    """The statement of an action: on what is named after an environment, or on any resource where
    AWS knows none for it."""
    service = action.partition(":")[0]
    if action in get_actions_that_support_wildcard_arns_only(service):
        return f"{service.title()}Any", ("*",)
    return service.title(), RESOURCES[service]


def operation(service: str, method: str, path: str, query: str) -> str:
    """The operation of a request, by the service's model; raises LookupError if it has none."""
    given = set(parse_qs(query, keep_blank_values=True))
    found = [
        (-len(keys), -len(pattern), len(name), name)
        for name, of, pattern, keys in operations(service)
        if of == method and keys <= given and re.fullmatch(pattern, path.rstrip("/") or "/")
    ]
    if not found:
        raise LookupError(f"{service} {method} {path}?{query}: no operation of the service's model")
    return min(found)[-1]


@cache
def operations(service: str) -> list[tuple[str, str, str, set[str]]]:
    """Name, HTTP method, path as a pattern and the query's fixed keys of each operation."""
    model = botocore.session.get_session().get_service_model(service)
    found = []
    for name in model.operation_names:
        if model.operation_model(name).deprecated:
            continue
        http = model.operation_model(name).http
        path, _, query = http["requestUri"].partition("?")
        pattern = re.sub(r"\\{[^}]+\\\+\\}", ".+", re.escape(path.rstrip("/") or "/"))
        pattern = re.sub(r"\\{[^}]+\\}", "[^/]+", pattern)
        keys = {key.partition("=")[0] for key in query.split("&") if key}
        found.append((name, http["method"], pattern, keys))
    return found
