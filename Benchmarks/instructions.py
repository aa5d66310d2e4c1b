#!/usr/bin/env python3
"""Instructions that ten requests take, counted by callgrind and held against Benchmarks/instructions.txt: make instructions.

Time is noise on a machine that does other things besides; instructions are not: two runs of one program differ by less than a
thousandth. They may fall, and may not rise by more than 3 %. `--record` writes what was counted. The counts are of one
compiler, build, architecture and set of libraries, which the file names. Where one of them is another, nothing is skipped: then
each request is compared by its share of all ten, which may rise by 15 %, and the run says that it is so. That finds a request that
became dear, not a program that became so as a whole. A debug build is what `make test` has; what it counts is as stable as the counts
of a release build, and several times as many.
Usage: instructions.py path/to/mock-portal [--record] | --self-test
"""
import ctypes
import http.client
import json
import math
import os
import pathlib
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).parent
RECORDED = HERE / "instructions.txt"
COMMAND = pathlib.Path(sys.argv[1]).resolve()
RISE, SHARE = 0.03, 0.15
# What fell as far as this should be recorded, or it may rise again unseen.
FELL = -0.05
# How often a request is counted again that is over.
AGAIN = 2
# Before it is counted a request is asked so often that caches are filled and lazy tables made.
WARM, COUNTED = 4, 10
GIS = "/arcgis/rest/services"
REST = "/portal/sharing/rest"
LOGIN = {"username": "viewer", "password": "viewer", "client": "referer", "referer": "https://app.example", "f": "json"}
ROW = json.dumps([{"attributes": {"OBJECTID": 7, "NAME": "Another name"}}])


def requests(token):
    """Name, method, path, form, and what the answer has."""
    form = urllib.parse.urlencode
    return [
        ("generateToken", "POST", f"{REST}/generateToken", form(LOGIN), b'"token"'),
        ("rest/info", "GET", "/arcgis/rest/info?f=json", None, b'"owningSystemUrl"'),
        ("portals/self", "GET", f"{REST}/portals/self?f=json&token={token}", None, b'"user"'),
        ("community/self", "GET", f"{REST}/community/self?f=json&token={token}", None, b'"username"'),
        ("MapServer", "GET", f"{GIS}/Airports/MapServer?f=json&token={token}", None, b'"layers"'),
        ("query by objectIds", "GET", f"{GIS}/Airports/FeatureServer/0/query?" + form(
            {"objectIds": 7, "outFields": "*", "f": "json", "token": token}), None, b'"attributes"'),
        ("query by where", "GET", f"{GIS}/Airports/FeatureServer/0/query?" + form(
            {"where": "IATA = 'LAX'", "outFields": "*", "f": "json", "token": token}), None, b'"attributes"'),
        ("updateFeatures", "POST", f"{GIS}/Editable/FeatureServer/0/updateFeatures", form({"features": ROW, "f": "json"}),
         b'"success":true'),
        ("498", "GET", f"{GIS}/Airports/MapServer?f=json&token=rubbish", None, b'"code":498'),
        ("oauth2/authorize", "GET", f"{REST}/oauth2/authorize?" + form(
            {"client_id": "mockapp", "response_type": "code", "redirect_uri": "urn:ietf:wg:oauth:2.0:oob"}), None, b"<form"),
    ]


class Counted:
    """The command under callgrind, whose counter is read and set to zero between requests."""

    def __init__(self, folder):
        self.folder, self.dumps = pathlib.Path(folder), 0
        # Hashes, addresses and the digests of OpenSSL are the same in every run, whatever the processor.
        same = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1", "OPENSSL_ia32cap": "0", "LC_ALL": "C"}
        # Valgrind does not know the debug information of this compiler, and ends at it.
        bare = f"{folder}/mock-portal"
        subprocess.run(["strip", "--strip-debug", "-o", bare, str(COMMAND)], check=True)
        self.process = subprocess.Popen(
            ["valgrind", "--tool=callgrind", "-q", f"--callgrind-out-file={folder}/out", f"--vgdb-prefix={folder}/vgdb",
             bare, "serve", str(HERE / "instructions.json5"), "--port", "0", "--log", "off", "--no-inspector"],
            stdout=subprocess.PIPE, text=True, env=same)
        line = self.process.stdout.readline()
        found = re.search(r" http=http://(\S+)", line)
        if not found:
            raise SystemExit(f"It is not served under valgrind: {line!r}")
        self.line = http.client.HTTPConnection(found.group(1), timeout=120)

    def ask(self, method, path, form, has):
        self.line.request(method, path, form, {"Content-Type": "application/x-www-form-urlencoded"} if form else {})
        with self.line.getresponse() as response:
            body = response.read()
        if has not in body:
            raise SystemExit(f"{method} {path} has no {has!r}: {body[:300]!r}")
        return body

    def tell(self, words):
        subprocess.run(["vgdb", f"--pid={self.process.pid}", f"--vgdb-prefix={self.folder}/vgdb", "--max-invoke-ms=20", *words.split()],
                       check=True, capture_output=True, timeout=60)

    def count(self, *request):
        """Instructions of one of them."""
        for _ in range(WARM):
            self.ask(*request)
        # What a worker does after it has answered is of the request before.
        time.sleep(0.05)
        self.tell("zero")
        for _ in range(COUNTED):
            self.ask(*request)
        time.sleep(0.05)
        self.tell("dump")
        self.dumps += 1
        return self.total(f"out.{self.dumps}") / COUNTED

    def total(self, name):
        # Threads are dumped into one file; its total is of all.
        text = (self.folder / name).read_text(errors="replace")
        return sum(int(number) for number in re.findall(r"^(?:totals|summary): (\d+)", text, re.M)[:1])

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)


def environment():
    """What a count depends on besides the program's text."""
    def first(*words):
        return subprocess.run(words, capture_output=True, text=True).stdout.strip().splitlines()[0]

    def told(library, name, *arguments):
        function = getattr(ctypes.CDLL(library), name)
        function.restype = ctypes.c_char_p
        return function(*arguments).decode()
    return {
        "compiler": first("swift", "--version"),
        "build": COMMAND.parent.name,
        "architecture": platform.machine(),
        "glibc": told(None, "gnu_get_libc_version"),
        "OpenSSL": told("libcrypto.so.3", "OpenSSL_version", 0),
        "SQLite": told("libsqlite3.so.0", "sqlite3_libversion"),
        "valgrind": first("valgrind", "--version"),
        # glibc chooses its copies and searches by it.
        "vectors": next((name for name in ("avx2", "avx") if name in pathlib.Path("/proc/cpuinfo").read_text()), "none"),
    }


def least(count, names, over):
    """A count of each name. What `over` finds among them is counted again, and the least counts: the event loop ticks each 50 ms,
    and its ticks are among the instructions, so that a slow machine counts more for one request, and none counts less."""
    counts = {name: count(name) for name in names}
    for _ in range(AGAIN):
        for name in over(counts):
            counts[name] = min(counts[name], count(name))
    return counts


def measured(over):
    with tempfile.TemporaryDirectory() as folder:
        counted = Counted(folder)
        try:
            login = urllib.parse.urlencode({**LOGIN, "client": "requestip"})
            token = json.loads(counted.ask("POST", f"{REST}/generateToken", login, b"token"))["token"]
            asked = {name: request for name, *request in requests(token)}
            return least(lambda name: round(counted.count(*asked[name])), asked, over)
        finally:
            counted.end()


def read():
    made, counts = {}, {}
    for line in RECORDED.read_text().splitlines():
        if match := re.fullmatch(r"# ([\w ]+): (.+)", line):
            made[match.group(1)] = match.group(2)
        elif line and not line.startswith("#"):
            number, name = line.split(maxsplit=1)
            counts[name] = int(number)
    return made, counts


def write(made, counts):
    lines = ["# Instructions of one request, counted by callgrind: written by `make instructions-record`, read by `make instructions`."]
    lines += [f"# {key}: {value}" for key, value in made.items()]
    lines += [f"{number:>12} {name}" for name, number in counts.items()]
    RECORDED.write_text("\n".join(lines) + "\n")


def shares(counts):
    """Each count beside the geometric mean of all."""
    mean = math.exp(sum(math.log(number) for number in counts.values()) / len(counts))
    return {name: number / mean for name, number in counts.items()}


def rises(made, before, here, now):
    """By how much each rose, of its count or of its share; how much it may; and what differs from where it was recorded."""
    was, found, limit = before, now, RISE
    if differing := [key for key in here if made.get(key) != here[key]]:
        was, found, limit = shares(before), shares(now), SHARE
    return {name: found[name] / was[name] - 1 for name in now}, limit, differing


def rose(made, before, here, now):
    """What rose too far, by its name."""
    if set(before) != set(now) or made.get("build") != here["build"]:
        return []
    found, limit, _ = rises(made, before, here, now)
    return [name for name in now if found[name] > limit]


def compare(made, before, here, now):
    """One line a request, and what rose too far, as sentences."""
    if set(before) != set(now):
        return [], [f"the requests are others than the recorded ones: {sorted(set(before) ^ set(now))}"]
    if made.get("build") != here["build"]:
        return [], [f"recorded was a {made.get('build')} build, and this is a {here['build']} build: they cannot be compared"]
    lines, wrong, unit = [], [], "of what was recorded"
    found, limit, differing = rises(made, before, here, now)
    if differing:
        lines += [f"note  {key} is {here[key]}, recorded was {made.get(key)}" for key in differing]
        lines += [f"note  so shares of the ten requests are compared, not counts: a share may rise by {SHARE:.0%}."]
        unit = "of its share"
    for name, rise in found.items():
        lines.append(f"{'ok  ' if rise <= limit else 'OVER'}  {name}: {now[name]:,} instructions, {rise:+.2%} {unit}")
        if rise > limit:
            wrong.append(f"{name} rose by {rise:.1%}, and {limit:.0%} is the most")
    if not differing and any(rise < FELL for rise in found.values()):
        lines.append("note  some fell: `make instructions-record` keeps it so")
    return lines, wrong


def self_test():
    """The comparing, of counts that are made up."""
    here = {"build": "debug", "compiler": "1"}
    before = {"a": 1000, "b": 2000, "c": 3000}
    def told(now, made=here):
        lines, wrong = compare(made, before, here, now)
        return len([line for line in lines if line.startswith("note")]), len(wrong)
    assert told(before) == (0, 0)
    assert told({**before, "b": 2059}) == (0, 0), "3 % are allowed"
    assert told({**before, "b": 2061}) == (0, 1), "more are not"
    assert told({**before, "b": 1000}) == (1, 0), "it may fall, and is told"
    assert told({"a": 1000, "b": 2000}) == (0, 1), "a request is missing"
    other = {**here, "compiler": "2"}
    assert told({name: 2 * number for name, number in before.items()}, other) == (2, 0), "shares are the same"
    assert told({**before, "a": 1500}, other) == (2, 1), "one share rose"
    assert told(before, {**here, "build": "release"}) == (0, 1), "builds are not compared"
    def counted(*numbers):
        left = iter(numbers)
        return least(lambda name: next(left), before, lambda counts: rose(here, before, here, counts)), list(left)
    assert counted(1000, 2000, 3000) == (before, []), "nothing is counted again"
    assert counted(1000, 2100, 3000, 2000) == (before, []), "what is over is, once"
    assert counted(1000, 2100, 3000, 2200, 2300, 1) == ({**before, "b": 2100}, [1]), "or twice, and the least counts"
    print("instructions: what is compared is compared")


def main():
    if "--self-test" in sys.argv:
        return self_test()
    if not shutil.which("valgrind"):
        sys.exit("FAILED: there is no valgrind. `scripts/packages.sh install test` installs it; macOS has none, and counts nothing.")
    began = time.monotonic()
    # Nothing is over where nothing was recorded before.
    made, before = ({}, {}) if "--record" in sys.argv else read()
    here = environment()
    now = measured(lambda counts: rose(made, before, here, counts))
    took = f"counted in {time.monotonic() - began:.0f} s"
    if "--record" in sys.argv:
        write(here, now)
        return print(RECORDED.read_text() + took)
    lines, wrong = compare(made, before, here, now)
    print("\n".join([*lines, took, *(f"FAILED: {sentence}" for sentence in wrong)]))
    if wrong:
        sys.exit("If it has to be so, run `make instructions-record`, and say why in the commit.")


main()
