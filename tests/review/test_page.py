"""`make review`: one page for the approver, read off the synthesized stack."""

import json
import os
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from config import Environment
from review import page
from review.diagram import diagram
from review.plan import digest
from review.plot import plot
from review.requirements import cited, requirements
from review.stack import Route, Rule, Stack, short
from tests.conftest import ROOT
from tests.modules.test_stack import changed, synth

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    """What is written in a picture; an error where it is no XML."""
    return ["".join(it.itertext()) for it in ET.fromstring(svg).iter(f"{SVG}text")]


def test_the_readmes_picture_is_that_of_production(stacks: dict[str, Any]) -> None:
    drawn = diagram(Stack(stacks["prod"]))
    committed = (ROOT / "docs/architecture.svg").read_text(encoding="utf-8")
    assert drawn == committed, (
        "make review ENV=prod && cp cdktf.out/review/librechat-prod.svg docs/architecture.svg"
    )
    assert "docs/architecture.svg" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_picture_shows_what_is_there(stacks: dict[str, Any]) -> None:
    dev, prod = (texts(diagram(Stack(stacks[name]))) for name in ("dev", "prod"))

    assert {"CloudFront", "S3: the client", "API Gateway", "Redis", "SSM parameters"} <= set(dev)
    assert "chat.example.com" in prod and "a name of its own" in dev
    assert {"rag api", "mcp gateway", "8000", "8080"} <= set(prod) - set(dev)
    assert "2 x t4g.small" in prod and "1 x t4g.micro" in dev
    assert {"/api/*", "/oauth/*", "/health", "27017", "6379", "port 443"} <= set(dev)


def test_the_picture_grows_with_the_services(environments: dict[str, Environment]) -> None:
    service = environments["prod"].services["rag_api"]
    many = {f"number_{n}": service for n in range(9)}
    stack = synth(environments["prod"].model_copy(update={"services": many}))

    svg = diagram(Stack(stack))

    assert {f"number {n}" for n in range(9)} <= set(texts(svg))
    boxes = [it for it in ET.fromstring(svg).iter(f"{SVG}rect") if it.get("width") == "216"]
    places = [(float(it.get("x", 0)), float(it.get("y", 0))) for it in boxes]
    for i, (x, y) in enumerate(places):  # none stands on another
        assert not [1 for u, v in places[i + 1 :] if abs(x - u) < 216 and abs(y - v) < 70]


def test_paths_ports_and_principals_are_read_off_the_stack(stacks: dict[str, Any]) -> None:
    stack = Stack(stacks["dev"])

    assert {it.path: (it.origin, it.cached) for it in stack.behaviors()}["every other"] == (
        "frontend",
        True,
    )
    assert (
        Route("/api/agents/{proxy+}", "STREAM", 900, "aws_lambda_function.backend_api", True)
        in stack.routes()
    )
    redis = Rule("egress", "redis", "aws_security_group.backend", "module.redis", "6379")
    assert redis in stack.rules()
    statements = {it.sid: it for it in stack.statements()}
    assert statements["Cloudfront"].principals == "Service: cloudfront.amazonaws.com"
    assert "AWS:SourceArn" in statements["Cloudfront"].condition
    assert statements["Secrets"].actions == ["ssm:GetParameters"]
    assert all(it.principals == "Service: apigateway.amazonaws.com" for it in stack.permissions())


def test_references_are_said_as_addresses() -> None:
    assert short("${aws_s3_bucket.a.arn}/*") == "aws_s3_bucket.a/*"
    assert short("${data.aws_x.y.json}") == "data.aws_x.y"
    assert short("${module.redis.security_group_id}") == "module.redis"


def test_requirements_name_what_meets_them() -> None:
    paths = {"aws_ecr_repository.ecr": "librechat-dev/ecr/this:repository", "aws_x.y": "dev/y"}
    found = {it.number: it for it in requirements(ROOT, paths)}

    assert "scan" in found["FR-012"].text
    assert "modules/ecr.py" in found["FR-012"].files
    assert found["FR-012"].resources == ["aws_ecr_repository.ecr"]
    assert found["FR-042"].tests
    assert cited("(FR-009 to\nFR-011, FR-028a)") == {"FR-009", "FR-010", "FR-011", "FR-028a"}


def test_every_requirement_has_where_it_is_met_and_what_tests_or_measures_it() -> None:
    for it in requirements(ROOT, {}):
        measured = [file for file in it.files if file.startswith(("bench/", "tools/size"))]
        assert it.files, it.number
        assert it.tests or measured, it.number


def test_the_page_says_what_one_address_may_ask_for(stacks: dict[str, Any]) -> None:
    dev, prod = (next(page._reachable(Stack(stacks[name]))).text for name in ("dev", "prod"))
    assert "An address with more than 2,000 requests in 5 minutes is refused." in prod
    assert "No address has a limit of its own." in dev


def test_the_page_is_written_as_html_markdown_and_picture(
    stacks: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    directory = tmp_path / "stacks" / "librechat-dev"
    directory.mkdir(parents=True)
    (directory / "cdk.tf.json").write_text(json.dumps(stacks["dev"]))

    page.main([str(directory)])

    html, markdown, svg = (Path(line) for line in capsys.readouterr().out.split())
    for text in (html.read_text(), markdown.read_text()):
        for heading in ("Architecture", "Ports", "Who may do what", "Costs", "checkov", "FR-010"):
            assert heading in text
        assert "Not planned yet" in text and "kms_key_arn. Without it" in text
    assert "![Architecture](librechat-dev.svg)" in markdown.read_text()
    assert svg.read_text() == diagram(Stack(stacks["dev"]))


def test_a_plan_is_shown_while_it_is_that_of_the_stack(
    stacks: dict[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "cdk.tf.json").write_text(json.dumps(stacks["dev"]))
    change = {"actions": ["delete", "create"], "before": {"a": 1}, "after": {"a": 2}}
    resource = {"address": "module.redis.this", "change": {**change, "replace_paths": [["a"]]}}
    plan = {"of": digest(tmp_path), "resource_changes": [resource]}
    (tmp_path / "plan.json").write_text(json.dumps(plan))
    os.utime(tmp_path / "plan.json", (0, 0))  # `make review` synthesizes again, after the plan

    shown = page._plan(tmp_path)
    (tmp_path / "cdk.tf.json").write_text(json.dumps(stacks["prod"]))
    other = page._plan(tmp_path)

    assert shown.rows == [("module.redis.this", "for a")]
    assert "      a: 1 → 2" in shown.lines
    assert other.text.startswith("The last plan is of another stack")


def test_what_is_replaced_by_what_is_said_of_what_the_stack_has(stacks: dict[str, Any]) -> None:
    dev, prod = (
        {row[0]: row[1:] for row in page._replaced_by(Stack(stacks[name])).rows}
        for name in ("dev", "prod")
    )

    assert {
        "`domain.name`, `domain.hosted_zone_id`",
        "`services.*.security_group_id`",
        "`alarms.emails`",
    } == prod.keys() - dev.keys()
    replaced, consequence = dev["`redis.engine_version`, to an older one"]
    assert replaced == "`module.redis.aws_elasticache_replication_group`"
    assert "everybody signs in again" in consequence
    assert dev["every other key"] == ("-", "nothing is replaced")


def test_costs_are_plotted_from_zero_with_every_number() -> None:
    said = texts(plot([(0, 17.2), (500, 33.4), (1000, 61)], "chats a day", "USD a month"))
    assert {"17", "33", "61", "0", "500", "1000", "chats a day", "USD a month"} <= set(said)


def test_a_node_type_without_a_price_is_said_on_the_page(
    environments: dict[str, Environment],
) -> None:
    stack = Stack(synth(changed(environments["dev"], "redis", node_type="cache.x9.huge")))
    (section,) = page._costs(stack, 500)
    assert "no price for 'cache.x9.huge'" in section.text


def test_chats_that_are_no_number_are_named() -> None:
    with pytest.raises(SystemExit, match="CHATS=x: must be a number, 0 or more"):
        page.main(["no-stack", "--chats", "x"])


def test_a_stack_that_is_not_there_is_named(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    with pytest.raises(SystemExit, match=r"cdk\.tf\.json: No such file"):
        page.main([str(tmp_path)])
