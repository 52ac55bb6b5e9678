import itertools
import time
from pathlib import Path

import jsii
import pytest

from modules.synth import node_half


def test_a_class_written_for_node_is_called_from_python(tmp_path: Path) -> None:
    script = tmp_path / "twice_said.cjs"
    script.write_text("exports.Echo = class { static of(text) { return `${text} ${text}`; } };")
    text = {"primitive": "string"}
    of = {
        "name": "of",
        "static": True,
        "parameters": node_half.parameters(text=text),
        "returns": {"type": text},
    }

    assembly = node_half.load(script, {"Echo": {"methods": [of]}})

    class Echo(metaclass=jsii.JSIIMeta, jsii_type=f"{assembly}.Echo"):
        pass

    assert assembly == "twice-said"
    assert jsii.sinvoke(Echo, "of", ["said"]) == "said said"


def test_a_script_that_fails_is_an_error_that_says_why(tmp_path: Path) -> None:
    script = tmp_path / "failing.cjs"
    script.write_text("throw new Error('not today');")

    with pytest.raises(RuntimeError, match="not today"):
        node_half.load(script)


def test_its_package_is_the_same_whenever_it_is_made_so_that_jsii_unpacks_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages: list[bytes] = []
    clock = itertools.count(1_800_000_000, 3600)
    monkeypatch.setattr(
        jsii, "load", lambda name, version, package: packages.append(Path(package).read_bytes())
    )
    monkeypatch.setattr(time, "time", lambda: float(next(clock)))
    script = tmp_path / "half.cjs"
    script.write_text("")

    node_half.load(script)
    node_half.load(script)

    assert packages[0] == packages[1]
