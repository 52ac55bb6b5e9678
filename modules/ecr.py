"""The repository of the Lambda image (FR-012).

Defaults: immutable tags, a scan of every image that is pushed, and the last ten images kept to roll
back to. A destroy removes the images (SC-005) unless deletion protection is on (baseline.py).
"""

import cdktf_cdktf_provider_aws as aws
from constructs import Construct

from modules.synth.hcl import document

KEEP_TEN = {
    "rulePriority": 1,
    "description": "Keep the last 10 images",
    "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 10},
    "action": {"type": "expire"},
}


class Ecr(Construct):
    """Creates `aws_ecr_repository.<id>` and its lifecycle policy."""

    def __init__(self, scope: Construct, id_: str, *, name: str) -> None:
        super().__init__(scope, id_)
        self.repository = aws.ecr_repository.EcrRepository(
            self,
            "this:repository",
            name=name,
            force_delete=True,
            image_tag_mutability="IMMUTABLE",
            image_scanning_configuration={"scan_on_push": True},
        )
        # By the id, which a repository that is replaced has anew: its policy goes with it.
        repository, policy = self.repository.id, document({"rules": [KEEP_TEN]})
        aws.ecr_lifecycle_policy.EcrLifecyclePolicy(
            self, "this:lifecycle", repository=repository, policy=policy
        )
        self.independent = [self.repository]
