"""The command, serving, for tests that treat it badly."""
import json
import pathlib
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

COMMAND = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
FORM = urllib.parse.urlencode({"username": "viewer", "password": "viewer", "client": "requestip", "f": "json"})
DONE = [0]


def check(fine, what):
    """Counts what holds, and ends the run at what does not."""
    if not fine:
        sys.exit(f"FAILED: {what}")
    DONE[0] += 1
    print(f"ok  {what}", flush=True)


class Served:
    def __init__(self, *arguments, scenario="start/federated", port=0, log="off", **options):
        self.process = subprocess.Popen(
            [str(COMMAND), "serve", scenario, "--port", str(port), "--log", log, *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
        self.line = self.process.stdout.readline()
        if not self.line:
            sys.exit(f"FAILED: it is not served: {self.process.communicate()[1]}")
        if " http=" in self.line:
            self.http, self.https, self.ca = (
                re.search(rf" {key}=(\S+)", self.line).group(1) for key in ("http", "https", "ca"))
            self.port = int(self.http.rsplit(":", 1)[1])

    def token(self, timeout=10):
        """Milliseconds until a token came over a connection of its own; fails unless it did."""
        began = time.perf_counter()
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as line:
            line.sendall((f"POST /portal/sharing/rest/generateToken HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                          f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(FORM)}\r\n\r\n{FORM}").encode())
            data = b""
            while more := line.recv(65536):
                data += more
        assert json.loads(data.split(b"\r\n\r\n", 1)[1])["token"], data
        return (time.perf_counter() - began) * 1000

    def cpu(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def resident(self):
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text()).group(1)) / 1024

    def end(self):
        """The exit status and what it wrote."""
        self.process.terminate()
        try:
            _, errors = self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            sys.exit("FAILED: it does not end")
        return self.process.returncode, errors

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.end()


class Others:
    """Somebody who asks for a token ten times a second, while another one misbehaves."""

    def __init__(self, served):
        self.served, self.took, self.failures, self.over = served, [], [], threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self):
        while not self.over.is_set():
            try:
                self.took.append(self.served.token())
            except Exception as failure:  # noqa: BLE001: whatever it is, somebody got no token
                self.failures.append(repr(failure))
            time.sleep(0.1)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
