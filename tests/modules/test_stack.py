"""One environment, whole: what holds across the constructs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cdktf import Testing

from config import Environment
from modules.stack import LibreChatStack
from tests.conftest import ROOT, named

INTERFACES = {
    interface["source"]: interface
    for interface in map(
        json.loads, (path.read_text() for path in ROOT.glob("local/module_interfaces/*.json"))
    )
}


def references(value: Any) -> set[str]:
    """The addresses that a piece of Terraform depends on."""
    text = json.dumps(value)
    found = re.findall(r"(?:(?:data\.)?aws_\w+|module|terraform_data)\.\w+(?:\.\w+)?", text)
    return {
        ".".join(address.split(".")[: 3 if address.startswith("data.") else 2]) for address in found
    }


def elements(stack: dict[str, Any]) -> dict[str, Any]:
    """All that is created or read, by its address."""
    return {
        **{f"{t}.{n}": e for t, of_type in stack["resource"].items() for n, e in of_type.items()},
        **{f"data.{t}.{n}": e for t, of_type in stack["data"].items() for n, e in of_type.items()},
        **{f"module.{n}": e for n, e in stack["module"].items()},
    }


def synth(environment: Environment) -> dict[str, Any]:
    stack: dict[str, Any] = json.loads(Testing.synth(LibreChatStack(Testing.app(), environment)))
    return stack


def changed(environment: Environment, table: str, **keys: Any) -> Environment:
    """The environment with some keys of a table changed, validated again."""
    data = environment.model_dump()
    data[table] = {**(data[table] or {}), **keys}
    return Environment.model_validate(data)


@pytest.fixture(params=["dev", "prod"])
def stack(request: pytest.FixtureRequest, stacks: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return stacks[request.param]


def test_the_graph_is_whole_and_has_no_cycle(stack: dict[str, Any]) -> None:
    """FR-016, FR-019. Modules count as one node here, which is stricter than Terraform: but for the
    frontend's bucket policy (its input comes from the distribution) no two of them may need each
    other."""
    graph = {
        address: references(element) - {address} for address, element in elements(stack).items()
    }
    assert all(needed <= set(graph) for needed in graph.values()), "a reference to nothing"

    done: set[str] = set()

    def visit(address: str, path: tuple[str, ...]) -> None:
        assert address not in path, " → ".join((*path, address))
        if address not in done:
            for needed in graph[address]:
                visit(needed, (*path, address))
            done.add(address)

    for address in graph:
        visit(address, ())


def test_what_is_created_before_it_is_destroyed_needs_nothing_with_a_fixed_name(
    stack: dict[str, Any],
) -> None:
    """Terraform hands create_before_destroy on to all that such a resource needs: one with a fixed
    name could not be replaced then, since its successor would have the same."""
    graph = {address: references(element) for address, element in elements(stack).items()}
    reached: set[str] = set()

    def reach(address: str) -> None:
        if address not in reached:
            reached.add(address)
            for needed in graph[address]:
                reach(needed)

    for address, element in elements(stack).items():
        if element.get("lifecycle", {}).get("create_before_destroy"):
            reach(address)
    assert "aws_api_gateway_deployment.api" in reached
    # The name of a REST API is no key: two may have the same.
    of_the_api = r"aws_api_gateway_(rest_api|resource|method|integration|deployment)\w*\..*"
    others = {address for address in reached if not re.fullmatch(of_the_api, address)}
    assert others == {"terraform_data.preflight"}


def test_addresses_are_readable(stack: dict[str, Any]) -> None:
    assert all(re.fullmatch(r"[a-z][a-z0-9_.]*", address) for address in elements(stack))
    assert not [address for address in elements(stack) if re.search(r"[0-9A-F]{8}$", address)]
    for address in (
        "module.redis",
        "aws_lambda_function.backend_api",
        "aws_api_gateway_integration.api_agents_proxy",
        "module.frontend_bucket",
        "terraform_data.image",
        "terraform_data.client",
    ):
        assert address in elements(stack)


def test_registry_modules_get_only_what_they_read(stack: dict[str, Any]) -> None:
    """FR-017, FR-004, FR-005, FR-036: a module ignores a key that it does not read, silently."""

    def keys(value: Any, path: str) -> Iterator[tuple[str, str]]:
        for item in value if isinstance(value, list) else ():
            yield from keys(item, f"{path}[]")
        if isinstance(value, dict):
            for key, item in value.items():
                yield path, key
                yield from keys(item, f"{path}.{key}")

    for name, module in stack["module"].items():
        interface = INTERFACES[module["source"]]
        assert module["version"] == interface["version"], name
        for variable, value in module.items():
            if variable in ("source", "version", "//", "depends_on"):
                continue
            assert variable in interface["variables"], f"{name}.{variable}"
            if interface["variables"][variable]["type"] != "any":
                continue
            for path, key in keys(value, variable):
                # "*" in a pattern stands for a name of the caller's choice: below `origin`, any key
                # is read.
                pattern = next(
                    (
                        p
                        for p in interface["keys_read"]
                        if same(p, path) or same(p, f"{path}.{key}")
                    ),
                    None,
                )
                assert pattern, f"{name}: nothing of {path} is read"
                allowed = interface["keys_read"][pattern]
                inherited = interface["keys_read"].get("default_cache_behavior", [])
                assert not same(pattern, path) or key in allowed or key in inherited, (
                    f"{name}: {path}.{key} is not read"
                )


def same(pattern: str, path: str) -> bool:
    """Whether `origin.*.custom_header[]` is the pattern of `origin.api.custom_header[]`."""
    escaped = re.escape(pattern).replace(r"\*_cache", r"\w+_cache").replace(r"\*", r"[^.]+")
    return (
        re.fullmatch(
            escaped.replace("behavior", r"behavior(\[\])?") if "\\w+_cache" in escaped else escaped,
            path,
        )
        is not None
    )


def test_everything_is_tagged_with_its_environment(stacks: dict[str, dict[str, Any]]) -> None:
    for stack in stacks.values():
        first, *others = (provider["default_tags"] for provider in stack["provider"]["aws"])
        assert others == [first]
    tags = {
        name: stack["provider"]["aws"][0]["default_tags"][0]["tags"]
        for name, stack in stacks.items()
    }
    assert tags["dev"] == {"Project": "librechat", "Environment": "dev"}
    assert tags["prod"] == {"Project": "librechat", "Environment": "prod", "CostCenter": "platform"}


def test_two_environments_share_no_name(environments: dict[str, Environment]) -> None:
    """FR-048."""

    def names(environment: Environment) -> set[str]:
        keys = (
            "name",
            "function_name",
            "bucket",
            "replication_group_id",
            "security_group_name",
            "origin_access_control",
        )
        found = set()
        for address, element in elements(synth(environment)).items():
            if address.startswith("aws_lambda_alias."):
                continue  # its name is one of its function's own
            for key in keys:
                value = element.get(key)
                found |= (
                    set(value)
                    if isinstance(value, dict)
                    else {value}
                    if isinstance(value, str)
                    else set()
                )
        return {name for name in found if "${" not in name}

    one = names(environments["dev"])
    other = names(environments["dev"].model_copy(update={"name": "dev2"}))
    assert len(one) >= 10
    assert not one & other
    assert all("librechat-dev" in name for name in one)


def test_two_synths_are_byte_identical(environments: dict[str, Environment]) -> None:
    texts = {Testing.synth(LibreChatStack(Testing.app(), environments["prod"])) for _ in range(2)}
    assert len(texts) == 1


def test_nothing_names_the_machine_it_was_synthesized_on(stack: dict[str, Any]) -> None:
    text = json.dumps(stack)
    assert str(ROOT) not in text and str(Path.home()) not in text


def test_every_output_is_described(stack: dict[str, Any]) -> None:
    assert {"url", "distribution_id", "api_id", "function_name", "repository_url"} <= set(
        stack["output"]
    )
    assert {"frontend_bucket", "files_bucket", "redis_endpoint"} <= set(stack["output"])
    assert all(output["description"] for output in stack["output"].values())


def test_the_url_is_the_domain_or_the_distributions_own_name(
    stacks: dict[str, dict[str, Any]],
) -> None:
    """FR-021."""
    assert stacks["prod"]["output"]["url"]["value"] == "https://chat.example.com"
    own = "https://${module.frontend_distribution.cloudfront_distribution_domain_name}"
    assert stacks["dev"]["output"]["url"]["value"] == own
    for name, url in (("prod", "https://chat.example.com"), ("dev", own)):
        variables = named(stacks[name], "aws_lambda_function.backend_api")["environment"][
            "variables"
        ]
        assert variables["DOMAIN_CLIENT"] == url


def test_the_function_reaches_redis_the_database_the_services_and_https(
    stacks: dict[str, dict[str, Any]],
) -> None:
    """FR-047, FR-040, FR-041."""
    rules = stacks["prod"]["resource"]["aws_vpc_security_group_egress_rule"]
    assert {id_: rule["from_port"] for id_, rule in rules.items()} == {
        "backend_https": 443,
        "backend_redis": 6379,
        "backend_database": 27017,
        "backend_service_rag_api": 8000,
        "backend_service_mcp_gateway": 8080,
    }
    assert (
        rules["backend_redis"]["referenced_security_group_id"]
        == "${module.redis.security_group_id}"
    )
    ingress = named(stacks["prod"], "aws_vpc_security_group_ingress_rule.backend_redis")
    assert ingress["security_group_id"] == "${module.redis.security_group_id}"


def test_one_function_serves_both_modes_and_streaming_everything_changes_modes_alone(
    environments: dict[str, Environment],
) -> None:
    """FR-045."""

    def modes(made: dict[str, Any]) -> set[str]:
        assert list(made["resource"]["aws_lambda_function"]) == ["backend_api"]
        integrations = made["resource"]["aws_api_gateway_integration"].values()
        return {i["response_transfer_mode"] for i in integrations if i["type"] == "AWS_PROXY"}

    def buffered_routes(made: dict[str, Any]) -> Any:
        function = named(made, "aws_lambda_function.backend_api")
        return json.loads(function["environment"]["variables"]["HANDLER_BUFFERED_ROUTES"])

    made = synth(environments["dev"])
    assert modes(made) == {"STREAM", "BUFFERED"}
    assert buffered_routes(made)["/api/{proxy+}"] == 29
    made = synth(changed(environments["dev"], "api", stream_everything=True))
    assert modes(made) == {"STREAM"}
    assert buffered_routes(made) == {}


def test_the_handler_is_told_of_those_resources_that_are_buffered(stack: dict[str, Any]) -> None:
    """FR-045: event.resource is the path of API Gateway's resource."""
    resources = stack["resource"]["aws_api_gateway_resource"]

    def path(name: str) -> str:
        resource = resources[name]
        parent = re.search(r"aws_api_gateway_resource\.(\w+)\.id", resource["parent_id"])
        above = path(parent[1]) if parent else ""
        return f"{above}/{resource['path_part']}"

    buffered = {
        path(name): integration["timeout_milliseconds"] / 1000
        for name, integration in stack["resource"]["aws_api_gateway_integration"].items()
        if integration.get("response_transfer_mode") == "BUFFERED"
    }
    function = named(stack, "aws_lambda_function.backend_api")
    told = json.loads(function["environment"]["variables"]["HANDLER_BUFFERED_ROUTES"])
    assert buffered == told


@pytest.mark.parametrize("name", ["dev", "a-16-letter-name"])
@pytest.mark.parametrize("of", ["dev", "prod"])
def test_the_functions_variables_are_no_longer_than_what_the_config_counts(
    of: str, name: str, environments: dict[str, Environment]
) -> None:
    """Lambda takes 4 KB of them, and says so at the apply. References are replaced by values of
    AWS's own form: a distribution's name has 13 letters after its d, a cluster's endpoint six."""
    environment = environments[of].model_copy(update={"name": name})
    files = f"librechat-{name}-files-123456789012"
    values = {
        "module.frontend_distribution.cloudfront_distribution_domain_name": (
            "d111111abcdef8.cloudfront.net"
        ),
        "module.redis.replication_group_primary_endpoint_address": (
            f"master.librechat-{name}-redis.a1b2c3.apne1.cache.amazonaws.com"
        ),
        "module.backend_files.s3_bucket_id": files,
        "aws_s3_object.backend_config.bucket": files,
        "aws_s3_object.backend_config.key": "config/librechat.yaml",
    }
    function = named(synth(environment), "aws_lambda_function.backend_api")
    counted = environment.longest_variables

    for variable, text in function["environment"]["variables"].items():
        value = re.sub(r"\$\{([^}]+)\}", lambda reference: values[reference[1]], text)
        assert len(value.encode()) <= len(counted[variable].encode()), variable


def test_no_secret_is_in_what_is_synthesized(stack: dict[str, Any]) -> None:
    """FR-024: a variable that has a parameter is in clear nowhere."""
    variables = named(stack, "aws_lambda_function.backend_api")["environment"]["variables"]
    assert not set(json.loads(variables["HANDLER_SECRET_PARAMETERS"])) & set(variables)
    assert "value" not in named(
        stack, "aws_api_gateway_api_key.api"
    )  # FR-046: API Gateway generates it
