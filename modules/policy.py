"""IAM policies as Terraform reviewers know them: `data.aws_iam_policy_document`."""

from collections.abc import Sequence
from typing import NamedTuple

import cdktf_cdktf_provider_aws as aws
from constructs import Construct


class Statement(NamedTuple):
    """One statement; `service` is the AWS service that is its principal, `condition` a test, a variable and its values."""

    sid: str
    actions: Sequence[str]
    resources: Sequence[str] | None = None
    effect: str = "Allow"
    service: str | None = None
    condition: tuple[str, str, Sequence[str]] | None = None


def policy(scope: Construct, id_: str, *statements: Statement) -> str:
    """Creates `data.aws_iam_policy_document.<id>` and returns its JSON."""
    iam, typed = aws.data_aws_iam_policy_document, []
    for sid, actions, resources, effect, service, condition in statements:
        principals = conditions = None
        if service:
            principals = [
                iam.DataAwsIamPolicyDocumentStatementPrincipals(
                    type="Service", identifiers=[service]
                )
            ]
        if condition:
            test, variable, values = condition
            conditions = [
                iam.DataAwsIamPolicyDocumentStatementCondition(
                    test=test, variable=variable, values=values
                )
            ]
        typed.append(
            iam.DataAwsIamPolicyDocumentStatement(
                sid=sid,
                effect=effect,
                actions=actions,
                resources=resources,
                principals=principals,
                condition=conditions,
            )
        )
    return iam.DataAwsIamPolicyDocument(scope, id_, statement=typed).json
