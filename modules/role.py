"""The function's role: what LibreChat and its handler may do, and nothing else (FR-029, FR-033).

Those statements stand in backend.py, beside what they name; here is what Lambda itself needs.
"""

from collections.abc import Iterable, Sequence

import cdktf_cdktf_provider_aws as aws
from constructs import Construct

from modules.policy import Condition, Statement, allow, deny, policy_document, trust_policy


class Role(Construct):
    """Creates `aws_iam_role.<id>` and its one policy, of these statements."""

    def __init__(
        self, scope: Construct, id_: str, *, name: str, statements: Iterable[Statement]
    ) -> None:
        super().__init__(scope, id_)
        trust = trust_policy(self, "assume_role", service="lambda.amazonaws.com")
        document = policy_document(self, "role", *statements)
        self.role = aws.iam_role.IamRole(self, "this:role", name=name, assume_role_policy=trust)
        self.policy = aws.iam_role_policy.IamRolePolicy(
            self, "this:role_policy", name=name, role=self.role.name, policy=document
        )


def join_vpc(account: str, function_arn: str, subnet_ids: Sequence[str]) -> list[Statement]:
    """What Lambda needs to join the VPC, and the code in the function does not.

    As AWS has it (developer guide, "Giving Lambda functions access to resources in an Amazon VPC"):
    describing cannot be narrowed, the rest names all of the account's resources, since the network
    interfaces are not there yet. The subnets are named beside them, in any account: those of a VPC
    that is shared (AWS RAM) belong to the account that shares it.
    """
    region, _, _ = account.partition(":")
    subnets = [f"arn:aws:ec2:{region}:*:subnet/{subnet_id}" for subnet_id in subnet_ids]
    this_function = Condition(
        test="ArnEquals", variable="lambda:SourceFunctionArn", values=[function_arn]
    )
    return [
        allow("ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", on=["*"], sid="DescribeVpc"),
        allow(
            "ec2:CreateNetworkInterface",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses",
            on=[f"arn:aws:ec2:{account}:*/*", *subnets],
            sid="JoinVpc",
        ),
        deny("ec2:*", on=["*"], sid="NotFromTheFunction", where=this_function),
    ]
