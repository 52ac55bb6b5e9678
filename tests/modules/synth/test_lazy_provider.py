import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import cdktf_cdktf_provider_aws
import jsii
import jsii.errors
import pytest

from local.registry import QUIET
from modules.synth.lazy_provider import NODE_HALF, PACKAGE, Finder, load_lazily
from tests.local.test_registry import files

ROOT = Path(__file__).parents[3]

# main.py, then how many of the provider's modules it imported, and the environment that it leaves
# behind.
APP = """
import os, runpy, sys
before = dict(os.environ)
runpy.run_path("main.py", run_name="__main__")
loaded = [name for name in sys.modules if name.startswith("cdktf_cdktf_provider_aws.")]
print(len(loaded), os.environ == before)
"""

# Preloaded into jsii's process: on exit writes how many of the provider's files that loaded.
SPY = """
process.on("exit", () => {
  const loaded = Object.keys(require.cache).filter((file) => file.includes("provider-aws"));
  if (loaded.length) require("fs").writeFileSync(process.env.SPY, String(loaded.length));
});
"""


def synth(directory: Path, **environment: str) -> tuple[dict[str, bytes], str, int]:
    """What main.py synthesizes in a process of its own, what APP prints, what the spy counted."""
    directory.mkdir()
    (directory / "spy.cjs").write_text(SPY)
    variables = {
        **QUIET,
        "CDKTF_OUTDIR": str(directory / "out"),
        "NODE_OPTIONS": f"--require={directory}/spy.cjs",
        "SPY": str(directory / "spied"),
    }
    done = subprocess.run(
        [sys.executable, "-c", APP],
        cwd=ROOT,
        env=os.environ | variables | environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return files(directory / "out"), done.stdout.strip(), int((directory / "spied").read_text())


def test_the_output_is_the_same_lazily_and_as_shipped_but_only_what_is_used_is_loaded(
    tmp_path: Path,
) -> None:
    lazily, said, node_files = synth(tmp_path / "lazily")
    as_shipped, said_as_shipped, all_node_files = synth(
        tmp_path / "as_shipped", PROVIDER_AS_SHIPPED="1"
    )

    assert "stacks/librechat-dev/cdk.tf.json" in lazily
    assert lazily == as_shipped
    python_modules, environment_unchanged = said.split()
    assert int(python_modules) < 150 < 1500 < int(said_as_shipped.split()[0])
    assert node_files < 150 < 1500 < all_node_files
    assert environment_unchanged == "True"


def test_preparing_twice_changes_nothing() -> None:
    before = sys.modules[PACKAGE], dict(os.environ), list(sys.meta_path)

    load_lazily()

    assert (sys.modules[PACKAGE], dict(os.environ), sys.meta_path) == before


def test_what_node_refuses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise jsii.errors.JSIIError("Error for package tarball")

    monkeypatch.delitem(sys.modules, PACKAGE)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(jsii, "load", refuse)

    with pytest.warns(RuntimeWarning, match="Node loads all .*Error for package tarball"):
        load_lazily()


def test_submodules_are_attributes_of_the_package_as_ever() -> None:
    assert cdktf_cdktf_provider_aws.sqs_queue.SqsQueue.__name__ == "SqsQueue"
    assert not hasattr(cdktf_cdktf_provider_aws, "no_such_resource")


SHIPPED = """
__all__ = ["a", "b"]
publication = __import__("publication")
publication.publish()
# Loading modules to ensure their types are registered with the jsii runtime library
from . import a
from . import b
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of two submodules, found lazily; without an `__init__` yet."""
    directory = tmp_path / "shipped"
    directory.mkdir()
    for name in "ab":
        (directory / f"{name}.py").write_text(f"NAME = '{name}'")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [Finder("shipped"), *sys.meta_path])
    for module in ("shipped", "shipped.a", "shipped.b", "shipped._private"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    return directory


def loaded() -> list[str]:
    return [name for name in ("a", "b") if f"shipped.{name}" in sys.modules]


@pytest.mark.parametrize("more", ["", "\nSETTING = 1\n", "\nclass Own:\n    pass\n"])
def test_python_imports_a_submodule_when_it_is_asked_for(package: Path, more: str) -> None:
    (package / "__init__.py").write_text(more + SHIPPED)

    shipped = importlib.import_module("shipped")

    assert loaded() == []
    assert shipped.b.NAME == "b"
    assert loaded() == ["b"]
    with pytest.raises(AttributeError, match="'shipped' has no attribute 'c'"):
        _ = shipped.c


def test_python_runs_the_rest_of_a_package_as_it_is_written(package: Path) -> None:
    (package / "__init__.py").write_text(
        "from . import a\nfrom . import b as other\nC = other.NAME"
    )

    assert importlib.import_module("shipped").C == "b"
    assert loaded() == ["b"]


def test_python_says_that_it_loads_a_package_as_shipped(package: Path) -> None:
    (package / "__init__.py").write_text("from .a import NAME\n")

    with pytest.warns(RuntimeWarning, match=r"shipped/__init__\.py: no line to load lazily"):
        assert importlib.import_module("shipped").NAME == "a"


INDEX = """"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.b = exports.a = void 0;
// generated by cdktf get
exports.a = require("./a");
exports.b = require("./b");
"""


@pytest.mark.parametrize(
    ("package", "index", "loaded_at_first", "said"),
    [
        ("@cdktf/provider-aws", INDEX, "", ""),
        ("@cdktf/provider-aws", INDEX.replace("\n", "\r\n"), "", ""),
        ("@cdktf/provider-aws", INDEX + "exports.c = 1;\n", "", ""),
        ("@cdktf/provider-aws", INDEX.replace(".b = r", ".b = globalThis.own = r"), "b", ""),
        ("@cdktf/provider-aws", INDEX.replace('")', '.js")'), "", ""),
        ("@cdktf/provider-aws", INDEX.replace(";\n", "\n"), "ab", "no line to load lazily"),
        ("@cdktf/provider-other", INDEX, "ab", ""),
    ],
)
def test_node_loads_a_file_when_it_is_asked_for_and_runs_the_rest_as_it_is_written(
    package: str, index: str, loaded_at_first: str, said: str, tmp_path: Path
) -> None:
    directory = tmp_path / "node_modules" / package
    (directory / "lib").mkdir(parents=True)
    (directory / "package.json").write_text(json.dumps({"name": package, "main": "lib/index.js"}))
    (directory / "lib" / "index.js").write_text(index)
    for name in "ab":
        (directory / "lib" / f"{name}.js").write_text(
            f"loaded += '{name}'; exports.name = '{name}';"
        )

    script = f"""
        globalThis.loaded = "";
        const provider = require("{package}");
        const first = loaded;
        const names = Object.keys(provider).slice(0, 2).sort();
        console.log(JSON.stringify([first, names, provider.b.name, provider.__esModule]));
    """
    done = subprocess.run(
        ["node", f"--require={NODE_HALF}", "-e", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == [loaded_at_first, ["a", "b"], "b", True]
    assert said in done.stderr and bool(said) == bool(done.stderr)


def test_node_loads_archiver_when_there_is_something_to_zip(tmp_path: Path) -> None:
    directory = tmp_path / "node_modules" / "archiver"
    directory.mkdir(parents=True)
    (directory / "index.js").write_text("""
        globalThis.loaded = (globalThis.loaded ?? 0) + 1;
        module.exports = (format) => `${format} by ${require("./own").name}`;
        module.exports.create = module.exports;
    """)
    (directory / "own.js").write_text("exports.name = 'archiver';")

    script = """
        const archiver = require("archiver");
        const before = globalThis.loaded ?? 0;
        console.log(JSON.stringify([before, archiver("zip"), archiver.create("tar"), loaded]));
    """
    done = subprocess.run(
        ["node", f"--require={NODE_HALF}", "-e", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == [0, "zip by archiver", "tar by archiver", 1]
