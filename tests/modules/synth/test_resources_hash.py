import json
from collections.abc import Callable

import pytest
from cdktf import DataResource, TerraformOutput, Testing
from cdktf_cdktf_provider_aws.iam_policy import IamPolicy
from cdktf_cdktf_provider_aws.iam_role import IamRole
from constructs import Construct

from modules.synth.resources_hash import resources_hash


def hash_of(build: Callable[[IamRole, Construct], object] = lambda role, scope: None) -> str:
    """Of a role, to which something is done after the hash was asked for."""

    def stack(scope: Construct) -> None:
        role = IamRole(scope, "role", assume_role_policy="{}")
        TerraformOutput(scope, "hash", value=resources_hash(scope, "aws_iam_", but=["policy"]))
        build(role, scope)

    value: str = json.loads(Testing.synth_scope(stack))["output"]["hash"]["value"]
    return value


def test_a_hash_is_the_same_for_the_same_resources() -> None:
    assert len(hash_of()) == 64
    assert hash_of() == hash_of(lambda role, scope: DataResource(scope, "of_another_type"))


@pytest.mark.parametrize(
    "change",
    [
        lambda role, scope: IamRole(scope, "another", assume_role_policy="{}"),
        lambda role, scope: role.add_override("path", "/app/"),
        lambda role, scope: setattr(role, "description", "later"),
    ],
    ids=["added", "overridden", "set"],
)
def test_it_sees_what_is_done_after_it_was_asked_for(
    change: Callable[[IamRole, Construct], object],
) -> None:
    assert hash_of(change) != hash_of()


def test_types_that_are_left_out_do_not_count() -> None:
    assert hash_of() == hash_of(lambda role, scope: IamPolicy(scope, "left_out", policy="{}"))
