"""`make cost`: a month's bill of the synthesized stack, idle and in use."""

import datetime
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from config import Environment
from review.cost import PRICES, Assumptions, Prices, UnknownPrice, estimate, main
from tests.modules.test_stack import changed, synth


def bill(stack: dict[str, Any], chats: float = 0, **assumed: float) -> dict[str, float]:
    return {
        line.what: line.usd for line in estimate(stack, Prices(), chats, Assumptions(**assumed))
    }


def test_every_price_has_its_source_and_date() -> None:
    for name, price in tomllib.loads(PRICES.read_text()).items():
        assert price["usd"] > 0, name
        assert price["source"].startswith("https://aws.amazon.com/"), name
        assert isinstance(price["date"], datetime.date), name


def test_idle_costs_what_is_there_and_nothing_by_use(stacks: dict[str, dict[str, Any]]) -> None:
    idle = bill(stacks["dev"])
    assert idle["Redis: 1 x cache.t4g.micro"] == pytest.approx(730 * 0.016)
    assert not any(
        what.startswith(("Functions", "API Gateway", "CloudFront", "Logs")) for what in idle
    )
    alarms = len(stacks["dev"]["resource"]["aws_cloudwatch_metric_alarm"])
    assert idle[f"Alarms: {alarms}"] == pytest.approx(alarms * 0.10)


def test_a_web_acl_costs_by_the_month_and_by_the_request(stacks: dict[str, dict[str, Any]]) -> None:
    assert bill(stacks["prod"])["Web ACL: 1 rule"] == pytest.approx(5 + 1)
    million = 1e6 / (26 * 30.4)  # requests a chat, days a month
    assert bill(stacks["prod"], million)["Web ACL: requests"] == pytest.approx(0.60)
    assert not any(what.startswith("Web ACL") for what in bill(stacks["dev"], million))


def test_nodes_and_node_type_come_from_the_stack(stacks: dict[str, dict[str, Any]]) -> None:
    assert bill(stacks["prod"])["Redis: 2 x cache.t4g.small"] == pytest.approx(2 * 730 * 0.032)


def test_use_grows_with_the_chats_and_with_the_functions_memory(
    stacks: dict[str, dict[str, Any]],
) -> None:
    one, two = bill(stacks["dev"], 100), bill(stacks["dev"], 200)
    for what in (
        "Functions: time",
        "Functions: requests",
        "API Gateway",
        "CloudFront",
        "X-Ray",
        "Logs",
    ):
        assert two[what] == pytest.approx(2 * one[what]), what
    assert bill(stacks["prod"], 100)["Functions: time"] == pytest.approx(
        1.5 * one["Functions: time"]
    )  # 3,072 MB


def test_a_chat_costs_the_time_that_its_sandbox_is_busy(stacks: dict[str, dict[str, Any]]) -> None:
    made = bill(stacks["dev"], 1000, stream_seconds=10, buffered_requests=0)
    assert made["Functions: time"] == pytest.approx(1000 * 30.4 * 10 * 2 * 0.0000133334)
    assert made["API Gateway"] == pytest.approx(1000 * 30.4 * 3.50 / 1e6)


def test_what_keeps_sandboxes_started_is_in_the_bill(environments: dict[str, Environment]) -> None:
    dev = environments["dev"]
    made = bill(synth(changed(dev, "function", provisioned_concurrency=1)))
    assert made["Provisioned sandboxes: 1"] == pytest.approx(2 * 730 * 3600 * 0.0000033334)
    made = bill(synth(changed(dev, "function", warm_every_minutes=5)))
    assert 0 < made["Keeping warm: every 5 min"] < 1


def test_a_cold_page_load_starts_many_sandboxes_each_faster_with_the_pack(
    environments: dict[str, Environment],
) -> None:
    chats, share, gigabytes, second = 100 * 30.4, 0.05, 2, 0.0000133334
    assumed = Assumptions()
    for pack, seconds in (
        (True, assumed.cold_start_seconds),
        (False, assumed.cold_start_seconds_without_pack),
    ):
        made = bill(synth(changed(environments["dev"], "librechat", pack=pack)), 100)
        assert made["Functions: cold starts"] == pytest.approx(
            chats * share * assumed.cold_start_sandboxes * seconds * gigabytes * second
        )
    assert assumed.cold_start_seconds < assumed.cold_start_seconds_without_pack


def test_one_function_serves_all_where_everything_streams(
    environments: dict[str, Environment],
) -> None:
    assert (
        bill(synth(changed(environments["dev"], "api", stream_everything=True)), 100)[
            "Functions: time"
        ]
        > 0
    )


def test_a_node_type_without_a_price_is_named_with_the_file(
    environments: dict[str, Environment],
) -> None:
    with pytest.raises(UnknownPrice, match=r"prices\.toml: no price for 'cache\.x9\.huge'"):
        bill(synth(changed(environments["dev"], "redis", node_type="cache.x9.huge")))


def test_it_prints_both_tables_and_all_that_was_assumed(
    stacks: dict[str, dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cdk.tf.json"
    file.write_text(json.dumps(stacks["dev"]))
    main([str(file), "--chats", "50", "--assume", "stream_seconds=5"])
    said = capsys.readouterr().out
    assert "Idle:" in said and "At 50 chats a day:" in said and said.count("USD a month") == 2
    assert "stream_seconds=5" in said and str(Prices().dates) in said
    kept = 12 * 2 * 730 * 3600 * 0.0000033334  # a page load, GB each, seconds, USD
    assert f"function.provisioned_concurrency = 12,\nfor {kept:,.2f} USD each month" in said


@pytest.mark.parametrize(
    ("assume", "said"),
    [
        ("beer=3", "unknown; there is stream_seconds"),
        ("stream_seconds=x", "a number"),
        ("stream_seconds=-1", "must be a number, 0 or more"),
    ],
)
def test_a_wrong_assumption_is_named(tmp_path: Path, assume: str, said: str) -> None:
    with pytest.raises(SystemExit, match=said):
        main([str(tmp_path / "none"), "--assume", assume])


def test_a_stack_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"none\.json"):
        main([str(tmp_path / "none.json")])


@pytest.mark.parametrize("chats", ["many", "-3", "nan", "inf"])
def test_chats_that_are_no_number_are_named(chats: str) -> None:
    with pytest.raises(SystemExit, match=f"CHATS={chats}: must be a number, 0 or more"):
        main(["no-stack", "--chats", chats])
