#!/usr/bin/env python3
"""Out of descriptors, a full disk, a machine that cannot be written, killed and started again. Usage: lack.py path/to/mock-portal

The full disk is a tmpfs of a namespace of its own, and so is a machine all of whose file systems are read-only: as root, or
where users may have namespaces.
"""
import os
import pathlib
import resource
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request

from common import COMMAND, DONE, Others, Served, check


def descriptors():
    limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    with Served(log="json", preexec_fn=limit) as served:
        served.token()
        kept = socket.create_connection(("127.0.0.1", served.port))
        ask = b"GET /portal/sharing/rest?f=json HTTP/1.1\r\nHost: localhost\r\n\r\n"
        kept.sendall(ask)
        check(b"200 OK" in kept.recv(65536), "descriptors: a connection stands")
        crowd = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(100)]
        time.sleep(0.5)
        before = served.cpu()
        time.sleep(2)
        used = served.cpu() - before
        check(used < 0.3, f"descriptors: 100 connections at 64 descriptors cost {used:.2f} s of processor in 2 s")
        kept.sendall(ask)
        check(b"200 OK" in kept.recv(65536), "descriptors: the connection that stood is served")
        for line in crowd:
            line.close()
        deadline = time.time() + 15
        while True:
            try:
                served.token(timeout=2)
                break
            except OSError:
                if time.time() > deadline:
                    check(False, "descriptors: it serves again once others have left")
        check(True, "descriptors: it serves again once others have left")
        kept.close()
        code, errors = served.end()
        told = errors.count("no connection can be accepted")
        check(code == 0 and 1 <= told < 10, f"descriptors: the log says so, {told} times")


def disk(folder):
    """Runs inside the namespace, where `folder` is a full tmpfs."""
    full = pathlib.Path(folder)
    (full / "ca").mkdir()
    with open(full / "filler", "wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            pass
    for option, path in (("--ca-dir", full / "ca"), ("--ready-file", full / "ready.json"), ("--ca-file", full / "ca.pem")):
        run = subprocess.run([str(COMMAND), "serve", "start/federated", "--port", "0", "--log", "off", option, str(path)],
                             capture_output=True, text=True, timeout=60)
        left = [name.name for name in full.rglob("*") if name.is_file() and name.name != "filler"]
        check(run.returncode == 3 and "No space left" in run.stderr and not left,
              f"disk full: {option} ends it with 3 and a reason, and leaves no half file: {run.stderr.strip()!r} {left}")
    with Served(env={**os.environ, "TMPDIR": str(full)}) as served:
        check(" http=" in served.line, "disk full: what nobody asked to be written is missed by nobody")
        others = [served.token() for _ in range(50)]
        page = urllib.request.urlopen(served.http + "/_mock/requests?limit=10").read()
        check(len(others) == 50 and b'"total":50' in page, "disk full: it serves, and its journal is memory")
        code, errors = served.end()
        check(code == 0, f"disk full: it ends as it should: {code} {errors[-200:]}")


def sealed(folder):
    """Runs inside the namespace, where nothing can be written, `folder` included."""
    for place in (folder, "/tmp", "/var/tmp", os.getcwd()):
        try:
            tempfile.TemporaryFile(dir=place).close()
        except OSError:
            continue
        check(False, f"read-only: {place} can be written, so this tests nothing")
    for option, path in (("--ca-dir", folder), ("--ready-file", f"{folder}/ready.json"), ("--ca-file", f"{folder}/ca.pem")):
        run = subprocess.run([str(COMMAND), "serve", "start/federated", "--port", "0", "--log", "off", option, path],
                             capture_output=True, text=True, timeout=60)
        check(run.returncode == 3 and "Read-only file system" in run.stderr and run.stdout == "",
              f"read-only: {option} ends it with 3 and a reason: {run.returncode} {run.stderr.strip()!r}")
    with Served(log="json") as served:
        check(" http=" in served.line, f"read-only: it serves: {served.line.strip()!r}")
        for _ in range(50):
            served.token()
        authority = urllib.request.urlopen(served.http + "/_mock/ca.pem").read()
        trust = ssl.create_default_context(cadata=authority.decode())
        secure = served.https.replace("127.0.0.1", "localhost")
        page = urllib.request.urlopen(f"{secure}/arcgis/rest/info?f=json", context=trust).read()
        check(b"currentVersion" in page, "read-only: https answers, and the authority comes over http")
        put = urllib.request.Request(served.http + "/_mock/scenario", b'{"name":"start/standalone"}', {"Content-Type": "application/json"},
                                     method="PUT")
        check(urllib.request.urlopen(put).status == 200, "read-only: another scenario is loaded")
        code, errors = served.end()
        told = [line for line in errors.splitlines() if '"warning"' in line]
        check(code == 0 and len(told) == 1 and "Read-only" in told[0],
              f"read-only: it says once that no file has the authority, and ends as it should: {code} {told}")
    run = subprocess.run([str(COMMAND), "check", "start/federated"], capture_output=True, text=True, timeout=120)
    check(run.returncode == 0, f"read-only: check passes: {run.stdout[-200:]} {run.stderr[-200:]}")


def readonly():
    with tempfile.TemporaryDirectory() as name:
        # Root may write everywhere but where there is no folder.
        with Served(env={**os.environ, "TMPDIR": f"{name}/none"}) as served:
            served.token()
            check(served.end()[0] == 0, "no temporary folder: it serves, and ends as it should")


def killed():
    with tempfile.TemporaryDirectory() as name:
        kept, ready = pathlib.Path(name) / "kept", pathlib.Path(name) / "ready.json"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        kept.mkdir()
        authorities = set()
        for _ in range(5):
            served = Served("--ca-dir", str(kept), "--ready-file", str(ready), port=port)
            check(" http=" in served.line, "killed: it listens on the same port at once")
            with Others(served) as others:
                deadline = time.time() + 20
                while len(others.took) < 3 and not others.failures and time.time() < deadline:
                    time.sleep(0.1)
                busy = socket.create_connection(("127.0.0.1", port))
                busy.sendall(b"POST /portal/sharing/rest/generateToken HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nuser")
                others.over.set()
                others.thread.join()
                served.process.send_signal(signal.SIGKILL)
                served.process.wait()
                busy.close()
            check(len(others.took) > 2 and not others.failures, "killed: it served till then")
            authorities.add((kept / "ca.pem").read_text())
            check(ready.exists(), "killed: the ready file of the one that was killed stays, and is replaced")
        check(len(authorities) == 1, "killed: the kept authority is the same every time")
        half = [path.name for path in pathlib.Path(name).rglob("*") if path.is_file() and path.name not in
                ("ca.pem", "ca-key.pem", "ca-names.txt", "ready.json")]
        check(not half, f"killed: no half file is left: {half}")


def apart(mount, name, folder):
    """Runs one of these in a namespace of its own, after a command of the shell."""
    user = [] if os.geteuid() == 0 else ["-r"]
    inside = subprocess.run(["unshare", *user, "-m", "sh", "-c", f'{mount} && exec "$2" "$3" "$4" "$5" "$1"', "sh", folder,
                             sys.executable, __file__, str(COMMAND), name])
    if inside.returncode != 0:
        sys.exit(f"FAILED: {name}")


# A mount below another one is one of its own; what the kernel shows of itself stays.
SEALED = ("mount --make-rprivate / && findmnt -rn -o TARGET,FSTYPE | while read -r place kind; do case $kind in "
          "proc|sysfs|devpts|devtmpfs|cgroup*|mqueue) ;; *) mount -o remount,bind,ro \"$place\" || exit 1 ;; esac; done")

if len(sys.argv) > 2:
    {"disk": disk, "sealed": sealed}[sys.argv[2]](sys.argv[3])
else:
    descriptors()
    readonly()
    killed()
    with tempfile.TemporaryDirectory() as name:
        apart('mount -t tmpfs -o size=64k none "$1"', "disk", name)
        apart(SEALED, "sealed", name)
    print(f"lack: {DONE[0]} checks, and those of the full disk and of the read-only machine")
