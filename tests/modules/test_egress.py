"""Where the function may go (FR-019, FR-041, FR-047)."""

from tests.conftest import named
from tests.modules.test_backend import backend


def test_egress_goes_to_what_is_named_and_nowhere_else() -> None:
    """FR-047, FR-041."""
    made = backend()
    rules = made["resource"]["aws_vpc_security_group_egress_rule"].values()
    assert sorted(
        (
            r["from_port"],
            r["to_port"],
            r["ip_protocol"],
            r.get("cidr_ipv4") or r["referenced_security_group_id"],
        )
        for r in rules
    ) == [
        (443, 443, "tcp", "0.0.0.0/0"),
        (6379, 6379, "tcp", "sg-redis"),
        (8000, 8000, "tcp", "sg-rag"),
        (27017, 27017, "tcp", "10.0.0.0/20"),
        (27017, 27017, "tcp", "10.1.0.0/20"),
    ]
    assert {r["security_group_id"] for r in rules} == {"${aws_security_group.backend.id}"}


def test_a_peer_with_a_group_gets_the_rule_that_admits_the_functions() -> None:
    """FR-040, FR-047."""
    rules = backend()["resource"]["aws_vpc_security_group_ingress_rule"]
    assert {id_: (r["security_group_id"], r["from_port"]) for id_, r in rules.items()} == {
        "backend_redis": ("sg-redis", 6379),
        "backend_service_rag": ("sg-rag", 8000),
    }
    assert {r["referenced_security_group_id"] for r in rules.values()} == {
        "${aws_security_group.backend.id}"
    }


def test_no_rule_is_inline() -> None:
    """FR-019."""
    assert not {"ingress", "egress"} & set(named(backend(), "aws_security_group.backend"))
