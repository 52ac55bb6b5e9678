"""What an emulated account holds outlives the run."""

from pathlib import Path

from local.aws import emulated_aws, registry_program
from tests.conftest import need


def test_the_next_run_finds_what_the_last_one_left(tmp_path: Path) -> None:
    need(registry_program(), "docker-registry")
    with emulated_aws(tmp_path) as aws:
        aws.client("s3").create_bucket(
            Bucket="files", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
        )
        aws.client("s3").put_object(Bucket="files", Key="a.txt", Body=b"of a user")
        aws.client("ssm").put_parameter(Name="/a", Value="secret", Type="SecureString")
        acm = aws.client("acm", "us-east-1")
        arn = acm.request_certificate(DomainName="a.example.com")["CertificateArn"]
        aws.client("ecr").create_repository(repositoryName="images")
    with emulated_aws(tmp_path) as again:
        body = again.client("s3").get_object(Bucket="files", Key="a.txt")["Body"].read()
        value = again.client("ssm").get_parameter(Name="/a", WithDecryption=True)["Parameter"]
        certificates = again.client("acm", "us-east-1").list_certificates()
        repositories = again.client("ecr").describe_repositories()["repositories"]

    assert body == b"of a user"
    assert value["Value"] == "secret"
    assert [one["CertificateArn"] for one in certificates["CertificateSummaryList"]] == [arn]
    assert [one["repositoryName"] for one in repositories] == ["images"]


def test_without_a_directory_nothing_is_left() -> None:
    need(registry_program(), "docker-registry")
    with emulated_aws() as aws:
        aws.client("ssm").put_parameter(Name="/a", Value="secret", Type="SecureString")
    with emulated_aws() as again:
        found = again.client("ssm").describe_parameters()["Parameters"]

    assert found == []
