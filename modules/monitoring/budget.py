"""A budget of the whole account: one for tagged resources stays at zero until somebody activates
the tag for billing."""

from collections.abc import Sequence

import cdktf_cdktf_provider_aws as aws
from cdktf import TerraformResource
from constructs import Construct


def create_budget(
    scope: Construct,
    id_: str,
    *,
    name: str,
    account_id: str,
    monthly_usd: int,
    emails: Sequence[str],
) -> TerraformResource:
    """Creates `aws_budgets_budget.<id>`; `emails` are told at 80 % of it, and when the forecast is
    above it."""
    budgets = aws.budgets_budget
    return budgets.BudgetsBudget(
        scope,
        id_,
        name=name,
        account_id=account_id,
        budget_type="COST",
        limit_amount=str(monthly_usd),
        limit_unit="USD",
        time_unit="MONTHLY",
        notification=[
            budgets.BudgetsBudgetNotification(
                comparison_operator="GREATER_THAN",
                notification_type=type_,
                threshold=percent,
                threshold_type="PERCENTAGE",
                subscriber_email_addresses=list(emails),
            )
            for type_, percent in (("ACTUAL", 80), ("FORECASTED", 100))
        ],
    )
