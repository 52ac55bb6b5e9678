"""Measures what loading the provider lazily brings (modules/synth/lazy_provider.py), by the whole
process of main.py, run as `cdktf` runs it: with -O, which turns jsii's type checks at run time off
(the gate has mypy).

Side by side in one run, in turn so that a busy moment of the machine meets all:

- lazily: the app as it is
- as shipped: the same app with PROVIDER_AS_SHIPPED=1, without modules/synth/lazy_provider.py
- one stack: the app with ENVIRONMENT=dev
- command line: what `make synth` was before the app wrote HCL itself, `cdktf synth` for the JSON
  and again for the HCL
- floor: one bare CDKTF stack without the provider, which jsii, Node and CDKTF itself take anyway

Then how the app grows: the CPU that one more environment, service or route takes.

Time is the wall clock of a process from its start to its end, the median of the repetitions; a
first round, which fills jsii's package cache, is not counted. CPU is what the whole process tree
used of it, which other work on the machine disturbs less. Memory is the peak of the process tree
(Python, and the two Node processes that jsii starts), in a run of its own since looking costs time:
the tree's proportional set size (PSS: a page shared by several processes is counted once), summed
every few milliseconds from /proc, so on Linux alone.

Exits with 1 when the output differs or an expectation is missed.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent

BARE = (
    "from cdktf import App, TerraformStack; app = App(); TerraformStack(app, 'bare'); app.synth()"
)

CDKTF = "node_modules/.bin/cdktf synth"
TWICE = f'{CDKTF} --output "$CDKTF_OUTDIR" && {CDKTF} --hcl --output "$CDKTF_OUTDIR/hcl"'

PYTHON = [sys.executable, "-O"]
MAIN = [*PYTHON, str(ROOT / "main.py")]
VARIANTS: dict[str, tuple[list[str], dict[str, str]]] = {
    "lazily": (MAIN, {}),
    "as shipped": (MAIN, {"PROVIDER_AS_SHIPPED": "1"}),
    "one stack": (MAIN, {"ENVIRONMENT": "dev"}),
    "command line": (["sh", "-c", TWICE], {"CI": "1", "CHECKPOINT_DISABLE": "1"}),
    "floor": ([*PYTHON, "-c", BARE], {}),
}

# What, of which variant, in proportion to which: at most. The app to the floor, which has two
# stacks, is printed beside.
EXPECTED = {
    ("time", "lazily", "as shipped"): 0.15,
    ("CPU", "lazily", "command line"): 0.35,
    ("memory", "lazily", "as shipped"): 0.35,
    ("time", "one stack", "floor"): 2.5,
    ("time", "lazily", "floor"): float("inf"),
}


MORE = 10
"""So many environments, services and routes more: their CPU is told from the machine's noise."""
SERVICE = '[services.number_{}]\nport = 8000\nsecurity_group_id = "sg-0c1d2e3f405162738"\n'
ROUTE = '[[api.routes]]\npath = "/number/{}/*"\n'
ROOT_ROUTE = ROUTE.format("root")


def run(
    variant: str, outdir: Path, watch: Callable[[int], None] | None = None, directory: Path = ROOT
) -> tuple[float, float]:
    """Runs it once, to write to `outdir`; its seconds, and the CPU seconds of its process tree.

    `directory` is where it finds `environments/`.
    """
    command, extra = VARIANTS[variant]
    environment = os.environ | {
        "CDKTF_OUTDIR": str(outdir),
        "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "20",
    }
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # as on most machines: compiled once, then cached
    start, before = time.perf_counter(), os.times()
    with subprocess.Popen(
        command, cwd=directory, env=environment | extra, stdout=subprocess.DEVNULL
    ) as process:
        if watch:
            watch(process.pid)
    if process.returncode:
        sys.exit(f"{variant}: exit code {process.returncode}")
    after = os.times()
    cpu = (
        after.children_user + after.children_system - before.children_user - before.children_system
    )
    return time.perf_counter() - start, cpu


def peak_memory(variant: str, outdir: Path) -> float:
    """The peak of its process tree in MB."""
    peaks = [0.0]

    def watch(root: int) -> None:
        while (total := sum(proportional_set_size(pid) for pid in tree(root))) or os.path.exists(
            f"/proc/{root}/exe"
        ):
            peaks.append(total / 1000)
            time.sleep(0.005)

    run(variant, outdir, watch)
    return max(peaks)


def tree(root: int) -> list[int]:
    try:
        children = Path(f"/proc/{root}/task/{root}/children").read_text().split()
    except OSError:
        return []
    return [root, *(pid for child in children for pid in tree(int(child)))]


def proportional_set_size(pid: int) -> int:
    """In kB; 0 for a process that is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def files(directory: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(directory)): path.read_bytes()
        for path in directory.rglob("*")
        if path.is_file()
    }


def projects(directory: Path) -> dict[str, Path]:
    """Directories with `environments/` of their own: `dev` as it is, and with more of each kind."""
    dev = (ROOT / "environments/dev.toml").read_text(encoding="utf-8")
    files = {
        "dev": [dev],
        "environment": [
            dev.replace("/librechat/dev/", f"/librechat/{n}/") for n in range(MORE + 1)
        ],
        "service": [dev + "".join(SERVICE.format(n) for n in range(MORE))],
        "one route": [dev + ROOT_ROUTE],
        "route": [dev + ROOT_ROUTE + "".join(ROUTE.format(n) for n in range(MORE))],
    }
    for name, texts in files.items():
        environments = directory / name / "environments"
        environments.mkdir(parents=True)
        shutil.copy2(ROOT / "environments/librechat.yaml", environments)
        for number, text in enumerate(texts):
            (environments / f"dev{number}.toml").write_text(text, encoding="utf-8")
    return {name: directory / name for name in files}


def growth(repetitions: int) -> dict[str, float]:
    """The CPU seconds that one more of each kind takes."""
    with tempfile.TemporaryDirectory() as directory:
        work = Path(directory)
        found: dict[str, list[float]] = {}
        for _ in range(repetitions):
            for name, project in projects(work / str(len(found.get("dev", ())))).items():
                outdir = project / "out"
                outdir.mkdir()
                _, cpu = run("lazily", outdir, directory=project)
                found.setdefault(name, []).append(cpu)
        taken = {name: statistics.median(seconds) for name, seconds in found.items()}
    less = {"environment": "dev", "service": "dev", "route": "one route"}
    return {kind: (taken[kind] - taken[base]) / MORE for kind, base in less.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--repetitions", type=int, default=5, help="timed rounds (5)")
    repetitions = parser.parse_args().repetitions

    with tempfile.TemporaryDirectory() as directory:
        outdirs = {variant: Path(directory) / variant for variant in VARIANTS}
        for variant, outdir in outdirs.items():
            run(variant, outdir)
        runs: dict[str, list[tuple[float, float]]] = {variant: [] for variant in VARIANTS}
        for _ in range(repetitions):
            for variant, outdir in outdirs.items():
                runs[variant].append(run(variant, outdir))
        times = {variant: [wall for wall, _ in done] for variant, done in runs.items()}
        cpu = {variant: statistics.median(cpu for _, cpu in done) for variant, done in runs.items()}
        measured = {("time", variant): statistics.median(taken) for variant, taken in times.items()}
        measured |= {("CPU", variant): seconds for variant, seconds in cpu.items()}
        if sys.platform == "linux":
            measured |= {
                ("memory", variant): peak_memory(variant, outdirs[variant]) for variant in VARIANTS
            }
        identical = files(outdirs["lazily"]) == files(outdirs["as shipped"])

    print(f"{'':14}{'median':>10}{'fastest':>10}{'slowest':>10}{'CPU':>10}{'memory':>10}")
    for variant, taken in times.items():
        memory = measured.get(("memory", variant))
        print(
            f"{variant:14}{measured['time', variant]:>8.2f} s"
            f"{min(taken):>8.2f} s{max(taken):>8.2f} s{cpu[variant]:>8.2f} s"
            + (f"{memory:>7.0f} MB" if memory else f"{'-':>10}")
        )
    met = identical
    for (what, variant, other), most in EXPECTED.items():
        if (what, variant) in measured:
            ratio = measured[what, variant] / measured[what, other]
            met &= ratio <= most
            verdict = "as expected" if ratio <= most else "MISSED"
            print(f"{what}, {variant} to {other}: {ratio:.3f} (at most {most}: {verdict})")
    for kind, seconds in growth(repetitions).items():
        print(f"CPU of one more {kind}: {1000 * seconds:.0f} ms")
    print(f"output, lazily and as shipped: {'byte-identical' if identical else 'DIFFERENT'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
