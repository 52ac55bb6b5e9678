"""IAM policies as Terraform has them: `data.aws_iam_policy_document` and its statements."""

from collections.abc import Sequence

import cdktf_cdktf_provider_aws.data_aws_iam_policy_document as iam
from constructs import Construct

Statement = iam.DataAwsIamPolicyDocumentStatement
Principals = iam.DataAwsIamPolicyDocumentStatementPrincipals
Condition = iam.DataAwsIamPolicyDocumentStatementCondition


def allow(*actions: str, on: Sequence[str], sid: str) -> Statement:
    """A statement that allows these actions on these resources; `sid` is its name."""
    return Statement(sid=sid, actions=list(actions), resources=on)


def deny(*actions: str, on: Sequence[str], sid: str, where: Condition | None = None) -> Statement:
    """A statement that denies them, whatever else is allowed."""
    condition = [where] if where else None
    return Statement(
        sid=sid, effect="Deny", actions=list(actions), resources=on, condition=condition
    )


def policy_document(scope: Construct, id_: str, *statements: Statement) -> str:
    """Creates `data.aws_iam_policy_document.<id>` and returns its JSON."""
    return iam.DataAwsIamPolicyDocument(scope, id_, statement=list(statements)).json


def trust_policy(scope: Construct, id_: str, *, service: str) -> str:
    """Creates the document that lets one AWS service assume a role, and returns its JSON."""
    principals = [Principals(type="Service", identifiers=[service])]
    statement = Statement(actions=["sts:AssumeRole"], principals=principals)
    return policy_document(scope, id_, statement)
