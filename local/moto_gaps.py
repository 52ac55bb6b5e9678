"""What moto 5.2 lacks for this stack, each in a function of its own that can go once moto does it.

moto keeps all in the process, and so are these: `fill` replaces methods of its backends and
responses, once.
"""

import copy
import functools
import inspect
import json
import os
import re
from collections.abc import Callable
from typing import Any

ACCOUNT = "123456789012"

distribution_domain = ""
"""Where distributions are, instead of a name of CloudFront's; empty for none."""


@functools.cache
def fill() -> None:
    fill_cloudfront()
    fill_distribution()
    fill_logs()
    fill_elasticache()
    fill_s3()
    fill_lambda()
    fill_account_settings()
    fill_provisioned_concurrency()
    fill_budgets()
    fill_apigateway()
    fill_ec2()
    fill_route53()


def replace(class_: type, *methods: Callable[..., Any]) -> None:
    for method in methods:
        setattr(class_, method.__name__, method)


def fill_cloudfront() -> None:
    """PublishFunction, UpdateFunction, and response headers policies."""
    from moto.cloudfront import urls
    from moto.cloudfront.exceptions import CloudFrontException
    from moto.cloudfront.responses import CloudFrontResponse
    from moto.core.responses import ActionResult, EmptyResult
    from moto.moto_api._internal import mock_random

    def publish_function(self: Any) -> ActionResult:
        function = self.backend.describe_function(self._get_param("Name"))
        function.status, function.live = "UNASSOCIATED", (function.code, function.config)
        return ActionResult({"FunctionSummary": function.function_summary})

    def update_function(self: Any) -> ActionResult:
        function = self.backend.describe_function(self._get_param("Name"))
        function.code, function.config = (
            self._get_param("FunctionCode"),
            self._get_param("FunctionConfig"),
        )
        function.etag = mock_random.get_random_hex(14)
        return ActionResult({"FunctionSummary": function.function_summary, "ETag": function.etag})

    def policies(self: Any) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = self.backend.__dict__.setdefault("headers_policies", {})
        if (id_ := self._get_param("Id")) and id_ not in found:
            raise CloudFrontException("NoSuchResponseHeadersPolicy", f"{id_} does not exist.")
        return found

    def put_policy(self: Any) -> ActionResult:
        id_ = self._get_param("Id") or str(mock_random.uuid4())
        policy = {
            "Id": id_,
            "ResponseHeadersPolicyConfig": self._get_param("ResponseHeadersPolicyConfig"),
        }
        policies(self)[id_] = {
            "ResponseHeadersPolicy": policy,
            "ETag": mock_random.get_random_hex(14),
        }
        return get_policy(self, id_)

    def get_policy(self: Any, id_: str | None = None) -> ActionResult:
        found = policies(self)[id_ or self._get_param("Id")]
        return ActionResult(found | found["ResponseHeadersPolicy"])

    def list_policies(self: Any) -> ActionResult:
        items = [
            {"Type": "custom", "ResponseHeadersPolicy": policy["ResponseHeadersPolicy"]}
            for policy in policies(self).values()
        ]
        return ActionResult(
            {"ResponseHeadersPolicyList": {"MaxItems": 100, "Quantity": len(items), "Items": items}}
        )

    def delete_policy(self: Any) -> EmptyResult:
        del policies(self)[self._get_param("Id")]
        return EmptyResult()

    for name, operation in {
        "publish_function": publish_function,
        "update_function": update_function,
        "create_response_headers_policy": put_policy,
        "update_response_headers_policy": put_policy,
        "get_response_headers_policy": get_policy,
        "get_response_headers_policy_config": get_policy,
        "list_response_headers_policies": list_policies,
        "delete_response_headers_policy": delete_policy,
    }.items():
        setattr(CloudFrontResponse, name, operation)
    id_ = "(?P<id_>[^/]+)"
    for path in (
        f"function/{id_}/publish",
        "response-headers-policy",
        f"response-headers-policy/{id_}",
        f"response-headers-policy/{id_}/config",
    ):
        urls.url_paths[f"{{0}}/2020-05-31/{path}$"] = CloudFrontResponse.dispatch


def fill_logs() -> None:
    """Query definitions of CloudWatch Logs Insights."""
    from moto.logs.responses import LogsResponse
    from moto.moto_api._internal import mock_random

    def definitions(self: Any) -> dict[str, dict[str, Any]]:
        return self.logs_backend.__dict__.setdefault("query_definitions", {})  # type: ignore[no-any-return]

    def put_query_definition(self: Any) -> str:
        id_ = self._get_param("queryDefinitionId") or str(mock_random.uuid4())
        definition = {
            name: self._get_param(name) for name in ("name", "queryString", "logGroupNames")
        }
        definitions(self)[id_] = {"queryDefinitionId": id_, "lastModified": 0, **definition}
        return json.dumps({"queryDefinitionId": id_})

    def describe_query_definitions(self: Any) -> str:
        prefix = self._get_param("queryDefinitionNamePrefix") or ""
        found = [each for each in definitions(self).values() if each["name"].startswith(prefix)]
        return json.dumps({"queryDefinitions": found})

    def delete_query_definition(self: Any) -> str:
        return json.dumps(
            {"success": bool(definitions(self).pop(self._get_param("queryDefinitionId"), None))}
        )

    for operation in (put_query_definition, describe_query_definitions, delete_query_definition):
        setattr(LogsResponse, operation.__name__, operation)


def fill_elasticache() -> None:
    """The member clusters of a replication group, all of them, of which the provider reads the
    first; a group that is deleted is gone, where moto leaves it "deleting" for ever;
    DeleteCacheSubnetGroup."""
    from moto.core.responses import EmptyResult
    from moto.elasticache.exceptions import CacheSubnetGroupNotFound
    from moto.elasticache.models import CacheCluster, ElastiCacheBackend
    from moto.elasticache.responses import ElastiCacheResponse

    describe_alone = ElastiCacheBackend.describe_cache_clusters
    create_group = ElastiCacheBackend.create_replication_group
    delete_group = ElastiCacheBackend.delete_replication_group

    def member(backend: Any, group: Any, id_: str) -> CacheCluster:
        settings: dict[str, Any] = {
            name: getattr(group, name, None) for name in inspect.signature(CacheCluster).parameters
        }
        settings |= {
            "cache_cluster_id": id_,
            "account_id": ACCOUNT,
            "region_name": backend.region_name,
        }
        cluster = CacheCluster(**settings)
        parameters = (
            group.cache_parameter_group_name or f"default.redis{group.engine_version.split('.')[0]}"
        )
        cluster.__dict__ |= {
            "at_rest_encryption_enabled": group.at_rest_encryption_enabled,
            "cache_parameter_group": {"CacheParameterGroupName": parameters},
            "security_groups": [
                {"SecurityGroupId": group_id, "Status": "active"}
                for group_id in group.security_group_ids or ()
            ],
        }
        return cluster

    def describe_cache_clusters(self: Any, cache_cluster_id: str | None = None) -> list[Any]:
        members = {
            id_: member(self, group, id_)
            for group in self.replication_groups.values()
            for id_ in group.member_clusters
        }
        if cache_cluster_id in members:
            return [members[cache_cluster_id]]
        alone: list[Any] = describe_alone(self, cache_cluster_id)
        return alone if cache_cluster_id else [*alone, *members.values()]

    def create_replication_group(self: Any, **settings: Any) -> Any:
        if settings["cluster_mode"] != "enabled":  # moto counts replicas alone
            settings["replicas_per_node_group"] = (settings["num_cache_clusters"] or 1) - 1
        return create_group(self, **settings)

    def delete_replication_group(
        self: Any, replication_group_id: str, *arguments: Any, **named: Any
    ) -> Any:
        deleted = delete_group(self, replication_group_id, *arguments, **named)
        del self.replication_groups[replication_group_id]
        return deleted

    def delete_cache_subnet_group(self: Any) -> EmptyResult:
        if not self.elasticache_backend.cache_subnet_groups.pop(
            self._get_param("CacheSubnetGroupName"), None
        ):
            raise CacheSubnetGroupNotFound(self._get_param("CacheSubnetGroupName"))
        return EmptyResult()

    replace(
        ElastiCacheBackend,
        describe_cache_clusters,
        create_replication_group,
        delete_replication_group,
    )
    replace(ElastiCacheResponse, delete_cache_subnet_group)


def fill_s3() -> None:
    """Bucket policies with conditions do not apply. moto takes each condition as met, so that a
    statement that denies requests without TLS denies all."""
    from moto.iam.access_control import IAMPolicyStatement, PermissionResult

    permitted = IAMPolicyStatement.is_action_permitted

    def is_action_permitted(self: Any, *arguments: Any, **named: Any) -> PermissionResult:
        if "Condition" in self._statement:
            return PermissionResult.NEUTRAL
        return permitted(self, *arguments, **named)

    replace(IAMPolicyStatement, is_action_permitted)


def fill_distribution() -> None:
    """A distribution's configuration is what was sent, whole; moto keeps a part, and adds to it."""
    from moto.cloudfront.models import CloudFrontBackend

    none = {"Quantity": 0, "Items": []}
    empty = dict.fromkeys(
        ("Aliases", "CacheBehaviors", "CustomErrorResponses", "OriginGroups"), none
    )
    create, update = CloudFrontBackend.create_distribution, CloudFrontBackend.update_distribution

    def create_distribution(self: Any, distribution_config: dict[str, Any], tags: Any) -> Any:
        sent = copy.deepcopy(distribution_config)
        result = create(self, distribution_config, tags)
        result[0].__dict__ |= {"distribution_config": empty | sent, "comment": sent["Comment"]}
        if distribution_domain:
            result[0].domain_name = distribution_domain
        return result

    def update_distribution(
        self: Any, dist_config: dict[str, Any], _id: str, if_match: bool
    ) -> Any:
        sent = copy.deepcopy(dist_config)
        result = update(self, dist_config, _id, if_match)
        result[0].__dict__ |= {"distribution_config": empty | sent, "comment": sent["Comment"]}
        return result

    def _distribution_with_caller_reference(self: Any, reference: str) -> None:
        """moto reads it from its own form of the configuration, which the provider makes anew."""

    replace(
        CloudFrontBackend,
        create_distribution,
        update_distribution,
        _distribution_with_caller_reference,
    )


def fill_lambda() -> None:
    """A function's logging configuration; updates of it, of tracing and of the command."""
    from moto.awslambda.models import ImageConfig, LambdaFunction

    initialize, configuration = LambdaFunction.__init__, LambdaFunction.get_configuration
    update = LambdaFunction.update_configuration

    def __init__(
        self: Any, account_id: str, spec: dict[str, Any], *arguments: Any, **named: Any
    ) -> None:
        initialize(self, account_id, spec, *arguments, **named)
        self.logging_config = spec.get("LoggingConfig")

    def get_configuration(self: Any, on_create: bool = False) -> dict[str, Any]:
        return configuration(self, on_create) | {"LoggingConfig": self.logging_config}

    def update_configuration(self: Any, config_updates: dict[str, Any]) -> dict[str, Any]:
        self.logging_config = config_updates.get("LoggingConfig", self.logging_config)
        self.tracing_config = config_updates.get("TracingConfig", self.tracing_config)
        if "ImageConfig" in config_updates:
            self.image_config = ImageConfig(config_updates["ImageConfig"])
        return update(self, config_updates)

    replace(LambdaFunction, __init__, get_configuration, update_configuration)


def fill_account_settings() -> None:
    """Lambda's GetAccountSettings, with moto's own quota of concurrent executions."""
    from moto.awslambda import urls
    from moto.awslambda.responses import LambdaResponse

    def get_account_settings(self: Any) -> tuple[int, dict[str, str], str]:
        quota = int(os.environ.get("MOTO_LAMBDA_CONCURRENCY_QUOTA", "1000"))
        reserved = sum(int(f.reserved_concurrency or 0) for f in self.backend.list_functions())
        limit = {"ConcurrentExecutions": quota, "UnreservedConcurrentExecutions": quota - reserved}
        return 200, {}, json.dumps({"AccountLimit": limit})

    replace(LambdaResponse, get_account_settings)
    urls.url_paths["{0}/2016-08-19/account-settings/?$"] = LambdaResponse.dispatch


def fill_provisioned_concurrency() -> None:
    """Provisioned concurrency of an alias: what is asked for is ready at once."""
    from moto.awslambda import urls
    from moto.awslambda.responses import LambdaResponse

    def provisioned(self: Any) -> tuple[dict[tuple[str, str], int], tuple[str, str]]:
        kept = self.backend.__dict__.setdefault("provisioned", {})
        return kept, (self.path.split("/")[3], self._get_param("Qualifier"))

    def answer(sandboxes: int) -> str:
        names = ("Requested", "Allocated", "Available")
        counts = {f"{name}ProvisionedConcurrentExecutions": sandboxes for name in names}
        return json.dumps(counts | {"Status": "READY"})

    def put_provisioned_concurrency_config(self: Any) -> tuple[int, dict[str, str], str]:
        kept, key = provisioned(self)
        kept[key] = json.loads(self.body)["ProvisionedConcurrentExecutions"]
        return 202, {"status": "202"}, answer(kept[key])

    def get_provisioned_concurrency_config(self: Any) -> tuple[int, dict[str, str], str]:
        kept, key = provisioned(self)
        if key not in kept:
            error = {"x-amzn-errortype": "ProvisionedConcurrencyConfigNotFoundException"}
            return 404, {**error, "status": "404"}, json.dumps({"Message": "There is none"})
        return 200, {}, answer(kept[key])

    def delete_provisioned_concurrency_config(self: Any) -> tuple[int, dict[str, str], str]:
        kept, key = provisioned(self)
        del kept[key]
        return 204, {"status": "204"}, ""

    replace(
        LambdaResponse,
        put_provisioned_concurrency_config,
        get_provisioned_concurrency_config,
        delete_provisioned_concurrency_config,
    )
    path = "{0}/2019-09-30/functions/(?P<function_name>[^/]+)/provisioned-concurrency$"
    urls.url_paths[path] = LambdaResponse.dispatch


def fill_budgets() -> None:
    """Who is told of a budget, and its tags."""
    from moto.budgets.responses import BudgetsResponse

    create = BudgetsResponse.create_budget

    def create_budget(self: Any) -> str:
        tags = self.backend.__dict__.setdefault("tags", {})
        tags[self._get_param("Budget")["BudgetName"]] = self._get_param("ResourceTags")
        return create(self)

    def list_tags_for_resource(self: Any) -> str:
        name = self._get_param("ResourceARN").rpartition("/")[2]
        return json.dumps({"ResourceTags": self.backend.tags[name]})

    def describe_subscribers_for_notification(self: Any) -> str:
        account, name = self._get_param("AccountId"), self._get_param("BudgetName")
        notification = self._get_param("Notification")
        of_budget = self.backend.budgets[account][name].notifications
        [subscribers] = [n.subscribers for n in of_budget if n.details == notification]
        return json.dumps({"Subscribers": subscribers})

    replace(
        BudgetsResponse,
        create_budget,
        list_tags_for_resource,
        describe_subscribers_for_notification,
    )


def fill_apigateway() -> None:
    """The binary media types that an API is created with; UpdateIntegration."""
    from moto.apigateway.responses import APIGatewayResponse

    create = APIGatewayResponse.create_rest_api

    def create_rest_api(self: Any) -> Any:
        status, headers, body = create(self)
        if status == 200:
            api = self.backend.apis[json.loads(body)["id"]]
            api.binaryMediaTypes = self._get_param("binaryMediaTypes") or []
            body = json.dumps(api.to_dict())
        return status, headers, body

    def update_integration(self: Any) -> str:
        _, _, api, _, resource, _, method, *_ = self.path.split("/")
        integration = self.backend.get_integration(api, resource, method)
        for patch in json.loads(self.body)["patchOperations"]:
            field, _, key = patch["path"].strip("/").partition("/")
            name, value = re.sub("(?=[A-Z])", "_", field).lower(), patch.get("value")
            assert hasattr(integration, name), f"moto knows no {name}"
            if key:  # one entry of a map: /requestTemplates/application~1json
                map_ = dict(getattr(integration, name) or {})
                map_[key.replace("~1", "/").replace("~0", "~")] = value
                value = map_
            setattr(integration, name, int(value) if name == "timeout_in_millis" else value)
        return json.dumps(integration.to_json())

    replace(APIGatewayResponse, create_rest_api, update_integration)


def fill_ec2() -> None:
    """The description of a security group rule that refers to a group."""
    from moto.ec2.models.security_groups import SecurityGroupRule

    def description(self: Any) -> str | None:
        return self.ip_range.get("Description") or self.source_group.get("Description")  # type: ignore[no-any-return]

    SecurityGroupRule.description = property(description)  # type: ignore[assignment]


def fill_route53() -> None:
    """A hosted zone's id begins with a Z."""
    from moto.moto_api._internal import mock_random
    from moto.route53 import models

    def create_route53_zone_id(*_: Any, **__: Any) -> str:
        return f"Z{mock_random.get_random_hex(19).upper()}"

    models.create_route53_zone_id = create_route53_zone_id
