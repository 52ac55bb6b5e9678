"""JavaScript of ours in jsii's process, where CDKTF runs.

What CDKTF calls once for each element of a stack would be a question to Python and its answer, over
a pipe, hundreds of times in a synthesis: a fifth of the whole. A module here that answers such
calls has a half in JavaScript, `<module>.cjs` beside `<module>.py`. jsii loads it as the code of an
assembly, as it loads every library's: that works whenever the process was started, and no other
process sees it. It can go with the last of these modules.
"""

import io
import json
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsii


def load(script: Path, classes: Mapping[str, Mapping[str, Any]] | None = None) -> str:
    """Runs a script in jsii's process and returns the name of its assembly.

    `classes` are what it exports to Python, each as jsii describes a class (its schema is in
    @jsii/spec); their jsii types are `<assembly>.<class>`. Raises JSIIError or RuntimeError when
    jsii refuses it or the script fails.
    """
    name, version = script.stem.replace("_", "-"), "0.0.0"
    types = {
        f"{name}.{class_}": {
            "assembly": name,
            "fqn": f"{name}.{class_}",
            "kind": "class",
            "name": class_,
            **described,
        }
        for class_, described in (classes or {}).items()
    }
    assembly = {
        "schema": "jsii/0.10.0",
        "name": name,
        "version": version,
        "description": f"Node's half of {script.stem}.py",
        "author": {"name": "-", "roles": ["author"]},
        "homepage": "-",
        "repository": {"type": "git", "url": "-"},
        "license": "UNLICENSED",
        "fingerprint": "-",
        "jsiiVersion": "0.0.0",
        "types": types,
    }
    manifest = {"name": name, "version": version, "main": script.name}
    files = {
        "package.json": json.dumps(manifest).encode(),
        ".jsii": json.dumps(assembly).encode(),
        script.name: script.read_bytes(),
    }
    with tempfile.TemporaryDirectory() as directory:
        package = Path(directory) / f"{name}.tar"
        # Not compressed: a time in the archive would be another package to jsii, which keeps each
        # that it has unpacked.
        with tarfile.open(package, "w") as archive:
            for file, content in files.items():
                entry = tarfile.TarInfo(f"package/{file}")
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
        jsii.load(name, version, str(package))
    return name


def parameters(**types: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Parameters as jsii describes them: the type of each by its name."""
    return [{"name": name, "type": type_} for name, type_ in types.items()]
