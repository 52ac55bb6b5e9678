"""Redis from the registry module, cluster mode off (FR-035 to FR-039)."""

from typing import Any

from cdktf import TerraformOutput

import config
from modules.redis import Redis
from tests.conftest import NETWORK, named, synthesized


def redis(**settings: Any) -> dict[str, Any]:
    def create(scope: Any) -> None:
        made = Redis(scope, "redis", name="r", network=NETWORK, settings=config.Redis(**settings))
        TerraformOutput(scope, "uri", value=made.uri)
        TerraformOutput(scope, "group", value=made.security_group_id)

    return synthesized(create)


def test_the_module_is_the_pinned_one_at_a_readable_address() -> None:
    """FR-036, FR-017."""
    module = named(redis(), "module.redis")
    assert (module["source"], module["version"]) == (
        "terraform-aws-modules/elasticache/aws",
        "1.10.3",
    )


def test_one_small_node_in_the_private_subnets_by_default() -> None:
    """FR-035, FR-037, FR-038."""
    module = named(redis(), "module.redis")
    assert module["cluster_mode_enabled"] is False
    assert (module["num_cache_clusters"], module["node_type"]) == (1, "cache.t4g.micro")
    assert (module["multi_az_enabled"], module["automatic_failover_enabled"]) == (False, False)
    assert (module["vpc_id"], module["subnet_ids"]) == (NETWORK.vpc_id, NETWORK.private_subnet_ids)


def test_two_nodes_fail_over_between_zones() -> None:
    module = named(redis(nodes=2), "module.redis")
    assert (
        module["num_cache_clusters"],
        module["multi_az_enabled"],
        module["automatic_failover_enabled"],
    ) == (2, True, True)


def test_traffic_and_disk_are_encrypted_and_tls_can_be_turned_off() -> None:
    """FR-039."""
    made = redis()
    module = named(made, "module.redis")
    assert (module["transit_encryption_enabled"], module["at_rest_encryption_enabled"]) == (
        True,
        True,
    )
    endpoint = "${module.redis.replication_group_primary_endpoint_address}:6379"
    assert made["output"]["uri"]["value"] == f"rediss://{endpoint}"
    made = redis(transit_encryption=False)
    assert named(made, "module.redis")["transit_encryption_enabled"] is False
    assert made["output"]["uri"]["value"] == f"redis://{endpoint}"


def test_its_security_group_is_its_own_and_admits_nobody_by_itself() -> None:
    """FR-040, FR-019. The module reads `ip_protocol` and `referenced_security_group_id` in its
    rules and ignores other spellings, so that a rule comes out without a source: the rules are
    resources of ours."""
    made = redis()
    assert named(made, "module.redis")["create_security_group"] is True
    assert "security_group_rules" not in named(made, "module.redis")
    assert made["output"]["group"]["value"] == "${module.redis.security_group_id}"


def test_users_of_a_group_that_is_there_already_may_be_the_only_ones() -> None:
    """Their passwords are in SSM alone; an AUTH token would be in Terraform's state."""
    assert "user_group_ids" not in named(redis(), "module.redis")
    module = named(redis(user_group_id="librechat"), "module.redis")
    assert module["user_group_ids"] == ["librechat"]
    assert "auth_token" not in module


def test_the_module_makes_no_log_group_of_its_own() -> None:
    assert named(redis(), "module.redis")["log_delivery_configuration"] == {}


def test_size_version_and_snapshots_can_be_set() -> None:
    module = named(
        redis(node_type="cache.m7g.large", engine_version="7.0", snapshot_retention_days=7),
        "module.redis",
    )
    assert (module["node_type"], module["engine_version"]) == ("cache.m7g.large", "7.0")
    assert module["snapshot_retention_limit"] == 7
