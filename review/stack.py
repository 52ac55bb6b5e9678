"""What a synthesized stack (cdk.tf.json) holds, in the words of those who review it: for the
diagram and the page."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

REFERENCE = re.compile(r"\$\{((?:data\.)?[\w-]+\.[\w-]+)(?:\.[\w.-]+)?\}")


class Behavior(NamedTuple):
    """What the distribution does with a path; `default` is every other."""

    path: str
    origin: str
    methods: str
    cached: bool


class Route(NamedTuple):
    """A path of the API; `function` is the address of the function that answers it."""

    path: str
    mode: str
    seconds: float
    function: str
    needs_key: bool


class Rule(NamedTuple):
    """A rule of a security group (`ingress`, `egress`): `source` may open connections to `target`
    at `ports`."""

    direction: str
    name: str
    source: str
    target: str
    ports: str


class RateLimit(NamedTuple):
    """An address with more than `most` requests in so many minutes is refused."""

    most: int
    minutes: float


class Statement(NamedTuple):
    """A statement of a policy document; `document` is its address."""

    document: str
    sid: str
    effect: str
    principals: str
    actions: list[str]
    resources: list[str]
    condition: str


class Stack:
    """Reads a parsed cdk.tf.json."""

    def __init__(self, terraform: Mapping[str, Any]) -> None:
        self.terraform = terraform
        provider = terraform["provider"]["aws"][0]
        tags = provider["default_tags"][0]["tags"]
        self.environment: str = tags["Environment"]
        self.name = f"{tags['Project']}-{self.environment}"
        self.region: str = provider["region"]
        self.account: str = provider["allowed_account_ids"][0]

    def all(self, type_: str) -> dict[str, dict[str, Any]]:
        """The resources of a type, by name."""
        return dict(self.terraform["resource"].get(type_, {}))

    def module(self, source: str) -> dict[str, Any]:
        """The first use of a registry module: `cloudfront`."""
        (found, *_) = self.modules(source).values()
        return found

    def modules(self, source: str) -> dict[str, dict[str, Any]]:
        """All uses of a registry module, by name."""
        prefix = f"terraform-aws-modules/{source}/"
        return {n: m for n, m in self.terraform["module"].items() if m["source"].startswith(prefix)}

    def addresses(self) -> dict[str, str]:
        """The construct path of each resource, data source and module, by address."""
        found = {}
        for kind, prefix in (("resource", ""), ("data", "data.")):
            for type_, named in self.terraform.get(kind, {}).items():
                for name, content in named.items():
                    found[f"{prefix}{type_}.{name}"] = _path(content)
        for name, content in self.terraform.get("module", {}).items():
            found[f"module.{name}"] = _path(content)
        return found

    @property
    def names(self) -> list[str]:
        """The names at which users find it; none where it is the distribution's own."""
        return list(self.module("cloudfront").get("aliases", ()))

    def rate_limits(self) -> Iterator[RateLimit]:
        """The limits for each address, of the web ACL if there is one."""
        for acl in self.all("aws_wafv2_web_acl").values():
            for rule in acl["rule"]:
                if limit := rule["statement"].get("rate_based_statement"):
                    yield RateLimit(limit["limit"], limit["evaluation_window_sec"] / 60)

    def behaviors(self) -> Iterator[Behavior]:
        distribution = self.module("cloudfront")
        default = distribution["default_cache_behavior"]
        for it in (*distribution.get("ordered_cache_behavior", ()), default):
            methods = it.get("allowed_methods", ["GET", "HEAD", "OPTIONS"])
            cached = not str(it.get("cache_policy_id", "")).startswith("4135ea2d")
            path = it.get("path_pattern", "every other")
            yield Behavior(path, it["target_origin_id"], ", ".join(methods), cached)

    def routes(self) -> Iterator[Route]:
        """The API's routes to functions, in the order of their paths; OPTIONS is answered by API
        Gateway itself."""
        parts = self.all("aws_api_gateway_resource")

        def path(reference: str) -> str:
            type_, _, name = short(reference).partition(".")
            part = parts.get(name) if type_ == "aws_api_gateway_resource" else None
            return f"{path(part['parent_id'])}/{part['path_part']}" if part else ""

        keyed = {
            method["resource_id"]: bool(method.get("api_key_required"))
            for method in self.all("aws_api_gateway_method").values()
            if method["http_method"] != "OPTIONS"
        }
        found = []
        for it in self.all("aws_api_gateway_integration").values():
            if it["type"] == "AWS_PROXY":
                mode = it.get("response_transfer_mode", "BUFFERED")
                seconds = it.get("timeout_milliseconds", 29_000) / 1000
                resource = it["resource_id"]
                answers, needs_key = self.function(it["uri"]), keyed.get(resource, False)
                found.append(Route(path(resource), mode, seconds, answers, needs_key))
        return iter(sorted(found))

    def function(self, arn: str) -> str:
        """The address of the function that a text's ARN names; else the text."""
        if reference := re.search(r"\$\{(aws_lambda_(?:function|alias)\.[\w-]+)", arn):
            return reference[1]
        named = re.search(r":function:([\w-]+)", arn)
        for name, function in self.all("aws_lambda_function").items():
            if named and named[1] == function["function_name"]:
                return f"aws_lambda_function.{name}"
        return arn

    def rules(self) -> Iterator[Rule]:
        for direction in ("ingress", "egress"):
            for name, it in self.all(f"aws_vpc_security_group_{direction}_rule").items():
                own = short(it["security_group_id"])
                other = short(
                    it.get("referenced_security_group_id")
                    or it.get("cidr_ipv4")
                    or it.get("cidr_ipv6")
                    or it.get("prefix_list_id", "?")
                )
                low, high = it.get("from_port"), it.get("to_port")
                ports = "all" if low is None else str(low) if low == high else f"{low}-{high}"
                source, target = (other, own) if direction == "ingress" else (own, other)
                yield Rule(direction, it.get("description", name), source, target, ports)

    def statements(self) -> Iterator[Statement]:
        documents = self.terraform.get("data", {}).get("aws_iam_policy_document", {})
        for name, document in documents.items():
            for it in document["statement"]:
                principals = [
                    f"{of['type']}: {', '.join(of['identifiers'])}"
                    for of in it.get("principals", ())
                ]
                conditions = [
                    f"{of['variable']} {of['test']} {', '.join(map(short, of['values']))}"
                    for of in it.get("condition", ())
                ]
                yield Statement(
                    f"data.aws_iam_policy_document.{name}",
                    it.get("sid", ""),
                    it.get("effect", "Allow"),
                    "; ".join(principals),
                    list(it.get("actions", ())),
                    [short(resource) for resource in it.get("resources", ())],
                    "; ".join(conditions),
                )

    def permissions(self) -> Iterator[Statement]:
        """Who may invoke the functions."""
        for name, it in self.all("aws_lambda_permission").items():
            yield Statement(
                f"aws_lambda_permission.{name}",
                "",
                "Allow",
                f"Service: {it['principal']}",
                [it["action"]],
                [self.function(it["function_name"])],
                f"source {short(it['source_arn'])}" if "source_arn" in it else "",
            )


def _path(content: Mapping[str, Any]) -> str:
    path: str = content.get("//", {}).get("metadata", {}).get("path", "")
    return path


def short(text: str) -> str:
    """A text with its references as addresses: `${aws_iam_role.backend.arn}` →
    `aws_iam_role.backend`."""
    return REFERENCE.sub(r"\1", str(text))
