import functools
import re
from collections.abc import Callable
from typing import cast

import pytest
from cdktf import (
    App,
    DataResource,
    TerraformElement,
    TerraformLocal,
    TerraformOutput,
    TerraformVariable,
    Testing,
)
from cdktf_cdktf_provider_aws.api_gateway_integration import ApiGatewayIntegration
from cdktf_cdktf_provider_aws.api_gateway_method import ApiGatewayMethod
from cdktf_cdktf_provider_aws.data_aws_iam_role import DataAwsIamRole
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.provider import AwsProvider
from constructs import Construct

from imports.s3_bucket import S3Bucket
from modules.synth.addresses import ReadableStack


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("redis", "redis"),
        ("backend/api", "backend_api"),
        ("backend/api/role", "backend_api_role"),
        # "this" is the one of its kind
        ("api/this", "api"),
        ("this", "this"),
        ("this/role", "role"),
        # what follows a colon tells constructs apart, not addresses
        ("api/agents_proxy:method", "api_agents_proxy"),
        ("api/agents_proxy:integration", "api_agents_proxy"),
        ("api/this:stage", "api"),
        ("api/:stage", "api"),
        # parents are not repeated, but only whole words are parents
        ("api/api_agents_proxy", "api_agents_proxy"),
        ("api/api", "api"),
        ("backend/api/backend_api_role", "backend_api_role"),
        ("api/apis", "api_apis"),
        ("api/agents/api_agents_proxy", "api_agents_proxy"),
        # characters that Terraform or a reader would stumble on
        ("api/{proxy+}", "api__proxy_"),
        ("files bucket", "files_bucket"),
        ("eu-central-1.example", "eu_central_1_example"),
        ("größe", "gr_e"),
        ("2nd", "_2nd"),
    ],
)
def test_a_name_is_the_construct_path_without_what_a_reader_does_not_need(
    path: str, name: str
) -> None:
    *parents, last = path.split("/")
    scope = functools.reduce(
        Construct, parents, cast(Construct, ReadableStack(Testing.app(), "stack"))
    )

    assert DataResource(scope, last).friendly_unique_id == name
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name)


def method(scope: Construct, id_: str) -> ApiGatewayMethod:
    return ApiGatewayMethod(
        scope, id_, rest_api_id="a", resource_id="r", http_method="ANY", authorization="NONE"
    )


def test_different_kinds_of_element_may_share_a_name() -> None:
    def build(scope: Construct) -> None:
        AwsProvider(scope, "aws")
        AwsProvider(scope, "us_east_1", alias="us_east_1")
        api = Construct(scope, "api")
        method(api, "agents_proxy:method")
        ApiGatewayIntegration(
            api,
            "agents_proxy:integration",
            rest_api_id="a",
            resource_id="r",
            http_method="ANY",
            type="MOCK",
        )
        IamRole(scope, "same:role", assume_role_policy="{}")
        DataAwsIamRole(scope, "same:data", name="role")
        S3Bucket(scope, "same:module")
        TerraformOutput(scope, "same:output", value="o")
        TerraformVariable(scope, "same:variable")
        TerraformLocal(scope, "same:local", "l")

    synthesized = Testing.synth_scope(build)

    assert Testing.to_have_resource(synthesized, "aws_api_gateway_method")
    assert '"api_agents_proxy"' in synthesized
    assert synthesized.count('"same"') == 6


@pytest.mark.parametrize(
    ("address", "build"),
    [
        (
            "aws_api_gateway_method.api_agents",
            lambda s: [method(s, "api_agents"), method(Construct(s, "api"), "agents")],
        ),
        (
            "aws_iam_role.a_b",
            lambda s: [IamRole(s, id_, assume_role_policy="{}") for id_ in ("a-b", "a.b")],
        ),
        ("terraform_data.a_b", lambda s: [DataResource(s, id_) for id_ in ("a-b", "a.b")]),
        (
            "data.aws_iam_role.a_b",
            lambda s: [DataAwsIamRole(s, id_, name="n") for id_ in ("a-b", "a.b")],
        ),
        ("module.a_b", lambda s: [S3Bucket(s, id_) for id_ in ("a-b", "a.b")]),
        ("output.a_b", lambda s: [TerraformOutput(s, id_, value="v") for id_ in ("a-b", "a.b")]),
        ("var.a_b", lambda s: [TerraformVariable(s, id_) for id_ in ("a-b", "a.b")]),
        ("local.a_b", lambda s: [TerraformLocal(s, id_, "v") for id_ in ("a-b", "a.b")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_two_elements_at_one_address_are_an_error_that_names_the_address_and_both_paths(
    address: str, build: Callable[[Construct], list[TerraformElement]]
) -> None:
    made: list[TerraformElement] = []

    with pytest.raises(RuntimeError) as error:
        Testing.synth_scope(lambda scope: made.extend(build(scope)))

    first, second, *_ = (element.node.path for element in made)
    message = str(error.value)
    assert message.startswith(f"Error: {address}: ")
    assert repr(first) in message and repr(second) in message


@pytest.mark.parametrize(("alias", "address"), [(None, "provider.aws"), ("x", "provider.aws.x")])
def test_two_providers_of_one_alias_are_an_error(alias: str | None, address: str) -> None:
    app = Testing.app()
    stack = ReadableStack(app, "stack")
    AwsProvider(stack, "a", alias=alias)
    AwsProvider(stack, "b", alias=alias)

    with pytest.raises(RuntimeError, match=f"^Error: {address}: .*'stack/a' and 'stack/b'"):
        app.synth()


def test_addresses_do_not_depend_on_the_order_in_which_names_are_asked_for() -> None:
    def stack(*, backwards: bool) -> str:
        def build(scope: Construct) -> None:
            roles = [IamRole(scope, id_, assume_role_policy="{}") for id_ in ("b", "a", "a_b")]
            for role in reversed(roles) if backwards else roles:
                assert role.friendly_unique_id == role.node.id

        return Testing.synth_scope(build)

    assert stack(backwards=False) == stack(backwards=True) == stack(backwards=False)


def test_names_start_below_the_stack_wherever_it_stands() -> None:
    stack = ReadableStack(Construct(App(), "account"), "librechat-dev")
    role = IamRole(Construct(stack, "backend"), "role", assume_role_policy="{}")

    assert role.friendly_unique_id == "backend_role"
    assert stack.get_logical_id(role.node) == "backend_role"
