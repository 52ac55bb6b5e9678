"""Redis: an ElastiCache replication group, cluster mode off, from terraform-aws-modules/elasticache/aws (FR-035 to FR-038).

Defaults: TLS in transit, encryption at rest, private subnets, a security group of its own that admits nobody: who connects
adds the rule (FR-040, FR-019). Two or more nodes fail over between zones.
"""

from collections.abc import Sequence

from constructs import Construct

from imports.elasticache import Elasticache


class Redis(Construct):
    """Creates `module.<id>`; `uri` is what LibreChat's `REDIS_URI` wants, `security_group_id` where clients are admitted."""

    PORT = 6379

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        vpc_id: str,
        subnet_ids: Sequence[str],
        node_type: str = "cache.t4g.micro",
        nodes: int = 1,
        engine_version: str = "7.1",
        transit_encryption: bool = True,
        snapshot_retention_days: int = 0,
    ) -> None:
        super().__init__(scope, id_)
        self.module = Elasticache(
            self,
            "this",
            replication_group_id=name,
            description=f"Redis of {name}",
            engine="redis",
            engine_version=engine_version,
            node_type=node_type,
            # LibreChat's multi-key DEL fails in cluster mode (CROSSSLOT).
            cluster_mode_enabled=False,
            num_cache_clusters=nodes,
            automatic_failover_enabled=nodes > 1,
            multi_az_enabled=nodes > 1,
            at_rest_encryption_enabled=True,
            transit_encryption_enabled=transit_encryption,
            snapshot_retention_limit=snapshot_retention_days,
            apply_immediately=True,
            vpc_id=vpc_id,
            subnet_ids=list(subnet_ids),
            create_security_group=True,
            security_group_name=name,
            security_group_description="Redis: admits the LibreChat functions",
            # Unset, the module creates a slow-log group of its own.
            log_delivery_configuration={},
        )
        self.security_group_id = self.module.security_group_id_output
        scheme = "rediss" if transit_encryption else "redis"
        self.uri = f"{scheme}://{self.module.replication_group_primary_endpoint_address_output}:{self.PORT}"
