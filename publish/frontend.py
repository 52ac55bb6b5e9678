"""Publishes LibreChat's built client to the frontend bucket (FR-001, FR-043).

    REGION            of the bucket
    BUCKET
    IMAGE             <repository>@<digest> in ECR; the client is taken from /app/client/dist in it, or
    DIRECTORY         a build on this machine
    KEEP_STALE_DAYS   how long files of earlier releases stay, for browsers that still have their page open

The order keeps the site whole wherever a publication breaks off: hashed assets have names of their own and
disturb nobody; then what has a fixed name; then the service worker and the manifests; `index.html`, which
leads to the new release, is last. Only then are files of earlier releases deleted.

Each object carries the SHA-256 of its content, so that what is there already is not sent again: an ETag is
the content's MD5 only for objects that are neither encrypted with KMS nor uploaded in parts
(https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html).
"""

import hashlib
import json
import mimetypes
import os
import re
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from botocore.exceptions import BotoCoreError, ClientError
from docker.errors import ImageNotFound

from publish.image import ENGINE_ERRORS, login, show, words
from publish.step import Failure, aws, engine, reason, run, value

CLIENT = "/app/client/dist"
WORKERS = 16
REPORT_SECONDS = 5

STALE = ".stale-since.json"
"""Object that records since when each file is part of no release: S3 knows only when a file was uploaded."""

IMMUTABLE, SHORT, REVALIDATE = (
    "public, max-age=31536000, immutable",
    "public, max-age=3600",
    "no-cache",
)

HASHED = re.compile(r"assets/.*\.(?![a-z]{8}\.)[A-Za-z0-9_-]{8}\.\w+")
"""LibreChat's Vite configuration names its output `assets/[name].[hash].js`; the hash is 8 characters of
base64url.

Eight lower-case letters may as well be a word (`pdf.polyfill.js`): such a file is short-lived.
"""

ENTRIES = ("manifest.json", "manifest.webmanifest", "registerSW.js", "sw.js", "index.html")
"""Fixed names that say which release is live. LibreChat's service worker may come before index.html: it does
not precache that."""

TYPES = mimetypes.MimeTypes()
"""Python's own table, not the machine's, so that every machine publishes the same."""

for _type, _extension in (
    ("text/javascript", ".js"),
    ("text/javascript", ".mjs"),
    ("application/json", ".map"),
    ("application/manifest+json", ".webmanifest"),
    ("application/wasm", ".wasm"),
    ("font/otf", ".otf"),
    ("font/ttf", ".ttf"),
    ("font/woff", ".woff"),
    ("font/woff2", ".woff2"),
    ("image/svg+xml", ".svg"),
    ("image/vnd.microsoft.icon", ".ico"),
    ("image/webp", ".webp"),
):
    TYPES.add_type(_type, _extension)


T = TypeVar("T")


@dataclass(frozen=True)
class File:
    """A file of the build and how it is served."""

    path: Path
    key: str

    @property
    def rank(self) -> int:
        """When it is uploaded: files of one rank in parallel, the ranks one after the other."""
        if self.key in ENTRIES:
            return 3 if self.key == "index.html" else 2
        return 0 if HASHED.fullmatch(self.key) else 1

    @property
    def cache_control(self) -> str:
        return (IMMUTABLE, SHORT, REVALIDATE, REVALIDATE)[self.rank]

    @property
    def content_type(self) -> str:
        found = TYPES.guess_type(self.key)[0] or "application/octet-stream"
        is_text = found.startswith("text/") or found in (
            "application/json",
            "application/manifest+json",
            "image/svg+xml",
        )
        return f"{found}; charset=utf-8" if is_text else found

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    def is_object(self, head: dict[str, Any]) -> bool:
        """Whether that object is this file, served the same way."""
        return (head["Metadata"].get("sha256"), head["CacheControl"], head["ContentType"]) == (
            self.sha256,
            self.cache_control,
            self.content_type,
        )


def main() -> None:
    bucket, days = value("BUCKET"), int(value("KEEP_STALE_DAYS"))
    s3 = aws("s3", max_pool_connections=WORKERS)
    if directory := os.environ.get("DIRECTORY"):
        publish(s3, bucket, build(Path(directory)), timedelta(days=days))
        return
    with tempfile.TemporaryDirectory() as extracted:
        publish(
            s3, bucket, build(take_client(value("IMAGE"), Path(extracted))), timedelta(days=days)
        )


def take_client(image: str, into: Path) -> Path:
    """The client out of the image, by a container that never runs: it may be for another architecture."""
    client = engine()
    try:
        try:
            client.images.get(image)
        except ImageNotFound:
            print(f"Pulling {image}")
            # By the registry's digest the reference is complete; a tag would be refused beside it.
            show(client.api.pull(image, auth_config=login(aws("ecr")), stream=True, decode=True))
        container = client.containers.create(image, "never run")
        try:
            chunks, _ = container.get_archive(CLIENT)
            with tempfile.TemporaryFile() as archive:
                archive.writelines(chunks)
                archive.seek(0)
                with tarfile.open(fileobj=archive) as tar:
                    tar.extractall(into, filter="data")
        finally:
            container.remove(force=True)
    except (*ENGINE_ERRORS, tarfile.TarError) as error:
        raise Failure(
            f"The client was not taken out of {image}: {words(error)}\n"
            f"The image must hold it at {CLIENT}; else name a build of your own as `directory` under "
            "[frontend]. Then deploy again."
        ) from None
    return into / Path(CLIENT).name


def build(directory: Path) -> list[File]:
    """The files to publish, without the `.gz` and `.br` siblings: CloudFront compresses by itself."""
    if not (directory / "index.html").is_file():
        raise Failure(
            f"{directory} holds no index.html, so it is no built client. Nothing was changed."
        )
    paths = {
        path.relative_to(directory).as_posix(): path
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }
    return [
        File(path, key)
        for key, path in paths.items()
        if key != STALE
        and not (path.suffix in (".gz", ".br") and key.removesuffix(path.suffix) in paths)
    ]


def publish(s3: Any, bucket: str, files: list[File], keep: timedelta) -> None:
    """Makes the bucket serve this build."""
    try:
        there = keys(s3, bucket)
        wanted = {file.key for file in files}
        changed = [
            file
            for file, head in in_parallel(
                lambda file: head_of(s3, bucket, file.key), [f for f in files if f.key in there]
            )
            if head is None or not file.is_object(head)
        ] + [file for file in files if file.key not in there]
        print(
            f"{len(files)} files in the build, {len(files) - len(changed)} of them published already"
        )
        upload(s3, bucket, changed)
        retire(s3, bucket, there - wanted - {STALE}, keep)
    except ClientError as error:
        raise Failure(
            f"S3 refused {error.operation_name} on the bucket {bucket}: {reason(error)}\n"
            "The deploying identity needs s3:ListBucket, GetObject, PutObject and DeleteObject on it. "
            "The release that was live is still whole; deploy again, and the publication goes on from there."
        ) from None


def keys(s3: Any, bucket: str) -> set[str]:
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return {item["Key"] for page in pages for item in page.get("Contents", ())}


def head_of(s3: Any, bucket: str, key: str) -> dict[str, Any] | None:
    head: dict[str, Any] = s3.head_object(Bucket=bucket, Key=key)
    return {"CacheControl": None, "ContentType": None} | head


def upload(s3: Any, bucket: str, files: list[File]) -> None:
    """Uploads in ranks; within one the files go side by side."""

    def put(file: File) -> None:
        s3.put_object(
            Bucket=bucket,
            Key=file.key,
            Body=file.path.read_bytes(),
            ContentType=file.content_type,
            CacheControl=file.cache_control,
            Metadata={"sha256": file.sha256},
        )

    done, total, reported = 0, sum(file.path.stat().st_size for file in files), time.monotonic()
    try:
        for rank in range(4):
            for file, _ in in_parallel(put, [file for file in files if file.rank == rank]):
                done += 1
                if done == len(files) or time.monotonic() - reported >= REPORT_SECONDS:
                    reported = time.monotonic()
                    print(
                        f"  uploaded {done} of {len(files)} files ({total / 1e6:.1f} MB in all), {file.key}"
                    )
    except (ClientError, BotoCoreError, OSError) as error:
        text = reason(error) if isinstance(error, ClientError) else str(error)
        raise Failure(
            f"The upload to {bucket} broke off after {done} of {len(files)} files: {text}\n"
            "The release that was live is still whole. Deploy again, and the upload goes on from there."
        ) from None


def retire(s3: Any, bucket: str, stale: set[str], keep: timedelta) -> None:
    """Deletes files of earlier releases once they have been stale for long enough.

    The record is written before anything is deleted. Without one (a run that broke off before it) the time
    starts now: a file may stay longer, never shorter.
    """
    now = datetime.now(UTC)
    known = stale_since(s3, bucket)
    since = {key: known.get(key, now) for key in sorted(stale)}
    expired = [key for key, when in since.items() if now - when >= keep]
    kept = {key: when for key, when in since.items() if key not in expired}
    if kept != known:
        record = json.dumps(
            {key: when.isoformat(timespec="seconds") for key, when in since.items()}, indent=1
        )
        s3.put_object(
            Bucket=bucket,
            Key=STALE,
            Body=record.encode(),
            ContentType="application/json",
            CacheControl=REVALIDATE,
        )
    for start in range(0, len(expired), 1000):  # DeleteObjects takes 1,000 keys
        answer = s3.delete_objects(
            Bucket=bucket,
            Delete={
                "Objects": [{"Key": key} for key in expired[start : start + 1000]],
                "Quiet": True,
            },
        )
        if errors := answer.get("Errors"):
            raise Failure(
                f"S3 does not delete {errors[0]['Key']}: {errors[0]['Message']}. The new release is live."
            )
    if since:
        print(
            f"{len(kept)} files of earlier releases stay up to {keep.days} days, {len(expired)} deleted"
        )


def stale_since(s3: Any, bucket: str) -> dict[str, datetime]:
    try:
        text = s3.get_object(Bucket=bucket, Key=STALE)["Body"].read()
        return {key: datetime.fromisoformat(when) for key, when in json.loads(text).items()}
    except s3.exceptions.NoSuchKey:
        return {}
    except (ValueError, AttributeError):
        print(
            f"{STALE} is not readable: files of earlier releases are kept as if they became stale now"
        )
        return {}


def in_parallel(work: Callable[[File], T], files: Iterable[File]) -> Iterator[tuple[File, T]]:
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
