"""`make versions`: synthesizes with each Python and Node that this project supports, and compares.

What is written must be the same, and nothing may be said: a side that cannot load the provider
lazily says so. A Python is one of this machine (`python3.12` on PATH, or pyenv's), with the
packages of Pipfile.lock in a venv of its own; Node comes from npm, in its package `node`. What this
machine does not have is named.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHONS = ("3.11", "3.12", "3.13")
NODES = (20, 22, 24)


def python_named(version: str) -> str | None:
    """The newest Python of a version on this machine; None where there is none."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found = sorted(pyenv.glob(f"versions/{version}.*/bin/python"))
    return str(found[-1]) if found else shutil.which(f"python{version}")


def with_packages(python: str, directory: Path) -> Path:
    """A venv with the packages of Pipfile.lock that a synth needs; its Python."""
    lock = json.loads(Path("Pipfile.lock").read_text(encoding="utf-8"))["default"]
    requirements = directory / "requirements.txt"
    requirements.parent.mkdir()
    requirements.write_text("".join(f"{name}{it['version']}\n" for name, it in lock.items()))
    subprocess.run([python, "-m", "venv", str(directory)], check=True)
    pip = [str(directory / "bin/python"), "-m", "pip", "install", "-qq", "--no-compile"]
    subprocess.run([*pip, "--disable-pip-version-check", "-r", str(requirements)], check=True)
    return directory / "bin/python"


def node_of(version: int, directory: Path) -> Path:
    """The directory with the program `node` of a version."""
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run([*npm, "--prefix", str(directory), f"node@{version}"], check=True)
    package = directory / "node_modules" / "node"
    subprocess.run(["node", "installArchSpecificPackage.js"], cwd=package, check=True)
    return package / "bin"


def synthesized(python: Path, node: Path, outdir: Path) -> tuple[str, str]:
    """A hash of all that a synth writes, and what it said."""
    outdir.mkdir()
    variables = {"CDKTF_OUTDIR": str(outdir), "PATH": f"{node}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [str(python), "-O", "main.py"],
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    digest = hashlib.sha256(str(done.returncode).encode())
    for file in sorted(path for path in outdir.rglob("*") if path.is_file()):
        digest.update(f"{file.relative_to(outdir)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:12], done.stdout.strip()


def main() -> int:
    hashes, is_quiet = set[str](), True
    with tempfile.TemporaryDirectory() as directory:
        work = Path(directory)
        nodes = {version: node_of(version, work / f"node{version}") for version in NODES}
        for version in PYTHONS:
            found = python_named(version)
            if not found:
                print(f"Python {version} is not on this machine")
                continue
            python = with_packages(found, work / version)
            for number, node in nodes.items():
                written, said = synthesized(python, node, work / f"{version}-{number}")
                print(f"Python {version}, Node {number}: {written} {said}", flush=True)
                hashes.add(written)
                is_quiet &= not said
    print("all the same" if len(hashes) == 1 else "DIFFERENT")
    return 0 if len(hashes) == 1 and is_quiet else 1


if __name__ == "__main__":
    sys.exit(main())
