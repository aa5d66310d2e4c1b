#!/usr/bin/env python3
"""TLS, as sslscan sees it, and the name constraints of the authority, as OpenSSL, curl, Python and Chromium enforce them.

With --ca-dir the authority's key can be read, as a thief would: what it signs for another name must be refused by everybody
who trusts it. Usage: tls.py path/to/mock-portal
"""
import os
import pathlib
import re
import socket
import ssl
import subprocess
import tempfile
import threading
import xml.etree.ElementTree

from common import DONE, Served, check


def run(*words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, **options)


def scan(served):
    port = served.https.rsplit(":", 1)[1].split("/")[0]
    told = run("sslscan", "--no-colour", "--xml=-", f"localhost:{port}")
    tree = xml.etree.ElementTree.fromstring(told.stdout[told.stdout.index("<?xml"):])
    on = sorted(f"{p.get('type')}{p.get('version')}" for p in tree.iter("protocol") if p.get("enabled") == "1")
    check(on == ["tls1.2", "tls1.3"], f"sslscan finds TLS 1.2 and 1.3, and nothing else: {on}")
    ciphers = {c.get("cipher"): c.get("strength") for c in tree.iter("cipher")}
    weak = [name for name, strength in ciphers.items()
            if strength in ("weak", "null", "anonymous") or re.search(r"RC4|DES|NULL|EXP|MD5|anon", name)]
    check(ciphers and not weak, f"none of {len(ciphers)} ciphers is weak")
    check(not [h for h in tree.iter("heartbleed") if h.get("vulnerable") != "0"], "it does not bleed")
    check(all(c.get("supported") == "0" for c in tree.iter("compression")), "nothing is compressed")
    for version, flag in (("SSL 3", "-ssl3"), ("TLS 1.0", "-tls1"), ("TLS 1.1", "-tls1_1")):
        answer = run("openssl", "s_client", "-connect", f"localhost:{port}", flag, "-cipher", "ALL:@SECLEVEL=0", input="")
        check(answer.returncode != 0 and "BEGIN CERTIFICATE" not in answer.stdout, f"OpenSSL gets no {version}")


def sign(folder, kept, name, alternatives):
    """A certificate for these names by the authority's own key, and its key."""
    key, request, made = (folder / f"{name}.{end}" for end in ("key", "csr", "pem"))
    run("openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-subj", "/O=thief",
        "-out", request, check=True)
    extensions = folder / f"{name}.cnf"
    extensions.write_text(f"subjectAltName={alternatives}\nextendedKeyUsage=serverAuth\nbasicConstraints=critical,CA:FALSE\n")
    run("openssl", "x509", "-req", "-in", request, "-CA", kept / "ca.pem", "-CAkey", kept / "ca-key.pem", "-CAcreateserial",
        "-CAserial", folder / "serial", "-days", "2", "-extfile", extensions, "-out", made, check=True)
    return made, key


class Thief:
    """A server on 127.0.0.1 with that certificate."""

    def __init__(self, made, key):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made, key)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.context = context
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            # A browser opens connections that it does not use.
            threading.Thread(target=self.answer, args=(line,), daemon=True).start()

    def answer(self, line):
        try:
            with self.context.wrap_socket(line, server_side=True) as secure:
                secure.recv(4096)
                secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
        except OSError:
            pass


class Browser:
    """Chromium, in a home of its own that trusts the authority as a developer's would."""

    def __init__(self, folder, ca):
        self.home = folder / "home"
        database = self.home / ".pki/nssdb"
        database.mkdir(parents=True)
        run("certutil", "-d", f"sql:{database}", "-N", "--empty-password", check=True)
        run("certutil", "-d", f"sql:{database}", "-A", "-t", "C,,", "-n", "mock-portal", "-i", ca, check=True)

    def takes(self, host, port):
        # Without a profile of its own, what was once refused would be remembered.
        with tempfile.TemporaryDirectory() as profile:
            told = run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                       f"--user-data-dir={profile}", "--host-resolver-rules=MAP * 127.0.0.1", "--dump-dom", f"https://{host}:{port}/",
                       env={**os.environ, "HOME": str(self.home)}, timeout=120)
        refused = "Page load failed: net::ERR_CERT_" in told.stderr
        if refused == (">ok<" in told.stdout):
            raise SystemExit(f"FAILED: Chromium neither shows nor refuses the page: {told.stdout[:500]!r} {told.stderr[-1500:]}")
        return not refused


def takes(browser, ca, made, host, port):
    """Who takes the certificate for that host: OpenSSL, curl, Python, Chromium."""
    trust = ssl.create_default_context(cafile=ca)
    is_address = re.fullmatch(r"[\d.]+", host)
    verified = run("openssl", "verify", "-CAfile", ca, "-verify_ip" if is_address else "-verify_hostname", host, made)
    fetched = run("curl", "-sS", "--max-time", "10", "--cacert", ca, "--connect-to", f"{host}:{port}:127.0.0.1:{port}",
                  f"https://{host}:{port}/")
    try:
        with socket.create_connection(("127.0.0.1", port)) as line, trust.wrap_socket(line, server_hostname=host):
            python = True
    except ssl.SSLCertVerificationError:
        python = False
    if fetched.returncode not in (0, 60):
        raise SystemExit(f"curl: {fetched.stderr}")
    return [verified.returncode == 0, fetched.returncode == 0, python, browser.takes(host, port)]


def constraints(folder, kept):
    browser = Browser(folder, kept / "ca.pem")
    for name, alternatives, host, wanted in (
            ("own", "DNS:localhost,IP:127.0.0.1", "localhost", True),
            ("address", "DNS:localhost,IP:127.0.0.1", "127.0.0.1", True),
            ("scenario", "DNS:gis.example.com", "gis.example.com", True),
            ("other", "DNS:www.example.org", "www.example.org", False),
            ("below", "DNS:localhost.example.org", "localhost.example.org", False),
            ("elsewhere", "IP:192.0.2.1", "192.0.2.1", False),
            ("both", "DNS:localhost,DNS:www.example.org", "www.example.org", False)):
        made, key = sign(folder, kept, name, alternatives)
        thief = Thief(made, key)
        found = takes(browser, kept / "ca.pem", made, host, thief.port)
        thief.listener.close()
        check(found == [wanted] * 4,
              f"OpenSSL, curl, Python and Chromium {'take' if wanted else 'refuse'} what the authority signs for {alternatives}, as {host}: {found}")


def intermediate(folder, kept):
    """An authority below it is refused: pathlen 0."""
    key, request, made = (folder / f"middle.{end}" for end in ("key", "csr", "pem"))
    run("openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-subj", "/O=middle",
        "-out", request, check=True)
    extensions = folder / "middle.cnf"
    extensions.write_text("basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n")
    run("openssl", "x509", "-req", "-in", request, "-CA", kept / "ca.pem", "-CAkey", kept / "ca-key.pem", "-CAserial", folder / "serial",
        "-CAcreateserial", "-days", "2", "-extfile", extensions, "-out", made, check=True)
    (folder / "below").mkdir()
    (folder / "below/ca.pem").write_bytes(made.read_bytes())
    (folder / "below/ca-key.pem").write_bytes(key.read_bytes())
    leaf, _ = sign(folder, folder / "below", "leaf", "DNS:localhost")
    told = run("openssl", "verify", "-CAfile", kept / "ca.pem", "-untrusted", made, leaf)
    check(told.returncode != 0 and "path length" in told.stderr + told.stdout, "no authority may stand below it")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "kept").mkdir()
    with Served("--ca-dir", str(folder / "kept"), "--hosts", "gis.example.com") as served:
        scan(served)
        constraints(folder, folder / "kept")
        intermediate(folder, folder / "kept")
    check((folder / "kept/ca-key.pem").stat().st_mode & 0o777 == 0o600, "the kept key is for its owner alone")
print(f"TLS: {DONE[0]} checks")
