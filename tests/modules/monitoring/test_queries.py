"""The runbook's questions, as saved queries."""

import re

from modules.monitoring.queries import QUERIES
from tests.conftest import ROOT
from tests.modules.monitoring.made import monitoring

RUNBOOK = (ROOT / "docs/runbook.md").read_text()
HANDLER = "\n".join(file.read_text() for file in (ROOT / "lambda_image/src").glob("*.mjs"))


def test_the_runbooks_questions_are_saved_queries_over_the_functions_lines() -> None:
    made = monitoring()["resource"]["aws_cloudwatch_query_definition"].values()
    assert {query["name"] for query in made} == {
        f"librechat-dev/{question}" for question in QUERIES
    }
    assert {"why-is-this-slow", "who-got-an-error", "what-did-the-cold-start-do"} <= set(QUERIES)
    for query in made:
        assert query["log_group_names"] == ["/aws/lambda/librechat-dev-api"]
    assert all(question in RUNBOOK for question in QUERIES)


def test_the_queries_ask_for_fields_that_the_handler_logs() -> None:
    for question in ("why-is-this-slow", "who-got-an-error", "what-did-the-cold-start-do"):
        fields = re.search(r"display (.*)$", QUERIES[question])
        assert fields
        for field in fields[1].split(", "):
            assert field.startswith("@") or re.search(rf"\b{field}\b", HANDLER), field
