"""What holds for every resource, so that a construct added later cannot forget it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cdktf import App, Testing
from cdktf_cdktf_provider_aws.cloudwatch_log_group import CloudwatchLogGroup
from cdktf_cdktf_provider_aws.ecr_repository import EcrRepository
from cdktf_cdktf_provider_aws.efs_file_system import EfsFileSystem
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction
from cdktf_cdktf_provider_aws.provider import AwsProvider, AwsProviderDefaultTags
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.sns_topic import SnsTopic
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue

from config import Network
from config import Redis as Settings
from modules.baseline import apply_baseline
from modules.bucket import private_bucket
from modules.redis import Redis
from modules.synth.addresses import ReadableStack
from tests.conftest import NETWORK, named

KEY = "arn:aws:kms:eu-west-1:123456789012:key/1"


class Held(ReadableStack):
    """Under the baseline, as the project's stacks are."""

    def __init__(self, app: App, arguments: dict[str, Any]) -> None:
        super().__init__(app, "later")
        self.arguments = arguments

    def before_synth(self) -> None:
        defaults = {"log_retention_days": 30, "kms_key_arn": None, "deletion_protection": False}
        apply_baseline(self, **{**defaults, **self.arguments})


def stack(create: Callable[[Any], object], **arguments: Any) -> dict[str, Any]:
    """A stack of what `create` adds later, under the baseline."""
    made = Held(Testing.app(), arguments)
    create(made)
    terraform: dict[str, Any] = json.loads(Testing.synth(made))
    return terraform


def only(terraform: dict[str, Any], type_: str) -> dict[str, Any]:
    (found,) = terraform["resource"][type_].values()
    return found  # type: ignore[no-any-return]


def refused(create: Callable[[Any], object], directory: Path) -> str:
    """What the synthesis of an app says of a stack that breaks a rule."""
    app = App(outdir=str(directory))
    made = Held(app, {})
    AwsProvider(
        made,
        "aws",
        region="eu-west-1",
        default_tags=[AwsProviderDefaultTags(tags={"Project": "x"})],
    )
    create(made)
    with pytest.raises(RuntimeError) as error:
        app.synth()
    return str(error.value)


@pytest.mark.parametrize("days", [30, 365])
def test_a_log_group_that_says_nothing_is_kept_for_the_stacks_time(days: int) -> None:
    made = stack(lambda scope: CloudwatchLogGroup(scope, "g"), log_retention_days=days)
    assert only(made, "aws_cloudwatch_log_group")["retention_in_days"] == days


def test_a_log_group_may_say_so_itself_but_not_for_ever(tmp_path: Path) -> None:
    made = stack(lambda scope: CloudwatchLogGroup(scope, "g", retention_in_days=7))
    assert only(made, "aws_cloudwatch_log_group")["retention_in_days"] == 7
    said = refused(lambda scope: CloudwatchLogGroup(scope, "g", retention_in_days=0), tmp_path)
    assert "logs are not kept for ever" in said and "later/g" in said


def test_what_can_be_encrypted_at_rest_is(tmp_path: Path) -> None:
    assert (
        only(stack(lambda scope: EfsFileSystem(scope, "f")), "aws_efs_file_system")["encrypted"]
        is True
    )
    said = refused(lambda scope: EfsFileSystem(scope, "f", encrypted=False), tmp_path)
    assert "later/f" in said and "everything is encrypted at rest" in said


def test_a_bare_bucket_is_refused(tmp_path: Path) -> None:
    assert "modules.bucket.private_bucket" in refused(lambda scope: S3Bucket(scope, "b"), tmp_path)


def test_a_provider_without_tags_is_refused(tmp_path: Path) -> None:
    """Its default tags are what tags every resource."""
    assert "default_tags are missing" in refused(
        lambda scope: AwsProvider(scope, "bare", alias="b"), tmp_path
    )


def everything_with_a_key(scope: Any) -> None:
    CloudwatchLogGroup(scope, "logs")
    EcrRepository(scope, "images", name="images")
    EfsFileSystem(scope, "files")
    LambdaFunction(scope, "function", function_name="f", role="r")
    SnsTopic(scope, "topic")
    SqsQueue(scope, "queue")
    private_bucket(scope, "bucket", name="bucket")
    Redis(
        scope, "redis", name="redis", network=Network.model_validate(NETWORK), settings=Settings()
    )


def test_one_key_is_for_all_that_takes_one() -> None:
    made = stack(everything_with_a_key, kms_key_arn=KEY)
    assert only(made, "aws_cloudwatch_log_group")["kms_key_id"] == KEY
    assert only(made, "aws_ecr_repository")["encryption_configuration"] == [
        {"encryption_type": "KMS", "kms_key": KEY}
    ]
    assert only(made, "aws_efs_file_system")["kms_key_id"] == KEY
    assert only(made, "aws_lambda_function")["kms_key_arn"] == KEY
    assert only(made, "aws_sns_topic")["kms_master_key_id"] == KEY
    assert only(made, "aws_sqs_queue")["kms_master_key_id"] == KEY
    modules = {m["source"].split("/")[1]: m for m in made["module"].values()}
    assert modules["elasticache"]["kms_key_arn"] == KEY
    assert modules["s3-bucket"]["server_side_encryption_configuration"] == {
        "rule": {
            "apply_server_side_encryption_by_default": {
                "sse_algorithm": "aws:kms",
                "kms_master_key_id": KEY,
            },
            "bucket_key_enabled": True,
        }
    }


def test_without_a_key_nothing_names_one_and_everything_stays_encrypted() -> None:
    made = stack(everything_with_a_key)
    assert "kms_" not in json.dumps(made)
    assert only(made, "aws_efs_file_system")["encrypted"] is True


def test_a_key_is_of_one_region_and_not_given_to_another() -> None:
    def elsewhere(scope: Any) -> None:
        tags = [AwsProviderDefaultTags(tags={"Project": "x"})]
        provider = AwsProvider(
            scope, "aws", alias="us_east_1", region="us-east-1", default_tags=tags
        )
        SnsTopic(scope, "topic", provider=provider)

    assert "kms_master_key_id" not in only(stack(elsewhere, kms_key_arn=KEY), "aws_sns_topic")


def test_a_function_is_traced() -> None:
    made = stack(lambda scope: LambdaFunction(scope, "f", function_name="f", role="r"))
    assert only(made, "aws_lambda_function")["tracing_config"] == {"mode": "Active"}


def test_nothing_that_holds_data_can_be_destroyed_or_emptied_under_protection() -> None:
    def held(scope: Any) -> None:
        everything_with_a_key(scope)
        EcrRepository(scope, "forced", name="forced", force_delete=True)

    made = stack(held, deletion_protection=True)
    for repository in made["resource"]["aws_ecr_repository"].values():
        assert repository["force_delete"] is False
        assert repository["lifecycle"] == {"prevent_destroy": True}
    assert only(made, "aws_cloudwatch_log_group")["lifecycle"] == {"prevent_destroy": True}
    modules = {m["source"].split("/")[1]: m for m in made["module"].values()}
    assert modules["s3-bucket"]["force_destroy"] is False
    assert modules["elasticache"]["final_snapshot_identifier"] == "redis-final"


def test_without_protection_a_destroy_removes_everything() -> None:
    """SC-005."""
    made = stack(everything_with_a_key)
    assert "prevent_destroy" not in json.dumps(made) and "final_snapshot" not in json.dumps(made)


def test_the_stacks_are_under_the_baseline(stacks: dict[str, dict[str, Any]]) -> None:
    assert named(stacks["dev"], "aws_cloudwatch_log_group.backend_api")["retention_in_days"] == 30
    assert named(stacks["prod"], "aws_cloudwatch_log_group.backend_api")["retention_in_days"] == 365
