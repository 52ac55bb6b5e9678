"""IAM policies as Terraform has them: `data.aws_iam_policy_document` with its blocks, under their
own names."""

import cdktf_cdktf_provider_aws.data_aws_iam_policy_document as iam
from constructs import Construct

Statement = iam.DataAwsIamPolicyDocumentStatement
Principals = iam.DataAwsIamPolicyDocumentStatementPrincipals
Condition = iam.DataAwsIamPolicyDocumentStatementCondition


def policy_document(scope: Construct, id_: str, *statements: Statement) -> str:
    """Creates `data.aws_iam_policy_document.<id>` and returns its JSON."""
    return iam.DataAwsIamPolicyDocument(scope, id_, statement=list(statements)).json


def trust_policy(scope: Construct, id_: str, *, service: str) -> str:
    """Creates the document that lets one AWS service assume a role, and returns its JSON."""
    principals = [Principals(type="Service", identifiers=[service])]
    statement = Statement(actions=["sts:AssumeRole"], principals=principals)
    return policy_document(scope, id_, statement)
