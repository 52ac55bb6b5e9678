import json

import pytest
from cdktf import Testing
from cdktf_cdktf_provider_aws.iam_role import IamRole
from constructs import Construct


def test_synth_scope_takes_a_lambda() -> None:
    synthesized = Testing.synth_scope(
        lambda scope: IamRole(scope, "backend", assume_role_policy="{}")
    )

    assert Testing.to_have_resource_with_properties(
        synthesized, "aws_iam_role", {"assume_role_policy": "{}"}
    )
    assert list(json.loads(synthesized)["resource"]["aws_iam_role"]) == ["backend"]


def test_each_scope_is_a_stack_of_its_own() -> None:
    def build(scope: Construct) -> None:
        IamRole(scope, "backend", assume_role_policy="{}")

    assert Testing.synth_scope(build) == Testing.synth_scope(build)


def test_an_error_in_the_scope_reaches_the_caller() -> None:
    class Mine(Exception):
        pass

    def build(scope: Construct) -> None:
        raise Mine

    with pytest.raises(Mine):
        Testing.synth_scope(build)
