"""ECR: which images it has, and its login for the Docker engine."""

import base64
from typing import Any

from publish.aws import aws_errors


def image_digest(ecr: Any, repository_url: str, tag: str) -> str | None:
    """The digest of the image with this tag, None where there is none. Raises AwsError."""
    repository = repository_url.partition("/")[2]
    advice = "The deploying identity needs ecr:DescribeImages on this repository."
    with aws_errors(f"ECR does not say what is in {repository_url}", advice):
        try:
            found = ecr.describe_images(repositoryName=repository, imageIds=[{"imageTag": tag}])
        except ecr.exceptions.ImageNotFoundException:
            return None
    return str(found["imageDetails"][0]["imageDigest"])


def registry_login(ecr: Any) -> dict[str, str]:
    """User name and password for the engine, valid for 12 hours. Raises AwsError.

    They stay in memory, out of ~/.docker/config.json.
    """
    advice = "The deploying identity needs ecr:GetAuthorizationToken."
    with aws_errors("ECR gives no login", advice):
        answer = ecr.get_authorization_token()
    token = answer["authorizationData"][0]["authorizationToken"]
    username, _, password = base64.b64decode(token).decode().partition(":")
    return {"username": username, "password": password}
