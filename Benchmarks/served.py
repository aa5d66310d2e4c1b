"""mock-portal with a scenario, for benchmarks that measure from outside."""
import json
import pathlib
import re
import socket
import subprocess
import time
import urllib.parse
import urllib.request


def status(pid, name):
    """A line of a process's /proc: VmRSS in MiB, Threads."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    value = int(re.search(rf"{name}:\s+(\d+)", text).group(1))
    return value / 1024 if name.startswith("Vm") else value


def one_point(folder):
    """Writes one.geojson, for layers of which only the number counts."""
    (folder / "one.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"NAME": "a"}}]}))


def grouped_layers(count):
    """Layers of that point, a tenth of them groups."""
    return [{"id": number, "name": f"group {number}", "type": "Group Layer"} if number % 10 == 0 else
            {"id": number, "name": f"layer {number}", "source": "one.geojson", "parentLayerId": number // 10 * 10}
            for number in range(count)]


class Served:
    """The command, serving a scenario until the block ends."""

    def __init__(self, command, scenario, core=None, arguments=(), wait=600):
        began = time.perf_counter()
        pinned = ["taskset", "-c", str(core)] if core is not None else []
        self.process = subprocess.Popen(
            [*pinned, str(command), "serve", str(scenario), "--port", "0", "--log", "off", *arguments],
            stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.started = time.perf_counter() - began
        if " http=" not in line:
            raise SystemExit(f"{scenario} is not served: {line!r}")
        self.http, self.https, self.ca = (re.search(rf" {key}=(\S+)", line).group(1) for key in ("http", "https", "ca"))
        self.port = int(self.http.rsplit(":", 1)[1])

    def ask(self, path, body=None, kind="application/x-www-form-urlencoded", method=None):
        if isinstance(body, dict):
            body = urllib.parse.urlencode(body)
        data = body.encode() if isinstance(body, str) else body
        request = urllib.request.Request(self.http + path, data, {"Content-Type": kind} if data else {}, method=method)
        with urllib.request.urlopen(request, timeout=300) as response:
            return response.read()

    def token(self, user="viewer"):
        form = {"username": user, "password": user, "client": "requestip", "expiration": 600, "f": "json"}
        return json.loads(self.ask("/portal/sharing/rest/generateToken", form))["token"]

    def status(self, name):
        return status(self.process.pid, name)

    def descriptors(self):
        return len(list(pathlib.Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)


class Line:
    """A kept connection with as little of a client as there can be."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    @staticmethod
    def post(path, form):
        body = form if isinstance(form, str) else urllib.parse.urlencode(form)
        return (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(body)}\r\n\r\n{body}").encode()

    @staticmethod
    def get(path):
        return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()

    def ask(self, request):
        """The status and the length of the answer's body, which is thrown away."""
        self.socket.sendall(request)
        data = b""
        while b"\r\n\r\n" not in data:
            more = self.socket.recv(262144)
            if not more:
                raise ConnectionError("no answer")
            data += more
        head, rest = data.split(b"\r\n\r\n", 1)
        if b"\r\nTransfer-Encoding: chunked" in head:
            return int(head.split(b" ", 2)[1]), self.chunks(rest)
        length = int(re.search(rb"Content-Length: (\d+)", head).group(1))
        left = length - len(rest)
        while left > 0:
            more = self.socket.recv(min(left, 1 << 20))
            if not more:
                raise ConnectionError("half an answer")
            left -= len(more)
        return int(head.split(b" ", 2)[1]), length

    def chunks(self, data):
        """The length of a chunked body, of which `data` has come."""
        length = 0
        while True:
            while b"\r\n" not in data:
                data += self.some(262144)
            line, data = data.split(b"\r\n", 1)
            size = int(line, 16)
            length += size
            left = size + 2 - len(data)
            data = data[size + 2:]
            while left > 0:
                left -= len(self.some(min(left, 1 << 20)))
            if size == 0:
                return length

    def some(self, most):
        piece = self.socket.recv(most)
        if not piece:
            raise ConnectionError("half an answer")
        return piece
