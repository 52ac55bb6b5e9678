"""Redis: an ElastiCache replication group, cluster mode off, from
terraform-aws-modules/elasticache/aws (FR-035 to FR-038).

Defaults: TLS in transit, encryption at rest, private subnets, a security group of its own that
admits nobody: who connects adds the rule (FR-040, FR-019). With a user group, its users alone: no
password is in Terraform's state. Two or more nodes fail over between zones.
"""

from constructs import Construct

from config import Network
from config import Redis as Settings
from imports.elasticache import Elasticache

PORT = 6379


class Redis(Construct):
    """Creates `module.<id>`; `uri` is LibreChat's `REDIS_URI`, `security_group_id` where clients
    are admitted, `node_ids` are the cache clusters by which CloudWatch knows the nodes."""

    def __init__(
        self, scope: Construct, id_: str, *, name: str, network: Network, settings: Settings
    ) -> None:
        super().__init__(scope, id_)
        self.module = Elasticache(
            self,
            "this",
            replication_group_id=name,
            description=f"Redis of {name}",
            engine="redis",
            engine_version=settings.engine_version,
            node_type=settings.node_type,
            # LibreChat's DEL of several keys fails in cluster mode (CROSSSLOT).
            cluster_mode_enabled=False,
            num_cache_clusters=settings.nodes,
            automatic_failover_enabled=settings.nodes > 1,
            multi_az_enabled=settings.nodes > 1,
            at_rest_encryption_enabled=True,
            transit_encryption_enabled=settings.transit_encryption,
            user_group_ids=[settings.user_group_id] if settings.user_group_id else None,
            snapshot_retention_limit=settings.snapshot_retention_days,
            apply_immediately=True,
            vpc_id=network.vpc_id,
            subnet_ids=network.private_subnet_ids,
            create_security_group=True,
            security_group_name=name,
            security_group_description="Redis: admits the LibreChat functions",
            # Unset, the module creates a log group of its own, for slow commands.
            log_delivery_configuration={},
        )
        scheme = "rediss" if settings.transit_encryption else "redis"
        endpoint = self.module.replication_group_primary_endpoint_address_output
        self.uri = f"{scheme}://{endpoint}:{PORT}"
        self.security_group_id = self.module.security_group_id_output
        # As ElastiCache names the members of a replication group.
        self.node_ids = [f"{name}-{number:03}" for number in range(1, settings.nodes + 1)]
        self.independent = [self.module]
