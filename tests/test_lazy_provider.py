import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import cdktf_cdktf_provider_aws
import pytest

from modules.lazy_provider import PACKAGE, PRELOAD, load_lazily, stand_in
from tests.registry import QUIET

ROOT = Path(__file__).parent.parent

APP = """
import os, sys
from modules.addresses import ReadableStack
from cdktf import App
from cdktf_cdktf_provider_aws.iam_role import IamRole
from cdktf_cdktf_provider_aws.lambda_function import LambdaFunction, LambdaFunctionVpcConfig
from cdktf_cdktf_provider_aws.provider import AwsProvider
from imports.elasticache import Elasticache

app = App(outdir=sys.argv[1])
stack = ReadableStack(app, "stack")
AwsProvider(stack, "aws", region="eu-central-1")
role = IamRole(stack, "role", assume_role_policy="{}")
vpc = LambdaFunctionVpcConfig(subnet_ids=["subnet-1"], security_group_ids=["sg-1"])
LambdaFunction(stack, "backend_api", function_name="api", role=role.arn, vpc_config=vpc)
Elasticache(stack, "redis", security_group_rules={"api": {"referenced_security_group_id": "sg-1"}})
app.synth()
print(len([name for name in sys.modules if name.startswith("cdktf_cdktf_provider_aws.")]))
print(os.environ["NODE_OPTIONS"])
"""

# Preloaded into jsii's process beside the project's own preload: on exit writes how many of the provider's
# files it loaded, and what a process started from it would inherit.
SPY = """
process.on("exit", () => {
  const loaded = Object.keys(require.cache).filter((file) => file.includes("provider-aws"));
  if (loaded.length) fs.writeFileSync(process.env.SPY, JSON.stringify([loaded.length,
  process.env.NODE_OPTIONS]));
});
const fs = require("node:fs");
"""


def synth(directory: Path, **environment: str) -> tuple[str, list[str], list[Any]]:
    """What APP synthesizes in a process of its own, what it prints, and what the spy saw in Node."""
    directory.mkdir()
    (directory / "spy.cjs").write_text(SPY)
    spied = directory / "spied.json"
    variables = {
        "NODE_OPTIONS": f"--require={directory}/spy.cjs",
        "SPY": str(spied),
        **QUIET,
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", APP, str(directory / "out")],
        env=os.environ | variables | environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    synthesized = (directory / "out" / "stacks" / "stack" / "cdk.tf.json").read_text()
    return synthesized, done.stdout.splitlines(), json.loads(spied.read_text())


def test_the_output_is_the_same_lazily_and_as_shipped_but_only_what_is_used_is_loaded(tmp_path: Path) -> None:
    lazily, (python_modules, environment), (node_files, node_options) = synth(tmp_path / "lazily")
    as_shipped, (all_modules, _), (all_files, _) = synth(tmp_path / "as_shipped", PROVIDER_AS_SHIPPED="1")

    assert lazily == as_shipped
    assert json.loads(lazily)["resource"]["aws_lambda_function"]["backend_api"]["vpc_config"]
    assert int(python_modules) < 10 < 1500 < int(all_modules)
    assert node_files < 20 < 1500 < all_files
    # Neither Python's environment nor what Node's children would inherit holds the preload; the caller's own
    # stays.
    assert environment == f"--require={tmp_path}/lazily/spy.cjs"
    assert node_options == f"--require={tmp_path}/lazily/spy.cjs"


def test_preparing_twice_changes_nothing() -> None:
    before = sys.modules[PACKAGE], dict(os.environ)

    load_lazily()

    assert (sys.modules[PACKAGE], dict(os.environ)) == before


def test_submodules_are_attributes_of_the_package_as_ever() -> None:
    assert cdktf_cdktf_provider_aws.sqs_queue.SqsQueue.__name__ == "SqsQueue"
    assert not hasattr(cdktf_cdktf_provider_aws, "no_such_resource")


SHIPPED = '''"""Bindings."""
from ._jsii import *

__all__ = [
    "a_resource",
]

publication.publish()

# Loading modules to ensure their types are registered with the jsii runtime library
from . import a_resource
'''


@pytest.mark.parametrize(
    ("init", "replaced"),
    [
        (SHIPPED, True),
        (SHIPPED + "from . import another\n", True),
        (SHIPPED + "SETTING = 1\n", False),
        (SHIPPED.replace("__all__ = [", "class Own:\n    pass\n\n__all__ = ["), False),
        ("def __getattr__(name): ...\n", False),
        ("", False),
    ],
)
def test_python_loads_a_package_as_shipped_when_it_looks_different(
    init: str, replaced: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "__init__.py").write_text(init)
    monkeypatch.syspath_prepend(tmp_path)

    package = stand_in("shipped")

    assert isinstance(package, ModuleType) is replaced


def test_python_has_no_stand_in_for_a_package_that_is_not_installed() -> None:
    assert importlib.util.find_spec("cdktf_cdktf_provider_nowhere") is None
    assert stand_in("cdktf_cdktf_provider_nowhere") is None


INDEX = """"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.b = exports.a = void 0;
// generated by cdktf get
exports.a = require("./a");
exports.b = require("./b");
"""


@pytest.mark.parametrize(
    ("package", "index", "loaded_at_first"),
    [
        ("@cdktf/provider-aws", INDEX, ""),
        ("@cdktf/provider-aws", INDEX + "exports.c = 1;\n", "ab"),
        (
            "@cdktf/provider-aws",
            INDEX.replace("exports.b = require", "exports.b = globalThis.b = require"),
            "ab",
        ),
        ("@cdktf/provider-other", INDEX, "ab"),
    ],
)
def test_node_loads_a_package_as_shipped_when_it_looks_different(
    package: str, index: str, loaded_at_first: str, tmp_path: Path
) -> None:
    directory = tmp_path / "node_modules" / package
    (directory / "lib").mkdir(parents=True)
    (directory / "package.json").write_text(json.dumps({"name": package, "main": "lib/index.js"}))
    (directory / "lib" / "index.js").write_text(index)
    for name in "ab":
        (directory / "lib" / f"{name}.js").write_text(f"loaded += '{name}'; exports.name = '{name}';")

    script = f"""
        globalThis.loaded = "";
        const provider = require("{package}");
        const first = loaded;
        console.log(JSON.stringify([first, Object.keys(provider).slice(0, 2).sort(), provider.b.name,
        provider.__esModule]));
    """
    done = subprocess.run(
        ["node", f"--require={PRELOAD}", "-e", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == [loaded_at_first, ["a", "b"], "b", True]
