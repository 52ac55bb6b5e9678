"""The function's role: what LibreChat and its handler may do, and nothing else (FR-029, FR-033).

Every resource is named by text: the document is known in the plan, whatever else changes.
"""

from collections.abc import Iterable

from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.iam_role_policy import IamRolePolicy
from constructs import Construct

from modules.policy import Condition, Statement, policy_document, trust_policy


class Role(Construct):
    """Creates `aws_iam_role.<id>` and its one policy."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        account: str,
        function_arn: str,
        log_group_name: str,
        files_bucket: str,
        parameters: Iterable[str],
        config_object: str | None,
        kms_key_arn: str | None,
    ) -> None:
        """`account` is `<region>:<account id>`, as it stands in ARNs; `parameters` are names of SSM
        parameters; `config_object` is the object with librechat.yaml, `<bucket>/<key>`."""
        super().__init__(scope, id_)
        permissions = [
            Statement(
                sid="Logs",
                actions=["logs:CreateLogStream", "logs:PutLogEvents"],
                resources=[f"arn:aws:logs:{account}:log-group:{log_group_name}:*"],
            ),
            Statement(
                sid="Secrets",
                actions=["ssm:GetParameters"],
                resources=[
                    f"arn:aws:ssm:{account}:parameter{parameter}" for parameter in parameters
                ],
            ),
            Statement(
                sid="Files",
                actions=["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
                resources=[f"arn:aws:s3:::{files_bucket}/*"],
            ),
            Statement(
                sid="FilesBucket",
                actions=["s3:ListBucket"],
                resources=[f"arn:aws:s3:::{files_bucket}"],
            ),
            # X-Ray knows no resources here (AWS's service authorization reference).
            Statement(
                sid="Traces",
                actions=["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
                resources=["*"],
            ),
            *join_vpc(account, function_arn),
        ]
        if config_object:
            permissions += [
                Statement(
                    sid="Config",
                    actions=["s3:GetObject"],
                    resources=[f"arn:aws:s3:::{config_object}"],
                ),
                Statement(
                    sid="ConfigIsReadOnly",
                    effect="Deny",
                    actions=["s3:PutObject", "s3:DeleteObject"],
                    resources=[f"arn:aws:s3:::{config_object}"],
                ),
            ]
        if kms_key_arn:
            permissions.append(
                Statement(
                    sid="Key",
                    actions=["kms:Decrypt", "kms:GenerateDataKey"],
                    resources=[kms_key_arn],
                )
            )
        trust = trust_policy(self, "assume_role", service="lambda.amazonaws.com")
        document = policy_document(self, "role", *permissions)
        self.role = IamRole(self, "this:role", name=name, assume_role_policy=trust)
        self.policy = IamRolePolicy(
            self, "this:role_policy", name=name, role=self.role.name, policy=document
        )


def join_vpc(account: str, function_arn: str) -> list[Statement]:
    """What Lambda needs to join the VPC, and the code in the function does not.

    As AWS has it (developer guide, "Giving Lambda functions access to resources in an Amazon VPC"):
    describing cannot be narrowed, the rest names all of the account's resources, since the network
    interfaces are not there yet.
    """
    this_function = Condition(
        test="ArnEquals", variable="lambda:SourceFunctionArn", values=[function_arn]
    )
    return [
        Statement(
            sid="DescribeVpc",
            actions=["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
            resources=["*"],
        ),
        Statement(
            sid="JoinVpc",
            actions=[
                "ec2:CreateNetworkInterface",
                "ec2:DeleteNetworkInterface",
                "ec2:AssignPrivateIpAddresses",
                "ec2:UnassignPrivateIpAddresses",
            ],
            resources=[f"arn:aws:ec2:{account}:*/*"],
        ),
        Statement(
            sid="NotFromTheFunction",
            effect="Deny",
            actions=["ec2:*"],
            resources=["*"],
            condition=[this_function],
        ),
    ]
