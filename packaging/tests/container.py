# SPDX-License-Identifier: Apache-2.0
"""Runs the image as an orchestrator does: python3 packaging/tests/container.py IMAGE [STORAGE]. Needs root, buildah, crun, curl, ip.

crun runs it with a read-only root file system, no capabilities, no way to new ones, its own user, and a network of its own; a client
asks it from another network namespace by the name portal.test, with TLS verified by the authority that /_mock hands out. What docker/README.md
types is run as it stands, with crun in place of docker.
"""
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
image, *storage = sys.argv[1:]
BUILDAH = ["buildah", *(["--root", storage[0], "--runroot", storage[0] + ".run"] if storage else []), "--storage-driver", "vfs"]
TOKEN = "of-the-test"
passed = 0


def run(*command, check=True, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    if check and done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def holds(what, truth, more=""):
    global passed
    if not truth:
        sys.exit(f"FAIL  {what} {more}")
    passed += 1


def spec(config, root, mounts, namespace, args):
    env = config["Env"]
    return {
        "ociVersion": "1.0.2", "hostname": "portal",
        "process": {
            "args": args, "env": env, "cwd": config.get("WorkingDir") or "/", "noNewPrivileges": True,
            "user": {"uid": int(config["User"].split(":")[0]), "gid": int(config["User"].split(":")[1])},
            "capabilities": {k: [] for k in ("bounding", "effective", "permitted")}},
        "root": {"path": str(root), "readonly": True},
        "mounts": [
            {"destination": "/proc", "type": "proc", "source": "proc"},
            {"destination": "/dev", "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "mode=755", "size=64k"]},
            *mounts],
        "linux": {"namespaces": [{"type": "pid"}, {"type": "mount"}, {"type": "ipc"}, {"type": "uts"}, {"type": "network", "path": f"/run/netns/{namespace}"}]},
    }


def typed():
    """The commands of docker/README.md, each as its words."""
    found = re.findall(r"^```sh\n(.*?)^```", (ROOT / "docker/README.md").read_text(), re.M | re.S)
    return [shlex.split(line) for block in found for line in re.sub(r"\\\n\s*", "", block).splitlines()]


def docker_run(words, state):
    """What `docker run` says: the mounts, the environment, and the arguments behind the image's name."""
    mounts, environment, words = [], [], list(words[2:])
    while words[0].startswith("-"):
        option = words.pop(0)
        if option in ("--rm", "--read-only"):
            continue
        value = words.pop(0)
        if option == "--tmpfs":
            mounts.append({"destination": value, "type": "tmpfs", "source": "tmpfs", "options": ["nosuid", "nodev", "mode=1777", "size=16m"]})
        elif option == "-v":
            source, destination, mode = value.replace("$PWD", state).split(":")
            mounts.append({"destination": destination, "type": "bind", "source": source, "options": ["bind", mode]})
        elif option == "-e":
            environment.append(value.replace("$TOKEN", TOKEN))
        elif option != "-p":
            sys.exit(f"docker/README.md: nobody knows {option}")
    return mounts, environment, words[1:]


class Container:
    """A container in the network namespace of this name."""

    def __init__(self, name, config, root, args, mounts, state, namespace):
        self.name, self.state = f"mock-portal-{name}-{os.getpid()}", state
        bundle = Path(tempfile.mkdtemp(dir=state))
        (bundle / "config.json").write_text(json.dumps(spec(config, root, mounts, namespace, args)))
        self.log = open(bundle / "log", "w+")
        self.process = subprocess.Popen(["crun", "--cgroup-manager=disabled", "--root", state, "run", "--bundle", bundle, self.name], stdout=self.log, stderr=self.log,
                                        stdin=subprocess.DEVNULL)

    def healthy(self, test, within):
        began = time.monotonic()
        while time.monotonic() - began < within and self.process.poll() is None:
            if run("crun", "--cgroup-manager=disabled", "--root", self.state, "exec", self.name, *test, check=False).returncode == 0:
                return time.monotonic() - began
            time.sleep(0.02)
        return None

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def stop(self):
        began = time.monotonic()
        run("crun", "--cgroup-manager=disabled", "--root", self.state, "kill", self.name, "TERM", check=False)
        code = self.process.wait(timeout=20)
        return code, time.monotonic() - began


def main():
    inside, outside = f"mp-portal-{os.getpid()}", f"mp-client-{os.getpid()}"
    state = tempfile.mkdtemp(prefix="mock-portal-crun-")
    working = run(*BUILDAH, "from", "--pull-never", image).stdout.strip()
    try:
        root = run(*BUILDAH, "mount", working).stdout.strip()
        image_of = json.loads(run(*BUILDAH, "inspect", "--type", "image", image).stdout)
        config = image_of["Docker"]["config"]
        size = sum(p.lstat().st_size for p in Path(root).rglob("*") if p.is_file() and not p.is_symlink())
        holds("below 100 MB", size < 100e6, size)
        holds("not root", config["User"] == "65532:65532")
        holds("labels", config["Labels"]["org.opencontainers.image.licenses"] == "Apache-2.0"
              and config["Labels"]["org.opencontainers.image.version"])
        holds("no shell", not any((Path(root) / each).exists() for each in ("bin/sh", "usr/bin/sh", "bin/busybox")))
        health = config["Healthcheck"]["Test"]
        holds("a health check without a shell", health[0] == "CMD")

        for name in (inside, outside):
            run("ip", "netns", "add", name)
            run("ip", "-n", name, "link", "set", "lo", "up")
        run("ip", "link", "add", "mpp", "netns", inside, "type", "veth", "peer", "name", "mpc", "netns", outside)
        for name, link, address in ((inside, "mpp", "10.77.0.1/24"), (outside, "mpc", "10.77.0.2/24")):
            run("ip", "-n", name, "addr", "add", address, "dev", link)
            run("ip", "-n", name, "link", "set", link, "up")

        def ask(*arguments):
            return run("ip", "netns", "exec", outside, "curl", "-sS", "--max-time", "10", "--resolve", "portal.test:7443:10.77.0.1", *arguments,
                       check=False)

        # As it is: no volume, no temporary folder of its own but what `--tmpfs /tmp` gives.
        build, first, second, *asked = typed()
        holds("README builds by the Dockerfile", build[:2] == ["docker", "build"] and (ROOT / build[3]).exists(), build)
        mounts, environment, args = docker_run(first, state)
        tmp = mounts[0]
        holds("README's first run is the plain one", (len(mounts), environment, args) == (1, [], []), first)
        began = time.monotonic()
        plain = Container("plain", config, root, config["Entrypoint"] + config["Cmd"], mounts, state, inside)
        ready = plain.healthy(health[1:], 20)
        holds("healthy", ready is not None, plain.said())
        # The first minutes of a user: run it, ask, read why.
        answer = ask("-i", "http://10.77.0.1:7443/portal/sharing/generateToken", "-d",
                     "username=dirk@CONTOSO&password=known-only-to-the-idp&referer=https://app.example&f=json").stdout
        holds("the refusal, word for word", '{"error":{"code":400,"message":"Unable to generate token.","details":["Invalid username or password."]}}' in answer, answer)
        while "would pass" not in plain.said() and time.monotonic() - began < 20:
            time.sleep(0.02)
        holds("and why", "generate-token.enterprise-login" in plain.said() and "would pass" in plain.said(), plain.said())
        print(f"container: 2 commands and {time.monotonic() - began:.1f} s to the first explained refusal")
        explained = run("crun", "--cgroup-manager=disabled", "--root", state, "exec", plain.name, "mock-portal", "explain", "generate-token.enterprise-login")
        holds("and its explanation", "Sign in by OAuth" in explained.stdout, explained.stdout)
        code, took = plain.stop()
        holds("SIGTERM ends it with 0", code == 0, code)
        print(f"image {size / 1e6:.1f} MB; healthy after {ready:.2f} s, ended after {took:.2f} s")

        # The compose file, walked: the portal's command and files, the gate, then the application.
        compose = yaml.safe_load((ROOT / "docker/compose.yaml").read_text())["services"]
        service = compose["mock-portal"]
        holds("the application waits for health", compose["application"]["depends_on"]["mock-portal"]["condition"] == "service_healthy")
        holds("read-only", service["read_only"] is True and service["tmpfs"] == ["/tmp"] and service["cap_drop"] == ["ALL"])
        mounts = [tmp]
        for volume in service.get("volumes", []):
            source, destination, _ = volume.split(":")
            mounts.append({"destination": destination, "type": "bind", "source": str((ROOT / "docker" / source).resolve()), "options": ["bind", "ro"]})
        args = config["Entrypoint"] + [str(each) for each in service["command"]]
        environment = [f"{k}={v}".replace("${MOCK_PORTAL_TOKEN:-of-the-test}", TOKEN) for k, v in service["environment"].items()]
        gated = Container("gated", {**config, "Env": config["Env"] + environment}, root, args, mounts, state, inside)
        gate = gated.healthy(health[1:], 20)
        holds("the gate opens", gate is not None, gated.said())

        bearer = ["-H", f"Authorization: Bearer {TOKEN}"]
        authority = Path(state) / "ca.pem"
        authority.write_text(ask("http://portal.test:7443/_mock/ca.pem").stdout)
        holds("the authority, over the network", "BEGIN CERTIFICATE" in authority.read_text(), authority.read_text())
        answer = ask("--cacert", authority, "https://portal.test:7443/portal/sharing/rest?f=json")
        holds("TLS verified, by name", "currentVersion" in answer.stdout, answer.stderr)
        holds("no control without the token", '"unauthorized"' in ask("http://portal.test:7443/_mock/requests").stdout)
        holds("control with it", '"total":' in ask(*bearer, "http://portal.test:7443/_mock/requests").stdout)
        # The application of the compose file, with this machine's Python in the client's namespace.
        hosts = Path(state) / "hosts"
        hosts.write_text("127.0.0.1 localhost\n10.77.0.1 portal.test\n")
        script = ROOT / "docker/application/test_application.py"
        environment = {**os.environ, **{k: str(v).replace("${MOCK_PORTAL_TOKEN:-of-the-test}", TOKEN)
                                        for k, v in compose["application"]["environment"].items()}}
        done = run("ip", "netns", "exec", outside, "unshare", "--mount", "sh", "-c", f'mount --bind {hosts} /etc/hosts && exec "$0" "$@"',
                   sys.executable, script, check=False, env=environment)
        holds("the application under test", done.returncode == 0, done.stdout + done.stderr)
        print(done.stdout.strip())
        holds("and it ends", gated.stop()[0] == 0)

        # The second run of docker/README.md, and what is asked of it then: a scenario of one's own, a name, a token.
        (Path(state) / "mine.json5").write_text('{ extends: "start/federated", title: "of my own" }')
        mounts, environment, args = docker_run(second, state)
        holds("README's second run has a scenario and a name", len(mounts) == 2 and "portal.test" in args, second)
        mine = Container("mine", {**config, "Env": config["Env"] + environment}, root, config["Entrypoint"] + args, mounts, state, inside)
        holds("healthy with a scenario of one's own", mine.healthy(health[1:], 20) is not None, mine.said())
        for words in asked:
            answer = ask("-f", *[word.replace("localhost", "portal.test").replace("$TOKEN", TOKEN) for word in words[1:]])
            holds(" ".join(words), words[0] == "curl" and answer.returncode == 0 and answer.stdout, answer.stdout + answer.stderr)
        holds("and it ends, too", mine.stop()[0] == 0)
        began = time.monotonic()
        proof = Container("check", config, root, config["Entrypoint"] + ["check"], [tmp], state, inside)
        code = proof.process.wait(timeout=600)
        holds("check proves all scenarios in it", code == 0 and " 0 failed" in proof.said(), proof.said()[-2000:])
        print(f"container: check {proof.said().strip().splitlines()[-1]}, in {time.monotonic() - began:.0f} s")

        # Kubernetes' manifest says the same things in its words.
        documents = list(yaml.safe_load_all((ROOT / "docker/kubernetes.yaml").read_text()))
        pod = next(d for d in documents if d["kind"] == "Deployment")["spec"]["template"]["spec"]
        portal = pod["containers"][0]
        secure = portal["securityContext"]
        holds("kubernetes: as the image", secure["runAsNonRoot"] and secure["readOnlyRootFilesystem"] and not secure["allowPrivilegeEscalation"])
        holds("kubernetes: its arguments are compose's but for the names", [a for a in portal["args"] if a != "mock-portal"]
              == [str(a) for a in service["command"] if "," not in str(a)])
        for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
            holds(f"kubernetes: {probe}", portal[probe]["exec"]["command"] == health[1:])
        print(f"container: {passed} passed, 0 failed")
    finally:
        for name in (inside, outside):
            run("ip", "netns", "del", name, check=False)
        run(*BUILDAH, "umount", working, check=False)
        run(*BUILDAH, "rm", working, check=False)
        shutil.rmtree(state, ignore_errors=True)


if os.path.ismount("/sys/fs/cgroup/unified") and "MOCK_PORTAL_ONE_HIERARCHY" not in os.environ:
    # crun knows either kind of cgroups, and not both at once: this process alone sees one.
    os.environ["MOCK_PORTAL_ONE_HIERARCHY"] = "1"
    os.execvp("unshare", ["unshare", "--mount", "sh", "-c", 'umount /sys/fs/cgroup/unified && exec "$0" "$@"', sys.executable, *sys.argv])
main()
