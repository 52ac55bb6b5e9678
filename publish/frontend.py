"""Publishes LibreChat's built client to the frontend bucket (FR-001, FR-043).

    REGION            of the bucket
    BUCKET
    IMAGE             <repository>@<digest> in ECR; the client is taken from /app/client/dist in it
    DIRECTORY         instead: a build on this machine
    KEEP_STALE_DAYS   how long files of earlier releases stay, for browsers that still have their
                      page open

The order keeps the site whole wherever a publication breaks off: hashed assets have names of their
own and disturb nobody; then what has a fixed name; then the manifests and the service worker;
`index.html`, which leads to the new release, is last. Only then are files of earlier releases
deleted.

Each object carries the SHA-256 of its content, so that what is there already is not sent again: an
ETag is the content's MD5 only for objects that are neither encrypted with KMS nor uploaded in parts
(https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html).
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from publish import stale_record
from publish.aws import aws_client, aws_errors
from publish.client_archive import take_client
from publish.client_files import RANKS, ClientFile, client_files
from publish.errors import AwsError, PublishError
from publish.step import required_env, required_number, run

WORKERS = 16
REPORT_SECONDS = 5
DELETE_LIMIT = 1000
"""Keys that one DeleteObjects takes."""

BUCKET_ADVICE = (
    "The deploying identity needs s3:ListBucket, GetObject, PutObject and DeleteObject on it.\n"
    "The release that was live is still whole. Deploy again, and the publication goes on."
)

T = TypeVar("T")


def main() -> None:
    region, bucket = required_env("REGION"), required_env("BUCKET")
    keep = timedelta(days=required_number("KEEP_STALE_DAYS"))
    s3 = aws_client("s3", region, max_pool_connections=WORKERS)
    if directory := os.environ.get("DIRECTORY"):
        publish(s3, bucket, client_files(Path(directory)), keep)
        return
    image, ecr = required_env("IMAGE"), aws_client("ecr", region)
    with tempfile.TemporaryDirectory() as directory:
        publish(s3, bucket, client_files(take_client(image, ecr, Path(directory))), keep)


def publish(s3: Any, bucket: str, files: list[ClientFile], keep: timedelta) -> None:
    """Makes the bucket serve this build. Raises PublishError."""
    files = [file for file in files if file.key != stale_record.KEY]
    with aws_errors(f"S3 refused the bucket {bucket}", BUCKET_ADVICE):
        present = object_keys(s3, bucket)
        changed = changed_files(s3, bucket, files, present)
        unchanged = len(files) - len(changed)
        print(f"{len(files)} files in the build, {unchanged} of them published already")
        upload(s3, bucket, changed)
        stale = present - {file.key for file in files} - {stale_record.KEY}
        retire(s3, bucket, stale, keep)


def object_keys(s3: Any, bucket: str) -> set[str]:
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return {item["Key"] for page in pages for item in page.get("Contents", ())}


def changed_files(
    s3: Any, bucket: str, files: list[ClientFile], present: set[str]
) -> list[ClientFile]:
    """Those that the bucket lacks, or has with other content or headers."""

    def is_published(file: ClientFile) -> bool:
        head = s3.head_object(Bucket=bucket, Key=file.key)
        served = head["Metadata"].get("sha256"), head.get("CacheControl"), head.get("ContentType")
        return served == (file.sha256, file.cache_control, file.content_type)

    compared = in_parallel(is_published, [file for file in files if file.key in present])
    changed = [file for file, same in compared if not same]
    return changed + [file for file in files if file.key not in present]


def upload(s3: Any, bucket: str, files: list[ClientFile]) -> None:
    """Uploads in ranks; within one the files go side by side. Raises AwsError."""

    def put(file: ClientFile) -> None:
        s3.put_object(
            Bucket=bucket,
            Key=file.key,
            Body=file.path.read_bytes(),
            ContentType=file.content_type,
            CacheControl=file.cache_control,
            Metadata={"sha256": file.sha256},
        )

    megabytes = sum(file.path.stat().st_size for file in files) / 1e6
    done, reported = 0, time.monotonic()
    try:
        for rank in RANKS:
            with aws_errors("S3 refused a file"):
                for file, _ in in_parallel(put, [file for file in files if file.rank == rank]):
                    done += 1
                    if done == len(files) or time.monotonic() - reported >= REPORT_SECONDS:
                        reported = time.monotonic()
                        progress = f"  uploaded {done} of {len(files)} files"
                        print(f"{progress} ({megabytes:.1f} MB in all), {file.key}")
    except AwsError as error:
        raise AwsError(
            f"The upload to {bucket} broke off after {done} of {len(files)} files.\n{error}\n"
            "The release that was live is still whole.\n"
            "Deploy again, and the upload goes on from there."
        ) from None


def retire(s3: Any, bucket: str, stale: set[str], keep: timedelta) -> None:
    """Deletes files of earlier releases once they have been stale for long enough.

    The record is written before anything is deleted. Without one (a run that broke off before it)
    the time starts now: a file may stay longer, never shorter. Raises PublishError.
    """
    now = datetime.now(UTC)
    recorded = stale_record.read_record(s3, bucket)
    since = {key: recorded.get(key, now) for key in sorted(stale)}
    expired = [key for key, time in since.items() if now - time >= keep]
    kept = {key: time for key, time in since.items() if key not in expired}
    if kept != recorded:
        stale_record.write_record(s3, bucket, since)
    for start in range(0, len(expired), DELETE_LIMIT):
        keys = [{"Key": key} for key in expired[start : start + DELETE_LIMIT]]
        answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": keys, "Quiet": True})
        for error in answer.get("Errors", ()):
            raise PublishError(
                f"S3 does not delete {error['Key']}: {error['Message']}. The new release is live."
            )
    if since:
        print(
            f"{len(kept)} files of earlier releases stay up to {keep.days} days, "
            f"{len(expired)} deleted"
        )


def in_parallel(
    work: Callable[[ClientFile], T], files: Iterable[ClientFile]
) -> Iterator[tuple[ClientFile, T]]:
    """Each file with its result, as they come; the first error ends the rest before they start."""
    with ThreadPoolExecutor(WORKERS) as pool:
        futures = {pool.submit(work, file): file for file in files}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


if __name__ == "__main__":
    run(main)
