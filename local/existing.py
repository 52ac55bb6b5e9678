"""What an environment expects to exist, made in an emulated account: VPC, subnets, security groups,
zone, certificate, key, the bucket of Terraform's state, an object with librechat.yaml."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from local.aws import AWS, REGION

LIBRECHAT_YAML = Path(__file__).parent.parent / "environments" / "librechat.yaml"
CONFIG_OBJECT = re.compile(r'^config_s3_uri = "s3://([^/"]+)/([^"]+)"', re.MULTILINE)
STATE_BUCKET = re.compile(r'^\[state\]\nbucket = "(.+)"', re.MULTILINE)


def with_existing(aws: AWS, text: str, made: dict[str, str]) -> str:
    """An environment file whose existing things exist: each id in it becomes that of something made
    in the account.

    `made` is what was made before, by the id in the file; what is made now is added.
    """
    for example, make in wanted(aws, text, made):
        if example not in made:
            made[example] = make()
        text = text.replace(example, made[example])
    if found := STATE_BUCKET.search(text):
        make_bucket(aws, found[1], made)
    if found := CONFIG_OBJECT.search(text):
        bucket, key = found.groups()
        make_bucket(aws, bucket, made)
        aws.client("s3").put_object(Bucket=bucket, Key=key, Body=LIBRECHAT_YAML.read_bytes())
    return text


def make_bucket(aws: AWS, name: str, made: dict[str, str]) -> None:
    if name not in made:
        location: Any = {"LocationConstraint": REGION}
        aws.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration=location)
        made[name] = name


def wanted(aws: AWS, text: str, made: dict[str, str]) -> list[tuple[str, Callable[[], str]]]:
    """Each id in the file, and how such a thing is made; the VPC comes before what lies in it."""
    ec2, route53 = aws.client("ec2"), aws.client("route53")
    acm, kms = aws.client("acm", "us-east-1"), aws.client("kms")
    networks = re.findall(r"vpc-[0-9a-f]{17}", text)

    def vpc() -> str:
        return str(ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"])

    def subnet(number: int) -> str:
        place = {"CidrBlock": f"10.0.{number}.0/24", "AvailabilityZone": REGION + "abc"[number]}
        return str(ec2.create_subnet(VpcId=made[networks[0]], **place)["Subnet"]["SubnetId"])

    def group(name: str) -> str:
        named = {"GroupName": name, "Description": name, "VpcId": made[networks[0]]}
        return str(ec2.create_security_group(**named)["GroupId"])

    def zone() -> str:
        created = route53.create_hosted_zone(Name="example.com", CallerReference="1")
        return str(created["HostedZone"]["Id"]).rpartition("/")[2]

    def certificate() -> str:
        return str(acm.request_certificate(DomainName="chat.example.com")["CertificateArn"])

    def key() -> str:
        return str(kms.create_key()["KeyMetadata"]["Arn"])

    def found(pattern: str) -> list[str]:
        return list(dict.fromkeys(re.findall(pattern, text, re.MULTILINE)))

    subnets, groups = found(r"subnet-[0-9a-f]{17}"), found(r"sg-[0-9a-f]{17}")
    return [
        *((id_, vpc) for id_ in dict.fromkeys(networks)),
        *((id_, partial(subnet, number)) for number, id_ in enumerate(subnets)),
        *((id_, partial(group, id_)) for id_ in groups),
        *((id_, zone) for id_ in found(r'^hosted_zone_id = "(\w+)"')),
        *((id_, certificate) for id_ in found(r'^certificate_arn = "(.+)"')),
        *((id_, key) for id_ in found(r'^kms_key_arn = "(.+)"')),
    ]
