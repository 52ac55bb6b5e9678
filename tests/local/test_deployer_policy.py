"""From calls to the policy that allows them; tests/test_deploy.py has the calls of real deploys."""

import json
from itertools import chain
from typing import Any

import pytest
from policy_sentry.querying.actions import get_actions_for_service

from local.aws import Call
from local.deployer_policy import NOT_CALLED, operation, policy
from tests.conftest import ROOT

BESIDE = set(chain(*NOT_CALLED.values()))
COMMITTED: dict[str, Any] = json.loads((ROOT / "docs/deployer-policy.json").read_text())


def call(what: str, query: str = "") -> Call:
    made = Call(what)
    made.query = query
    return made


def allowed(*calls: Call) -> dict[str, list[str]]:
    """Action → resources, without what is always allowed."""
    return {
        action: statement["Resource"]
        for statement in policy(calls)["Statement"]
        for action in statement["Action"]
        if action not in BESIDE
    }


@pytest.mark.parametrize(
    ("request_", "name"),
    [
        (("s3", "GET", "/chat", "versioning"), "GetBucketVersioning"),
        (("s3", "GET", "/chat", "list-type=2&prefix=a"), "ListObjectsV2"),
        (("s3", "PUT", "/chat/assets/a.js", ""), "PutObject"),
        (("s3", "POST", "/chat", "delete="), "DeleteObjects"),
        (("s3", "GET", "/chat", "lifecycle="), "GetBucketLifecycleConfiguration"),
        (("lambda", "GET", "/2015-03-31/functions/chat/policy", "Qualifier=live"), "GetPolicy"),
        (("cloudfront", "GET", "/2020-05-31/distribution/E1/config", ""), "GetDistributionConfig"),
    ],
)
def test_a_request_is_an_operation_of_its_service(
    request_: tuple[str, str, str, str], name: str
) -> None:
    assert operation(*request_) == name


def test_a_request_that_no_operation_has_is_an_error() -> None:
    with pytest.raises(LookupError, match="lambda GET /nothing"):
        operation("lambda", "GET", "/nothing", "")


def test_an_action_is_on_what_is_named_after_an_environment_where_aws_knows_it_there() -> None:
    made = allowed(call("logs CreateLogGroup"), call("logs DeleteQueryDefinition"))
    assert all(resource.endswith("/librechat-*") for resource in made["logs:CreateLogGroup"])
    assert made["logs:DeleteQueryDefinition"] == ["*"]


def test_actions_that_are_not_called_as_their_operation_go_by_their_own_names() -> None:
    made = allowed(
        call("s3 HEAD /librechat-dev-files"),
        call("apigateway PATCH /restapis/1/stages/live"),
        call("registry PATCH /v2/librechat-dev-api/blobs/uploads/1"),
        call("monitoring PutMetricAlarm"),
        call("sts GetCallerIdentity"),
        call("budgets CreateNotification"),
    )
    assert set(made) == {
        "budgets:ModifyBudget",
        "s3:ListBucket",
        "apigateway:PATCH",
        "ecr:UploadLayerPart",
        "cloudwatch:PutMetricAlarm",
    }
    assert made["apigateway:PATCH"] == ["arn:aws:apigateway:*::/restapis*"]


def test_the_state_is_in_its_bucket_alone() -> None:
    made = allowed(call("s3 PUT /example-terraform-state/librechat/prod.tfstate"))
    assert made == {
        "s3:PutObject": [
            "arn:aws:s3:::example-terraform-state",
            "arn:aws:s3:::example-terraform-state/librechat/*",
        ]
    }


def test_every_action_of_the_committed_policy_is_one_that_aws_knows() -> None:
    """IAM takes a misspelled one without a word, and the deploy is refused."""
    actions = {action for statement in COMMITTED["Statement"] for action in statement["Action"]}
    assert len(actions) > 100
    for action in actions:
        assert action in get_actions_for_service(action.partition(":")[0]), action
