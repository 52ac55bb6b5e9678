"""`make local`: the whole chain on this machine (SC-007).

    python -m local [dev] [--port 8443] [--sandboxes 10] [--idle-seconds 300]

It deploys an environment onto an emulated AWS, as `make deploy` does onto a real one, reads what
was deployed, and plays that to a browser: CloudFront, API Gateway, and Lambda's sandboxes as
containers of the image that was pushed. Environment:

    LIBRECHAT_IMAGE   instead of the environment's image
    PORT              of https://localhost, 8443 by default
    MONGO_URI         a database of one's own, as containers reach it
    OPENAI_API_KEY    a key for real models; without it a model on this machine answers

What is made is kept in `.local/<environment>`, so that the next start takes seconds; deleting that
directory begins anew.
"""

import argparse
import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config import ConfigError, load
from local import checks, kept
from local.aws import AWS, emulated_aws, free_port
from local.certificates import certificate
from local.deploy import ROOT, deploy, digest
from local.description import describe
from local.environment_file import files_beside, local_environment, of_this_account, secret_names
from local.existing import with_existing
from local.images import available, engine_architecture, identified
from local.network import Network, network
from local.services import database, redis
from publish.errors import PublishError
from publish.step import run
from tools.secrets import RANDOM_BYTES

FRONT = Path(__file__).parent / "front" / "main.mjs"
AWS_HOST = "aws.localhost"
"""Browsers take every name below localhost for this machine; sandboxes are told."""


@dataclass
class Options:
    """What the command line and the environment say."""

    name: str
    port: int
    sandboxes: int
    idle_seconds: float
    environments: Path
    directory: Path
    image: str | None
    mongo_uri: str | None
    model_key: str | None


def options(arguments: list[str]) -> Options:
    parser = argparse.ArgumentParser(prog="make local", description="The whole chain, here.")
    parser.add_argument("environment", nargs="?", default="dev")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8443))
    parser.add_argument("--sandboxes", type=int, default=0, help="at most; default by memory")
    parser.add_argument("--idle-seconds", type=float, default=300)
    parser.add_argument("--environments", type=Path, default=ROOT / "environments")
    parser.add_argument("--directory", type=Path, default=ROOT / ".local", help="what is kept")
    said = parser.parse_args(arguments)
    return Options(
        name=said.environment,
        port=said.port,
        sandboxes=said.sandboxes,
        idle_seconds=said.idle_seconds,
        environments=said.environments.resolve(),
        directory=said.directory.resolve() / said.environment,
        image=os.environ.get("LIBRECHAT_IMAGE") or None,
        mongo_uri=os.environ.get("MONGO_URI") or None,
        model_key=os.environ.get("OPENAI_API_KEY") or None,
    )


def say(text: str = "") -> None:
    print(text, flush=True)


def step(text: str) -> None:
    say(f"  {text}")


def run_chain(said: Options) -> None:
    """Starts all of it, and waits for Ctrl-C."""
    say(f"librechat-{said.name}, the whole chain on this machine")
    found = checks.check(said.port)
    step(f"Docker engine {found.engine}, {found.cpus} CPUs, {found.free_gb:.1f} GB free")
    sandboxes = said.sandboxes or found.sandboxes
    said.directory.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        aws = stack.enter_context(account(said))
        stack_name = f"librechat-{said.name}"
        net = stack.enter_context(network(f"{stack_name}-{said.port}"))
        tls_names = ["localhost", AWS_HOST, f"*.{AWS_HOST}"]
        endpoint = redis_endpoint(aws, stack_name)
        tls = certificate(said.directory / "tls", [*tls_names, endpoint[0]])
        stack.enter_context(redis(net, *endpoint, tls, said.directory / "redis"))
        step("Redis, with TLS")
        uri = said.mongo_uri
        if not uri:
            uri = stack.enter_context(database(net, said.directory / "database", step))
            step("the database")
        put_secrets(aws, said, uri)
        description = describe(aws, stack_name)
        for host in (AWS_HOST, *(f"{name}.{AWS_HOST}" for name in buckets(aws, stack_name))):
            net.lead_here(host)
        description |= front_settings(said, net, tls, sandboxes, found.cpus)
        front = stack.enter_context(the_front(description, said.directory))
        url = f"https://localhost:{said.port}"
        say()
        say(f"{url}         LibreChat (the browser warns of the certificate,")
        say(f"{'':{len(url)}}         whose authority is {shown(tls.ca)})")
        say(f"{url}/_local  what happens while you use it")
        say("Ctrl-C ends it and leaves nothing running.")
        say()
        with contextlib.suppress(KeyboardInterrupt):
            for line in front.stdout or ():
                print(line, end="", flush=True)
            raise PublishError(f"The front ended with code {front.wait()}; its words are above.")
    say("\nNothing is left running.")


def shown(path: Path) -> str:
    with contextlib.suppress(ValueError):
        return str(path.relative_to(Path.cwd()))
    return str(path)


# The account


@contextmanager
def account(said: Options) -> Iterator[AWS]:
    """The emulated account, with the environment deployed; what is there from an earlier run is
    gone on with."""
    directory, place = said.directory, said.directory / "account.json"
    there: dict[str, Any] = json.loads(place.read_text()) if place.exists() else {}
    kind = [sys.version, version_of("moto"), said.port]
    if there.get("kind") != kind or not (directory / "account" / "account.pickle").exists():
        for made in ("account", "cdktf.out", "environments", "deployed"):
            path = directory / made
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        for state in directory.glob("terraform.*.tfstate*"):
            state.unlink()
        there = {"kind": kind, "registry_port": free_port(), "made": {}}
    with emulated_aws(
        directory / "account",
        registry_port=there["registry_port"],
        distribution_domain=f"localhost:{said.port}",
    ) as aws:
        prepare(aws, said, there["made"])
        place.write_text(json.dumps(there))
        deploy_if_changed(aws, said)
        yield aws


def version_of(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def prepare(aws: AWS, said: Options, made: dict[str, str]) -> None:
    """Writes the environment file of this run, and makes what exists before the stack."""
    source = said.environments / f"{said.name}.toml"
    wanted = said.image or load(source).librechat.image
    available(wanted, step)
    target = said.directory / "environments"
    target.mkdir(exist_ok=True)
    text, differs = local_environment(
        with_existing(aws, of_this_account(source.read_text()), made),
        said.name,
        image=identified(wanted),
        architecture=engine_architecture(),
        has_key=bool(said.model_key),
    )
    for difference in differs:
        step(difference)
    (target / source.name).write_text(text)
    files_beside(source.parent, target)
    put_secrets(aws, said, said.mongo_uri or "mongodb://not.yet")


def put_secrets(aws: AWS, said: Options, mongo_uri: str) -> None:
    """The parameters that the environment names: random once, like `make secrets`, and those that
    are known here."""
    ssm = aws.client("ssm")
    text = (said.directory / "environments" / f"{said.name}.toml").read_text()
    known = {"MONGO_URI": mongo_uri, "OPENAI_API_KEY": said.model_key or "of-the-local-model"}
    for variable, name in secret_names(text).items():
        value = known.get(variable)
        try:
            ssm.put_parameter(
                Name=name,
                Value=value or secrets.token_hex(RANDOM_BYTES.get(variable, 16)),
                Type="SecureString",
                Overwrite=value is not None,
            )
        except ssm.exceptions.ParameterAlreadyExists:
            pass


def deploy_if_changed(aws: AWS, said: Options) -> None:
    """Deploys unless this very project, with this environment, is what the account has."""
    mark, now = said.directory / "deployed", digest(said.directory / "environments")
    if mark.exists() and mark.read_text() == now:
        step("deployed before, and nothing has changed")
        return
    pickle = said.directory / "account" / "account.pickle"
    first = not pickle.exists()
    pickle.unlink(
        missing_ok=True
    )  # a deploy that is killed leaves none, and the next run begins anew
    step(f"deploying with cdktf and Terraform{', the first time: two minutes' if first else ''}")
    deploy(aws, said.name, said.directory, lambda text: step(f"  {text}"))
    kept.save(pickle)
    mark.write_text(now)


def redis_endpoint(aws: AWS, stack_name: str) -> tuple[str, int]:
    groups = aws.client("elasticache").describe_replication_groups(
        ReplicationGroupId=f"{stack_name}-redis"
    )["ReplicationGroups"]
    endpoint = groups[0]["NodeGroups"][0]["PrimaryEndpoint"]
    return endpoint["Address"], endpoint["Port"]


def buckets(aws: AWS, stack_name: str) -> list[str]:
    listed = aws.client("s3").list_buckets()["Buckets"]
    return [bucket["Name"] for bucket in listed if bucket["Name"].startswith(f"{stack_name}-")]


# The front


def front_settings(
    said: Options, net: Network, tls: Any, sandboxes: int, cpus: int
) -> dict[str, Any]:
    """What the front needs beside the account's description: where things are on this machine."""
    ca = "/var/task/local-ca.pem"
    text = (
        f"At most {sandboxes} sandboxes at once on this machine; more requests wait. "
        f"A sandbox is given up after {said.idle_seconds:.0f} s without one. "
        "Prices are AWS's list prices for arm64, with API Gateway and CloudFront; "
        "the models, Redis and the database cost extra."
    )
    return {
        "shown": {"name": f"librechat-{said.name}", "text": text},
        "tls": {"key": str(tls.key), "cert": str(tls.cert)},
        "engine": checks.engine_address(),
        "settings": {
            "port": said.port,
            "listen": net.listen,
            "reach": net.reach,
            "network": net.name,
            "hosts": list(net.hosts.items()),
            "labels": net.labels,
            "binds": [f"{tls.ca}:{ca}:ro"],
            "sandboxes": sandboxes,
            "cpus": cpus,
            "idleSeconds": said.idle_seconds,
            "model": not said.model_key,
            # As Lambda sets them, and the way to the AWS on this machine.
            "environment": {
                "AWS_REGION": "eu-west-1",
                "AWS_DEFAULT_REGION": "eu-west-1",
                "AWS_ACCESS_KEY_ID": "ASIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY": "of-the-role-of-the-function",
                "AWS_SESSION_TOKEN": "of-the-role-of-the-function",
                "AWS_ENDPOINT_URL": f"https://{AWS_HOST}:{said.port}",
                "NODE_EXTRA_CA_CERTS": ca,
            },
        },
    }


@contextmanager
def the_front(description: dict[str, Any], directory: Path) -> Iterator[subprocess.Popen[str]]:
    """The front, once it is ready; it ends with its sandboxes when its stdin does."""
    with tempfile.NamedTemporaryFile("w", dir=directory, suffix=".json") as file:
        json.dump(description, file, default=str)
        file.flush()
        process = subprocess.Popen(
            ["node", str(FRONT), file.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            if not process.stdout or process.stdout.readline() != "ready\n":
                raise PublishError(f"The front did not start: code {process.wait()}.")
            yield process
        finally:
            if process.stdin:
                process.stdin.close()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def main() -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    try:
        run_chain(options(sys.argv[1:]))
    except ConfigError as error:
        raise PublishError(str(error)) from None


if __name__ == "__main__":
    run(main, interrupted="Nothing is left running.")
