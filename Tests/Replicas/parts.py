# SPDX-License-Identifier: Apache-2.0
"""The parts of one portal: an engine, replicas, and nginx in front of them, each a process that a test can stop."""
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.parse


# What a replica that others reach over a network asks for.
CONTROL = "of-the-test"
EDITED = str(pathlib.Path(__file__).with_name("edited.json5"))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait(for_what, ready, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return
        time.sleep(0.02)
    raise SystemExit(f"{for_what}: not within {seconds} s")


class Part:
    """A process, with what it writes in a file."""

    def __init__(self, folder, name, command):
        self.folder, self.name, self.command = folder, name, command
        self.process = None

    def start(self):
        with open(self.folder / f"{self.name}.log", "ab") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        return self

    def kill(self, how=signal.SIGKILL):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            if how in (signal.SIGKILL, signal.SIGTERM):
                self.process.wait(30)

    def log(self):
        return (self.folder / f"{self.name}.log").read_text(errors="replace")


class Engine(Part):
    """redis-server, which writes every entry to its file before it confirms it."""

    def __init__(self, folder, hosts=("127.0.0.1",), extra=()):
        self.port = free_port()
        super().__init__(folder, "engine", [
            "redis-server", "--port", str(self.port), "--bind", *hosts, "--protected-mode", "no", "--dir", str(folder),
            "--save", "", "--appendonly", "yes", "--appendfsync", "always", *extra])

    def start(self):
        super().start()
        wait("redis-server", self.answers)
        return self

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as connection:
                connection.sendall(b"PING\r\n")
                return connection.recv(64).startswith(b"+PONG")
        except OSError:
            return False

    def tell(self, *words):
        with socket.create_connection(("127.0.0.1", self.port), 5) as connection:
            connection.sendall(" ".join(words).encode() + b"\r\n")
            return connection.recv(4096)

    @property
    def url(self):
        return f"redis://127.0.0.1:{self.port}"


class Network:
    """A network of its own with two cables to this one: over one, clients come; the other, to the engine, can be cut."""

    def __init__(self):
        self.name = f"replica{os.getpid()}"
        self.run("ip", "netns", "add", self.name)
        for cable, number in [("e", 1), ("c", 2)]:
            here, there = f"mp{cable}{os.getpid()}", f"mq{cable}{os.getpid()}"
            self.run("ip", "link", "add", "name", here, "type", "veth", "peer", "name", there)
            self.run("ip", "link", "set", there, "netns", self.name)
            self.run("ip", "address", "add", f"{self.net}.{number * 4 + 1}/30", "dev", here)
            self.run("ip", "link", "set", here, "up")
            self.run("ip", "-n", self.name, "address", "add", f"{self.net}.{number * 4 + 2}/30", "dev", there)
            self.run("ip", "-n", self.name, "link", "set", there, "up")
        self.run("ip", "-n", self.name, "link", "set", "lo", "up")

    # Not that of a run that was killed.
    net = f"10.231.{os.getpid() % 250}"
    engine, replica = f"{net}.5", f"{net}.10"

    @staticmethod
    def run(*command):
        subprocess.run(command, check=True)

    def cut(self, isCut=True):
        self.run("ip", "link", "set", f"mpe{os.getpid()}", "down" if isCut else "up")

    def close(self):
        # A process that is left would keep the network, and with it the addresses.
        for cable in "ec":
            subprocess.run(["ip", "link", "delete", f"mp{cable}{os.getpid()}"], check=False)
        self.run("ip", "netns", "delete", self.name)


class Replica(Part):
    def __init__(self, folder, program, number, engine, scenario, extra=(), network=None, host=None):
        self.port = free_port()
        self.host = network.replica if network else host or "127.0.0.1"
        self.ready = folder / f"ready-{number}.json"
        super().__init__(folder, f"replica-{number}", [
            *(["ip", "netns", "exec", network.name] if network else []),
            program, "serve", scenario, "--port", str(self.port), *(["--state", engine] if engine else []),
            *(["--snapshot-after", "1"] if engine and "--snapshot-after" not in extra else []), "--ready-file", str(self.ready),
            "--ca-file", str(folder / f"ca-{number}.pem"), "--log", "off",
            *(["--host", self.host] if network or host else []), *(["--control-token", CONTROL] if network else []), *extra])

    def start(self):
        self.ready.unlink(missing_ok=True)
        super().start()
        wait(self.name, lambda: self.ready.exists() or self.process.poll() is not None)
        if self.process.poll() is not None:
            raise SystemExit(f"{self.name} ended: {self.log()}")
        return self

    def standing(self, digest=False):
        return self.client().json("GET", "/_mock/replicas" + ("?digest=true" if digest else ""))

    def client(self):
        return Client(self.port, host=self.host)


class Balancer(Part):
    """nginx: round robin over requests on one port, and over connections, with TLS as it comes, on another.

    Connections to each of `besides` go to that port of a replica.
    """

    def __init__(self, folder, replicas, besides=()):
        self.port, self.stream = free_port(), free_port()
        servers = " ".join(f"server {replica.host}:{replica.port} max_fails=1 fail_timeout=1s;" for replica in replicas)
        more = "".join(f"""
    upstream beside-{port} {{ {" ".join(f"server {replica.host}:{port};" for replica in replicas)} }}
    server {{ listen 127.0.0.1:{port}; proxy_pass beside-{port}; }}""" for port in besides)
        self.file = folder / "nginx.conf"
        self.file.write_text(f"""
load_module /usr/lib/nginx/modules/ngx_stream_module.so;
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx-error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off; client_max_body_size 64m; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    upstream replicas {{ {servers} keepalive 64; }}
    server {{
        listen 127.0.0.1:{self.port};
        location / {{
            proxy_pass http://replicas; proxy_http_version 1.1; proxy_set_header Connection "";
            proxy_set_header Host $http_host; proxy_next_upstream error timeout;
        }}
    }}
}}
stream {{
    upstream replicas {{ {servers} }}
    server {{ listen 127.0.0.1:{self.stream}; proxy_pass replicas; }}{more}
}}
""")
        super().__init__(folder, "nginx", ["nginx", "-c", str(self.file), "-p", str(folder)])

    def start(self):
        super().start()
        wait("nginx", lambda: not socket.socket().connect_ex(("127.0.0.1", self.port)))
        return self


class Client:
    """A client that takes a connection of its own for each request, unless it keeps it."""

    def __init__(self, port, trust=None, keeps=False, host="127.0.0.1", name=None):
        self.name = name
        self.port, self.trust, self.keeps, self.kept, self.host = port, trust, keeps, None, host

    def ask(self, method, target, form=None, body=None, headers=None, timeout=30):
        connection = self.kept
        if connection is None:
            if self.trust is None:
                connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
            else:
                connection = http.client.HTTPSConnection(self.host, self.port, timeout=timeout, context=self.trust)
        headers = dict(headers or {})
        if self.name:
            headers["Host"] = f"{self.name}:{self.port}"
        if target.startswith("/_mock"):
            headers["Authorization"] = f"Bearer {CONTROL}"
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        elif body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        connection.request(method, target, body, headers)
        response = connection.getresponse()
        response.bytes = response.read()
        if self.keeps:
            self.kept = connection
        else:
            connection.close()
        return response

    def json(self, method, target, form=None, body=None, **more):
        return json.loads(self.ask(method, target, form, body, **more).bytes)


def fast():
    """A folder in memory, if there is room: the engine writes each entry before it confirms it, however busy the disk is."""
    try:
        room = os.statvfs("/dev/shm")
    except OSError:
        return None
    return "/dev/shm" if room.f_bavail * room.f_frsize > 1 << 30 and os.access("/dev/shm", os.W_OK) else None


class Family:
    """An engine, replicas, and nginx."""

    def __init__(self, program, scenario=EDITED, count=3, extra=(), network=None, engine=(), isShared=True, besides=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mock-portal-replicas-", dir=fast()))
        os.chmod(self.folder, 0o755)
        self.replicas, self.balancer = [], None
        try:
            self.begin(program, scenario, count, extra, network, engine, isShared, besides)
        except BaseException:
            self.__exit__()
            raise

    def begin(self, program, scenario, count, extra, network, engine, isShared, besides):
        self.engine = Engine(
            self.folder, ["127.0.0.1", *([network.engine] if network else [])], engine).start()
        for number in range(count - (1 if network else 0)):
            self.replicas.append(Replica(
                self.folder, program, number, self.engine.url if isShared else None, scenario, ["--seed", "7", *extra],
                # Where several have the same port, each has an address of its own.
                host=f"127.0.0.{number + 2}" if besides else None))
            self.replicas[-1].start()
        if network:
            # The last one has a network of its own.
            url = f"redis://{network.engine}:{self.engine.port}"
            self.replicas.append(Replica(
                self.folder, program, count - 1, url, scenario, ["--seed", "7", *extra], network))
            self.replicas[-1].start()
        self.balancer = Balancer(self.folder, self.replicas, besides).start()
        self.trust = ssl.create_default_context(cafile=self.folder / "ca-0.pem")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.balancer:
            self.balancer.kill(signal.SIGTERM)
        for replica in self.replicas:
            replica.kill(signal.SIGTERM)
        self.engine.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def plain(self):
        return Client(self.balancer.port)

    @property
    def secure(self):
        return Client(self.balancer.stream, self.trust)

    def digests(self):
        """Waits until all replicas that live are at one place, and returns the digests of their states."""
        living = [replica for replica in self.replicas if replica.process.poll() is None]
        for _ in range(1500):
            standings = [replica.standing(digest=True) for replica in living]
            if len({standing["position"] for standing in standings}) == 1:
                return {standing["digest"] for standing in standings}, standings
            time.sleep(0.02)
        raise SystemExit(f"the replicas do not come to one place: {standings}")
