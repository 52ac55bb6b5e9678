"""Where a function may go: a security group without inline rules, and one rule for each way out
(FR-019, FR-041, FR-047)."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cdktf_cdktf_provider_aws.security_group import SecurityGroup
from cdktf_cdktf_provider_aws.vpc_security_group_egress_rule import VpcSecurityGroupEgressRule
from cdktf_cdktf_provider_aws.vpc_security_group_ingress_rule import VpcSecurityGroupIngressRule
from constructs import Construct


class Peer(NamedTuple):
    """What may be reached: a TCP port, behind a security group or at IPv4 networks."""

    port: int
    security_group_id: str | None = None
    cidr_blocks: Sequence[str] | None = None


class Egress(Construct):
    """Creates `aws_security_group.<id>` and its rules, one way out for each of `peers`, by name."""

    def __init__(
        self, scope: Construct, id_: str, *, name: str, vpc_id: str, peers: Mapping[str, Peer]
    ) -> None:
        super().__init__(scope, id_)
        self._name = name
        self.security_group = SecurityGroup(
            self, "this:security_group", name=name, description="LibreChat functions", vpc_id=vpc_id
        )
        self.independent = [self.security_group]
        for peer_name, peer in peers.items():
            if peer.security_group_id:
                self._admit(peer_name, peer.port, peer.security_group_id)
            for index, cidr_block in enumerate(peer.cidr_blocks or ()):
                VpcSecurityGroupEgressRule(
                    self,
                    f"{peer_name}_{index}:egress" if index else f"{peer_name}:egress",
                    description=peer_name,
                    security_group_id=self.security_group.id,
                    cidr_ipv4=cidr_block,
                    ip_protocol="tcp",
                    from_port=peer.port,
                    to_port=peer.port,
                )

    def _admit(self, peer_name: str, port: int, security_group_id: str) -> None:
        """Out to a security group, and into it."""
        VpcSecurityGroupEgressRule(
            self,
            f"{peer_name}:egress",
            description=peer_name,
            security_group_id=self.security_group.id,
            referenced_security_group_id=security_group_id,
            ip_protocol="tcp",
            from_port=port,
            to_port=port,
        )
        VpcSecurityGroupIngressRule(
            self,
            f"{peer_name}:ingress",
            description=self._name,
            security_group_id=security_group_id,
            referenced_security_group_id=self.security_group.id,
            ip_protocol="tcp",
            from_port=port,
            to_port=port,
        )
