"""publish/frontend.py against an emulated S3 (FR-001, FR-043)."""

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import docker
import pytest
from docker.errors import DockerException

from local.aws import AWS, REGION, refuse
from tests.conftest import need
from tests.support.steps import OTHER, OTHER_PLATFORM, call, start, the_error

BUCKET = "librechat-frontend-test"
RECORD = ".stale-since.json"
YEAR, HOUR, NEVER = "public, max-age=31536000, immutable", "public, max-age=3600", "no-cache"

SERVED = {
    "index.html": ("text/html; charset=utf-8", NEVER),
    "sw.js": ("text/javascript; charset=utf-8", NEVER),
    "sw-heal.js": ("text/javascript; charset=utf-8", NEVER),
    "registerSW.js": ("text/javascript; charset=utf-8", NEVER),
    "manifest.webmanifest": ("application/manifest+json; charset=utf-8", NEVER),
    "manifest.json": ("application/json; charset=utf-8", NEVER),
    "assets/index.B4kQ9_x-.js": ("text/javascript; charset=utf-8", YEAR),
    "workbox-4c320e2c.js": ("text/javascript; charset=utf-8", YEAR),
    "assets/vendor.aZ09bY18.css": ("text/css; charset=utf-8", YEAR),
    "assets/katex.D8r2fk3Q.woff2": ("font/woff2", YEAR),
    "assets/pdf.polyfill.js": ("text/javascript; charset=utf-8", HOUR),
    "assets/icon-512x512.png": ("image/png", HOUR),
    "assets/logo.svg": ("image/svg+xml; charset=utf-8", HOUR),
    "assets/favicon.ico": ("image/vnd.microsoft.icon", HOUR),
    "fonts/Inter-Bold.woff2": ("font/woff2", HOUR),
    "robots.txt": ("text/plain; charset=utf-8", HOUR),
    "LICENSE": ("application/octet-stream", HOUR),
    "assets/lone.gz": ("application/octet-stream", HOUR),
}
SIBLINGS = ("assets/index.B4kQ9_x-.js.gz", "assets/index.B4kQ9_x-.js.br", "index.html.gz")


@pytest.fixture
def bucket(aws: AWS) -> Iterator[Any]:
    s3 = aws.client("s3")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    yield s3
    for item in s3.list_objects_v2(Bucket=BUCKET).get("Contents", ()):
        s3.delete_object(Bucket=BUCKET, Key=item["Key"])
    s3.delete_bucket(Bucket=BUCKET)


@pytest.fixture
def client(tmp_path: Path) -> Path:
    """A built client in the shape of LibreChat's."""
    for key in (*SERVED, *SIBLINGS):
        file = tmp_path / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"first release of {key}")
    (tmp_path / "index.html").write_text('<script src="/assets/index.B4kQ9_x-.js">')
    return tmp_path


def next_release(client: Path) -> None:
    """The same client after a change in its code: one asset under a new name, and what names it."""
    for sibling in ("", ".gz", ".br"):
        (client / f"assets/index.B4kQ9_x-.js{sibling}").unlink()
    (client / "assets/index.Zz1_yY2x.js").write_text("second release")
    (client / "index.html").write_text('<script src="/assets/index.Zz1_yY2x.js">')
    (client / "sw.js").write_text("second release")


NEW = ["assets/index.Zz1_yY2x.js", "sw.js", "index.html"]

Publish = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def publish(aws: AWS, bucket: Any, client: Path) -> Publish:
    settings = {
        "REGION": REGION,
        "BUCKET": BUCKET,
        "DIRECTORY": str(client),
        "KEEP_STALE_DAYS": "30",
    }

    def run(how: Any = call, **changes: str) -> subprocess.CompletedProcess[str]:
        return how("frontend", aws.environment | settings | changes)  # type: ignore[no-any-return]

    return run


def uploads(aws: AWS, mark: int) -> list[str]:
    calls = [
        call.removeprefix(f"s3 PUT /{BUCKET}/")
        for call in aws.calls_since(mark, f"s3 PUT /{BUCKET}/")
    ]
    return [key for key in calls if key != RECORD]


def content(bucket: Any, key: str) -> str:
    return str(bucket.get_object(Bucket=BUCKET, Key=key)["Body"].read().decode())


def keys(bucket: Any) -> set[str]:
    return {item["Key"] for item in bucket.list_objects_v2(Bucket=BUCKET)["Contents"]}


def test_every_file_is_served_with_its_type_and_for_as_long_as_its_name_allows(
    bucket: Any, publish: Publish
) -> None:
    """FR-043, SC-002."""
    result = publish()

    assert result.returncode == 0, result.stderr
    heads = {key: bucket.head_object(Bucket=BUCKET, Key=key) for key in keys(bucket)}
    assert {
        key: (head["ContentType"], head["CacheControl"]) for key, head in heads.items()
    } == SERVED
    assert content(bucket, "robots.txt") == "first release of robots.txt"


def test_a_second_publication_uploads_nothing(aws: AWS, publish: Publish) -> None:
    publish()
    mark = len(aws.calls)

    result = publish()

    assert result.returncode == 0, result.stderr
    assert uploads(aws, mark) == []
    assert (
        f"{len(SERVED)} files in the build, {len(SERVED)} of them published already"
        in result.stdout
    )


def test_encryption_by_kms_whose_etag_is_no_md5_uploads_nothing_twice(
    aws: AWS, bucket: Any, publish: Publish
) -> None:
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}
    bucket.put_bucket_encryption(Bucket=BUCKET, ServerSideEncryptionConfiguration={"Rules": [rule]})
    publish()
    mark = len(aws.calls)

    assert publish().returncode == 0
    assert uploads(aws, mark) == []


def test_what_changed_is_uploaded_and_nothing_else_with_index_html_last(
    aws: AWS, publish: Publish, client: Path
) -> None:
    publish()
    next_release(client)
    mark = len(aws.calls)

    publish()

    assert uploads(aws, mark) == NEW


def test_a_file_served_with_other_headers_is_uploaded_again(
    aws: AWS, bucket: Any, publish: Publish
) -> None:
    publish()
    bucket.put_object(Bucket=BUCKET, Key="robots.txt", Body=b"first release of robots.txt")
    mark = len(aws.calls)

    publish()

    assert uploads(aws, mark) == ["robots.txt"]


def test_assets_come_first_then_fixed_names_then_the_service_worker_and_index_html_last(
    aws: AWS, publish: Publish
) -> None:
    mark = len(aws.calls)

    publish()

    order = uploads(aws, mark)
    lasting = [SERVED[key][1] for key in order]
    assert lasting == sorted(lasting, key=[YEAR, HOUR, NEVER].index)
    assert order.index("sw-heal.js") < order.index("sw.js"), "which imports it"
    assert order[-2:] == ["sw.js", "index.html"]


@pytest.mark.parametrize("how", ["refused", "killed"])
def test_broken_off_in_the_middle_the_live_site_stays_whole_and_the_next_deploy_goes_on(
    aws: AWS, bucket: Any, publish: Publish, client: Path, how: str
) -> None:
    publish()
    page = content(bucket, "index.html")
    next_release(client)

    def kill() -> None:
        found = subprocess.run(
            ["pgrep", "-P", str(os.getpid()), "-f", "publish.frontend"],
            capture_output=True,
            text=True,
            check=False,
        )
        os.kill(int(found.stdout), signal.SIGKILL)

    with aws.when(f"s3 PUT /{BUCKET}/sw.js", refuse if how == "refused" else kill):
        result = publish(start)

    if how == "refused":
        assert "broke off after 1 of 3 files" in the_error(result)
        assert "goes on from there" in result.stderr
    else:
        assert result.returncode == -signal.SIGKILL
    assert content(bucket, "index.html") == page
    assert (
        content(bucket, "assets/index.B4kQ9_x-.js") == "first release of assets/index.B4kQ9_x-.js"
    )

    mark = len(aws.calls)
    assert publish().returncode == 0
    # The call that was to be the last did arrive before the process died.
    assert uploads(aws, mark) == (["sw.js", "index.html"] if how == "refused" else ["index.html"])
    assert "Zz1_yY2x" in content(bucket, "index.html")


def test_one_refused_upload_stops_the_others_before_index_html(
    aws: AWS, bucket: Any, publish: Publish
) -> None:
    with aws.when(f"s3 PUT /{BUCKET}/assets/", skip=2):
        error = the_error(publish())

    assert "is not authorized" in error
    assert "index.html" not in keys(bucket)
    assert publish().returncode == 0
    assert keys(bucket) == set(SERVED)


def test_assets_of_an_earlier_release_stay_for_the_configured_time_and_no_longer(
    bucket: Any, publish: Publish, client: Path
) -> None:
    """S3's LastModified is no help: an asset may have been uploaded a year before it was stale."""
    publish()
    next_release(client)

    publish()
    assert "assets/index.B4kQ9_x-.js" in keys(bucket)
    since = json.loads(content(bucket, RECORD))
    assert list(since) == ["assets/index.B4kQ9_x-.js"]

    became_stale(bucket, days=29)
    publish()
    assert "assets/index.B4kQ9_x-.js" in keys(bucket)

    became_stale(bucket, days=31)
    result = publish()
    assert "1 deleted" in result.stdout
    assert "assets/index.B4kQ9_x-.js" not in keys(bucket)
    publish()
    assert json.loads(content(bucket, RECORD)) == {}


def became_stale(bucket: Any, *, days: int) -> None:
    when = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    record = json.dumps({key: when for key in json.loads(content(bucket, RECORD))})
    bucket.put_object(Bucket=BUCKET, Key=RECORD, Body=record.encode())


def test_an_asset_that_comes_back_with_a_rollback_is_stale_no_more(
    bucket: Any, publish: Publish, client: Path
) -> None:
    publish()
    next_release(client)
    publish()
    became_stale(bucket, days=31)
    (client / "assets/index.B4kQ9_x-.js").write_text("first release of assets/index.B4kQ9_x-.js")

    publish()

    assert "assets/index.B4kQ9_x-.js" in keys(bucket)
    assert json.loads(content(bucket, RECORD)) == {}


@pytest.mark.parametrize(
    "damage",
    [
        "lost",
        "not JSON",
        '["of another form"]',
        '{"assets/index.B4kQ9_x-.js": 5}',
        '{"assets/index.B4kQ9_x-.js": null}',
        '{"assets/index.B4kQ9_x-.js": "yesterday"}',
        '{"assets/index.B4kQ9_x-.js": "2020-01-01T00:00:00"}',
        "[" * 100_000,
    ],
)
def test_without_its_record_or_with_one_that_is_none_it_deletes_nothing(
    bucket: Any, publish: Publish, client: Path, damage: str
) -> None:
    publish()
    next_release(client)
    publish()
    if damage == "lost":
        bucket.delete_object(Bucket=BUCKET, Key=RECORD)
    else:
        bucket.put_object(Bucket=BUCKET, Key=RECORD, Body=damage.encode())

    result = publish()

    assert result.returncode == 0, result.stderr
    assert ("is not what a deploy wrote" in result.stdout) == (damage != "lost")
    assert "assets/index.B4kQ9_x-.js" in keys(bucket)
    assert list(json.loads(content(bucket, RECORD))) == ["assets/index.B4kQ9_x-.js"]


def test_a_refused_deletion_leaves_the_new_release_live_and_is_made_up_for(
    aws: AWS, bucket: Any, publish: Publish, client: Path
) -> None:
    publish()
    next_release(client)
    publish()
    became_stale(bucket, days=31)

    with aws.when(f"s3 POST /{BUCKET}"):
        assert "s3:ListBucket, GetObject, PutObject and DeleteObject" in the_error(publish())

    assert "Zz1_yY2x" in content(bucket, "index.html")
    publish()
    assert "assets/index.B4kQ9_x-.js" not in keys(bucket)


def test_a_directory_without_index_html_changes_nothing(
    aws: AWS, bucket: Any, publish: Publish, client: Path
) -> None:
    publish()
    (client / "index.html").unlink()
    mark = len(aws.calls)

    assert "holds no index.html" in the_error(publish())
    assert aws.calls[mark:] == []


def test_a_bucket_that_is_not_there_is_named(publish: Publish) -> None:
    error = the_error(publish(BUCKET="no-such-bucket"))

    assert "S3 refused the bucket no-such-bucket: The specified bucket does not exist" in error


# The client out of the image


@pytest.fixture(scope="module")
def engine() -> Iterator[docker.DockerClient]:
    try:
        engine = docker.from_env()
        engine.ping()
    except DockerException:
        need(None, "a running Docker engine")
    yield engine
    engine.close()


@pytest.fixture
def image(aws: AWS, engine: docker.DockerClient, client: Path) -> Iterator[str]:
    """An image with the client, for an architecture that this machine cannot run.

    It is in the emulated ECR only.
    """
    ecr = aws.client("ecr")
    created = ecr.create_repository(repositoryName="librechat-frontend-test")["repository"]
    name, base = f"{created['repositoryUri']}:client", "librechat-frontend-test-base:foreign"
    dockerfile = client / "Dockerfile"
    dockerfile.write_text("FROM scratch\nCOPY index.html /\n")
    engine.images.build(path=str(client), platform=f"linux/{OTHER_PLATFORM}", tag=base, rm=True)
    dockerfile.write_text(
        f"ARG TARGETPLATFORM\nFROM --platform=${{TARGETPLATFORM}} {base}\nCOPY . /app/client/dist\n"
    )
    settings = {
        "REGION": REGION,
        "REPOSITORY_URL": created["repositoryUri"],
        "IMAGE_TAG": "client",
        "CONTEXT": str(client),
        "LIBRECHAT_IMAGE": base,
        "ARCHITECTURE": OTHER,
    }
    assert call("image", aws.environment | settings).returncode == 0
    engine.images.remove(name, force=True)
    [details] = ecr.describe_images(repositoryName="librechat-frontend-test")["imageDetails"]
    reference = f"{created['repositoryUri']}@{details['imageDigest']}"
    yield reference
    for image in engine.images.list(filters={"reference": created["repositoryUri"]}):
        engine.images.remove(image.id, force=True)
    engine.images.remove(base, force=True)
    ecr.delete_repository(repositoryName="librechat-frontend-test", force=True)


def containers_of(engine: docker.DockerClient, image: str) -> list[Any]:
    return list(engine.containers.list(all=True, filters={"ancestor": image}))


def test_the_client_is_taken_out_of_an_image_that_this_machine_has_not_and_could_not_run(
    engine: docker.DockerClient, bucket: Any, publish: Publish, image: str
) -> None:
    """FR-001."""
    result = publish(DIRECTORY="", IMAGE=image)

    assert result.returncode == 0, result.stderr
    assert keys(bucket) - {"Dockerfile"} == set(SERVED)
    assert f"Pulling {image}" in result.stdout
    assert "Pulling" not in publish(DIRECTORY="", IMAGE=image).stdout
    assert containers_of(engine, image) == []


def test_an_image_without_a_client_is_named_and_changes_nothing(
    aws: AWS, engine: docker.DockerClient, publish: Publish, image: str
) -> None:
    mark = len(aws.calls)

    error = the_error(publish(DIRECTORY="", IMAGE=image.replace("@", "-other@")))

    assert "was not taken out of" in error
    assert "/app/client/dist" in error
    assert uploads(aws, mark) == []


def test_an_image_whose_client_has_a_link_changes_nothing_and_leaves_no_container(
    aws: AWS, engine: docker.DockerClient, publish: Publish, client: Path
) -> None:
    (client / "logo.svg").symlink_to("/etc/hostname")
    (client / "Dockerfile").write_text("FROM scratch\nCOPY . /app/client/dist\n")
    image, _ = engine.images.build(path=str(client), rm=True)
    mark = len(aws.calls)

    error = the_error(publish(DIRECTORY="", IMAGE=image.id))

    assert "'dist/logo.svg' is a link or a device" in error
    assert uploads(aws, mark) == []
    assert containers_of(engine, image.id) == []
    engine.images.remove(image.id, force=True)
