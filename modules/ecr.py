"""The repository of the Lambda image (FR-012): immutable tags, scanned on push, old images expired, destroyed with its images."""

import json

import cdktf_cdktf_provider_aws as aws
from constructs import Construct

KEEP_TEN = {
    "rulePriority": 1,
    "description": "Keep the last 10 images",
    "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 10},
    "action": {"type": "expire"},
}


class Ecr(Construct):
    """Creates `aws_ecr_repository.<id>`; the last ten images stay, to roll back to."""

    def __init__(self, scope: Construct, id_: str, *, name: str, force_delete: bool = True) -> None:
        super().__init__(scope, id_)
        self.repository = aws.ecr_repository.EcrRepository(
            self,
            "this:repository",
            name=name,
            force_delete=force_delete,
            image_tag_mutability="IMMUTABLE",
            image_scanning_configuration={"scan_on_push": True},
        )
        aws.ecr_lifecycle_policy.EcrLifecyclePolicy(
            self,
            "this:lifecycle",
            repository=self.repository.name,
            policy=json.dumps({"rules": [KEEP_TEN]}),
        )
