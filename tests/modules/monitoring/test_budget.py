"""The account's budget."""

from tests.modules.monitoring.made import monitoring


def test_a_budget_is_there_where_an_amount_is() -> None:
    assert "aws_budgets_budget" not in monitoring()["resource"]
    made = monitoring(monthly_budget_usd=200, emails=["a@example.com"])
    (budget,) = made["resource"]["aws_budgets_budget"].values()
    assert (budget["limit_amount"], budget["limit_unit"], budget["time_unit"]) == (
        "200",
        "USD",
        "MONTHLY",
    )
    assert [
        (n["notification_type"], n["threshold"], n["subscriber_email_addresses"])
        for n in budget["notification"]
    ] == [("ACTUAL", 80, ["a@example.com"]), ("FORECASTED", 100, ["a@example.com"])]
