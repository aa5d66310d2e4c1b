# SPDX-License-Identifier: Apache-2.0
"""docker/compose.replicas.yaml without Docker: each service in a network namespace of its own, with the file's commands, variables and names."""
import os
import pathlib
import subprocess

import yaml

from parts import wait

ROOT = pathlib.Path(__file__).parents[2]
# What the images of the file are on this machine.
PROGRAMS = {"valkey-server": ["redis-server", "--protected-mode", "no"], "valkey-cli": ["redis-cli"]}


class Composition:
    """The services of the file, on one bridge. `address` has theirs."""

    def __init__(self, program, folder):
        self.program, self.folder, self.started = str(pathlib.Path(program).resolve()), folder, []
        self.services = yaml.safe_load((ROOT / "docker/compose.replicas.yaml").read_text())["services"]
        # Not that of a run that was killed.
        self.net = f"10.232.{os.getpid() % 250}"
        self.address = {name: f"{self.net}.{number}" for number, name in enumerate(self.services, 10)}
        self.bridge = f"mpb{os.getpid()}"

    def __enter__(self):
        try:
            self.run("ip", "link", "add", self.bridge, "type", "bridge")
            self.run("ip", "address", "add", f"{self.net}.1/24", "dev", self.bridge)
            self.run("ip", "link", "set", self.bridge, "up")
            for name in self.services:
                self.connect(name)
            waiting = dict(self.services)
            while waiting:
                name = next(name for name, service in waiting.items() if not set(service.get("depends_on", ())) & set(waiting))
                self.begin(name, waiting.pop(name))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, kind=None, *_):
        if kind:
            for log in self.folder.rglob("*log"):
                print(f"{log.relative_to(self.folder)}: {log.read_text(errors='replace')[-1500:]}")
        for process in reversed(self.started):
            process.terminate()
            process.wait(30)
        for name in self.services:
            subprocess.run(["ip", "netns", "delete", self.space(name)], check=False, stderr=subprocess.DEVNULL)
            (pathlib.Path("/etc/netns") / self.space(name) / "hosts").unlink(missing_ok=True)
        for name in self.services:
            place = pathlib.Path("/etc/netns") / self.space(name)
            if place.exists():
                place.rmdir()
        subprocess.run(["ip", "link", "delete", self.bridge], check=False, stderr=subprocess.DEVNULL)

    @staticmethod
    def run(*command):
        subprocess.run(command, check=True)

    def space(self, name):
        return f"mp-{name}-{os.getpid()}"

    def connect(self, name):
        """Gives a service its network, and the names of all."""
        space, number = self.space(name), self.address[name].rsplit(".", 1)[1]
        here, there = f"mph{number}x{os.getpid()}", f"mpt{number}x{os.getpid()}"
        self.run("ip", "netns", "add", space)
        self.run("ip", "link", "add", "name", here, "type", "veth", "peer", "name", there)
        self.run("ip", "link", "set", there, "netns", space)
        self.run("ip", "link", "set", here, "master", self.bridge, "up")
        self.run("ip", "-n", space, "address", "add", f"{self.address[name]}/24", "dev", there)
        self.run("ip", "-n", space, "link", "set", there, "up")
        self.run("ip", "-n", space, "link", "set", "lo", "up")
        # These lie over /etc in that network alone.
        hosts = pathlib.Path("/etc/netns") / space / "hosts"
        hosts.parent.mkdir(parents=True, exist_ok=True)
        lines = ["127.0.0.1 localhost"]
        for other, service in self.services.items():
            aliases = (service.get("networks") or {}).get("default", {}).get("aliases", []) if isinstance(service.get("networks"), dict) else []
            lines.append(" ".join([self.address[other], other, *aliases]))
        hosts.write_text("\n".join(lines) + "\n")

    def within(self, name, command, variables=None):
        words = PROGRAMS.get(command[0], [self.program] if command[0] == "mock-portal" else [command[0]]) + command[1:]
        return ["ip", "netns", "exec", self.space(name), "env", *(f"{key}={value}" for key, value in (variables or {}).items()), *words]

    def begin(self, name, service):
        folder = self.folder / name
        folder.mkdir()
        variables = {key: str(value).replace("${MOCK_PORTAL_TOKEN:-of-the-test}", "of-the-test")
                     for key, value in service.get("environment", {}).items()}
        if name == "balancer":
            # Docker answers for names at this address; and nginx of this machine loads what that of the image has built in.
            self.start(name, ["dnsmasq", "--keep-in-foreground", "--no-resolv", "--listen-address=127.0.0.11", "--bind-interfaces",
                              f"--pid-file={folder}/names.pid", "--user=root"], {}, folder)
            self.conf = folder / "nginx.conf"
            self.conf.write_text("load_module /usr/lib/nginx/modules/ngx_stream_module.so;\n" + (ROOT / "docker/balancer.conf").read_text())
            command = ["nginx", "-c", str(self.conf), "-p", str(folder), "-e", str(folder / "error.log"),
                       "-g", f"daemon off; pid {folder}/nginx.pid;"]
        else:
            command = service["command"]
            if command[0] not in PROGRAMS:
                command = ["mock-portal", *command]
        self.start(name, command, variables, folder)
        check = service.get("healthcheck", {}).get("test")
        if check:
            wait(name, lambda: subprocess.run(self.within(name, check[1:], variables), capture_output=True).returncode == 0, 60)

    def start(self, name, command, variables, folder):
        with open(folder / "log", "ab") as log:
            self.started.append(subprocess.Popen(
                self.within(name, command, variables), cwd=folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL))
