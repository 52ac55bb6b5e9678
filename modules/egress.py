"""Where a function may go: a security group without inline rules, and one rule for each way out
(FR-019, FR-041, FR-047)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import cdktf_cdktf_provider_aws as aws
from constructs import Construct


class Peer(NamedTuple):
    """What may be reached: a TCP port, behind a security group or at IPv4 networks."""

    port: int
    security_group_id: str | None = None
    cidr_blocks: Sequence[str] | None = None


class Egress(Construct):
    """Creates `aws_security_group.<id>` and its rules, one way out for each of `peers`, by name.

    A peer's own security group gets the rule that admits this one.
    """

    def __init__(
        self, scope: Construct, id_: str, *, name: str, vpc_id: str, peers: Mapping[str, Peer]
    ) -> None:
        super().__init__(scope, id_)
        self.security_group = aws.security_group.SecurityGroup(
            self, "this:security_group", name=name, description="LibreChat functions", vpc_id=vpc_id
        )
        self.independent = [self.security_group]
        for peer_name, peer in peers.items():
            for index, cidr_block in enumerate(peer.cidr_blocks or [None]):
                aws.vpc_security_group_egress_rule.VpcSecurityGroupEgressRule(
                    self,
                    f"{peer_name}_{index}:egress" if index else f"{peer_name}:egress",
                    description=peer_name,
                    security_group_id=self.security_group.id,
                    referenced_security_group_id=peer.security_group_id,
                    cidr_ipv4=cidr_block,
                    ip_protocol="tcp",
                    from_port=peer.port,
                    to_port=peer.port,
                )
            if peer.security_group_id:
                aws.vpc_security_group_ingress_rule.VpcSecurityGroupIngressRule(
                    self,
                    f"{peer_name}:ingress",
                    description=name,
                    security_group_id=peer.security_group_id,
                    referenced_security_group_id=self.security_group.id,
                    ip_protocol="tcp",
                    from_port=peer.port,
                    to_port=peer.port,
                )
