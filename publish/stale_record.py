"""The record in the bucket of since when each file is part of no release.

S3 knows only when a file was uploaded.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from publish.client_files import REVALIDATE

KEY = ".stale-since.json"


def read_record(s3: Any, bucket: str) -> dict[str, datetime]:
    """Key → since when it is stale. Empty where there is no record, or one that is none."""
    try:
        text = s3.get_object(Bucket=bucket, Key=KEY)["Body"].read()
    except s3.exceptions.NoSuchKey:
        return {}
    try:
        return parse_record(text)
    except ValueError:
        print(
            f"{KEY} in the bucket is not what a deploy wrote, so it is written anew: files of\n"
            "earlier releases are kept as if they had become stale now."
        )
        return {}


def parse_record(text: bytes) -> dict[str, datetime]:
    """Raises ValueError for anything but a JSON object of times with a time zone."""
    try:
        record = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(record, dict):
        raise ValueError("not an object")
    since = {}
    for key, time in record.items():
        if not isinstance(time, str):
            raise ValueError(f"{key}: not a time")
        since[key] = datetime.fromisoformat(time)
        if since[key].tzinfo is None:
            raise ValueError(f"{key}: a time without a zone")
    return since


def write_record(s3: Any, bucket: str, since: Mapping[str, datetime]) -> None:
    record = {key: time.isoformat(timespec="seconds") for key, time in since.items()}
    s3.put_object(
        Bucket=bucket,
        Key=KEY,
        Body=json.dumps(record, indent=1).encode(),
        ContentType="application/json",
        CacheControl=REVALIDATE,
    )
