import json
from collections.abc import Callable

import pytest
from cdktf import DataResource, TerraformOutput, Testing
from cdktf_cdktf_provider_aws.iam_role import IamRole
from constructs import Construct

from modules.synth.digest import digest_of


def digest(build: Callable[[IamRole, Construct], object] = lambda role, scope: None) -> str:
    """Of a role, to which something is done after the digest was asked for."""

    def stack(scope: Construct) -> None:
        role = IamRole(scope, "role", assume_role_policy="{}")
        TerraformOutput(scope, "digest", value=digest_of(scope, ["aws_iam_role"]))
        build(role, scope)

    value: str = json.loads(Testing.synth_scope(stack))["output"]["digest"]["value"]
    return value


def test_a_digest_is_the_same_for_the_same_resources() -> None:
    assert len(digest()) == 64
    assert digest() == digest(lambda role, scope: DataResource(scope, "of_another_type"))


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
    assert digest(change) != digest()
