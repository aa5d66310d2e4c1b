# SPDX-License-Identifier: Apache-2.0
"""Runs the blocks of README and the guides that are commands, output or scenario files: guides.py MOCK_PORTAL WORK.

A block that nothing here or elsewhere runs is an error. Pieces of Swift are compiled by scripts/snippets.py and run by scripts/guides.py.
"""
import json
import os
import re
import shlex
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

from checks import check, end

ROOT = Path(__file__).resolve().parents[3]
DOCC = "Sources/MockPortal/MockPortal.docc"
# Who runs the blocks of a language on a page that are not run here.
ELSEWHERE = {
    ("README.md", "swift"): "scripts/snippets.py", (DOCC, "swift"): "scripts/snippets.py", ("docs/trust.md", ""): "packaging/tests/trust.sh",
    ("packaging/python/README.md", "python"): "packaging/python/tests/test_plugin.py",
    ("packaging/npm/README.md", "js"): "packaging/npm/test/package.test.mjs", ("packaging/java/README.md", "java"): "packaging/tests/java.sh",
    ("packaging/README.md", "yaml"): "packaging/tests/action.sh", ("docker/README.md", "sh"): "packaging/tests/container.py",
    ("docs/inspector.md", "sh"): "Tests/MockPortalTests/Control/LiveTests.swift",
    # Their installation is what these packages' own tests begin with.
    ("packaging/python/README.md", "sh"): "packaging/tests/fresh-wheel.sh", ("packaging/npm/README.md", "sh"): "packaging/tests/fresh-npm.sh",
}
mock_portal, work = sys.argv[1], Path(sys.argv[2])
environment = os.environ | {"HOME": str(work)}


def pages():
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    return [page for page in listed if not page.startswith(("docs/reference/", "docs/decisions/", "Tests/", ".github/")) and (ROOT / page).exists()]


def blocks(page):
    return re.findall(r"^ *```([a-z0-9 ]*)\n(.*?)^ *```", (ROOT / page).read_text(), re.M | re.S)


def commands(block):
    """The commands of a block: lines that a backslash continues are one; a comment at the end is none of it."""
    joined = re.sub(r"\\\n\s*", "", block)
    return [re.sub(r"\s+# .*", "", line) for line in joined.splitlines() if line.strip() and not line.startswith("#")]


def shell(command, folder=None, **more):
    ran = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder or work, env=environment | more, capture_output=True, text=True, timeout=120)
    return ran.returncode, ran.stdout + ran.stderr


def fail(told):
    raise AssertionError(told)


class Served:
    """A deployment that is served while a block runs."""

    def __init__(self, *arguments):
        self.arguments = arguments

    def __enter__(self):
        self.log = open(work / "log", "w+")
        self.process = subprocess.Popen([mock_portal, "serve", *self.arguments, "--port", "0"], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        self.urls = dict(part.split("=", 1) for part in line.split() if "=" in part)
        self.http = self.urls["http"]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()

    def told(self):
        time.sleep(0.2)
        return (work / "log").read_text()

    def ask(self, path, form=None):
        data = urllib.parse.urlencode(form | {"f": "json"}).encode() if form is not None else None
        request = urllib.request.Request(self.http + path, data, {"Referer": self.http + "/portal"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


def lines_in(wanted, got):
    """Whether each line of the one stands in the other."""
    missing = [line for line in wanted.strip().splitlines() if line.strip() and line.strip() not in got]
    return not missing or fail(f"not printed: {missing}; printed:\n{got}")


def readme():
    found = [(kind, body) for kind, body in blocks("README.md") if kind != "swift"]
    kinds = [kind for kind, _ in found]
    check("README: the blocks are those that are run here", lambda: kinds == ["sh", "sh", "", "sh", "", "", "sh", "sh"])
    make, asking, answer, explaining, explained, logged, synopsis, scenarios = (body for _, body in found)
    makefile = (ROOT / "Makefile").read_text()
    for command in commands(make):
        target = command.split()[1]
        check(f"README: {command}", lambda: command.startswith("make ") and re.search(rf"^{target}:", makefile, re.M))
    with Served("start/federated") as served:
        code, output = shell(commands(asking)[0].replace("http://localhost:7443", served.http))
        check("README: the refusal is as shown", lambda: code == 0 and lines_in(answer, output))
        told = re.sub(r"\d\d:\d\d:\d\d", "17:29:04", served.told())
        check("README: so is the log", lambda: lines_in(logged, told))
    code, output = shell(commands(explaining)[0].replace(".build/debug/mock-portal", "mock-portal"))
    check("README: so is the explanation", lambda: code == 0 and output.strip() == explained.strip())
    help_text = shell("mock-portal --help")[1]
    for line in synopsis.splitlines():
        line = line.split("#")[0]
        for name in re.findall(r"(?:^mock-portal|\|) ([a-z]+)", line):
            check(f"README: mock-portal {name}", lambda: f"mock-portal {name}" in help_text)
        for option in re.findall(r"--[a-z-]+", line):
            check(f"README: {option}", lambda: option in help_text)
    for command in commands(scenarios):
        code, output = shell(command)
        check(f"README: {command}", lambda: code == 0 or fail(output))


def whole_way(page):
    """The guide to administering: the commands one by one; what a variable stands for is asked for when it is first used."""
    found = [body for kind, body in blocks(page) if kind == "shell"]
    serving, *steps = found
    port = re.search(r"--port (\d+)", serving).group(1)
    with Served("admin/the-whole-way") as served:
        script = commands(serving)[1].replace(f"http://127.0.0.1:{port}", served.http)
        code, output = shell(f"{ROOT}/{script}")
        check(f"{page}: the script", lambda: code == 0 and "done" in output or fail(output))
    with Served("admin/the-whole-way") as served:
        portal, server = f"{served.http}/portal", f"{served.http}/arcgis"
        values = {"PORTAL": portal, "SERVER": server}

        def token(user, password):
            return served.ask("/portal/sharing/rest/generateToken", {"username": user, "password": password, "client": "referer", "referer": portal})["token"]

        def member(user, password, role):
            given = {"username": user, "password": password, "firstname": user, "lastname": user, "email": f"{user}@example.com", "role": role,
                     "provider": "arcgis", "userLicenseTypeId": "creatorUT"}
            return served.ask(f"/portal/portaladmin/security/users/createUser?token={value('ADMIN')}", given)

        def anna():
            member("anna.arc", "anna-secret1", "org_publisher")
            return token("anna.arc", "anna-secret1")

        def role():
            member("rita.reads", "rita-secret1", "org_user")
            roles = served.ask(f"/portal/sharing/rest/portals/self/roles?f=json&num=100&token={value('ADMIN')}")["roles"]
            return next(each["id"] for each in roles if each["name"] == "Reader")

        def file():
            served.ask(f"/portal/portaladmin/federation/servers/{value('ID')}/update?token={value('ADMIN')}", {"serverRole": "HOSTING_SERVER"})
            trees = '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[16.3,48.2]},"properties":{"name":"Oak"}}]}'
            return served.ask("/portal/sharing/rest/content/users/anna.arc/addItem", {"title": "Trees", "type": "GeoJson", "text": trees, "token": value("ANNA")})["id"]

        def item():
            moved = urllib.request.Request(f"{served.http}/_mock/clock", b'{"advance":"PT1H"}', {"Content-Type": "application/json"})
            urllib.request.urlopen(moved).read()
            content = served.ask(f"/portal/sharing/rest/content/users/anna.arc?f=json&token={token('anna.arc', 'anna-secret1')}")
            return next(each["id"] for each in content["items"] if each["type"] == "Feature Service")

        made = {
            "ADMIN": lambda: token("portadmin", "portadmin1"), "ANNA": anna, "ROLE": role, "FILE": file, "ITEM": item,
            "GROUP": lambda: served.ask("/portal/sharing/rest/community/createGroup", {"title": "Foresters", "access": "org", "token": value("ANNA")})["group"]["id"],
            "ID": lambda: served.ask(f"/portal/portaladmin/federation/servers?f=json&token={value('ADMIN')}")["servers"][0]["id"],
        }

        def value(name):
            if name not in values:
                values[name] = made[name]()
            return values[name]

        for command in [command for body in steps for command in commands(body)]:
            # The order of what is asked for: an item is there once its file was published.
            given = {name: value(name) for name in sorted(set(re.findall(r"\$([A-Z]+)", command)))}
            # Tokens of the hour that was moved are over.
            if "ITEM" in given:
                given["ANNA"] = values["ANNA"] = token("anna.arc", "anna-secret1")
                values["ADMIN"] = token("portadmin", "portadmin1")
            code, output = shell(command.replace("curl ", f"curl -sS -e {shlex.quote(portal)} ", 1), **given)
            check(f"{page}: {command[:70]}", lambda: code == 0 and not re.search(r'"error"|"code":[45]', output) or fail(output))


def scenario_files(page):
    for number, (kind, body) in enumerate(blocks(page)):
        if kind != "json5":
            continue
        name = f"{Path(page).stem}{number}.json5"
        is_whole = re.search(r"^\s*(portal|servers|title|extends):", body, re.M)
        text = body if is_whole else (
            '{ extends: "start/standalone", faults: [{ when: { path: "/arcgis/rest/info" }, then: { truncate: { afterBytes: 40 } } }], steps: [' + body + "] }")
        (work / "data").mkdir(exist_ok=True)
        (work / "data/airports.geojson").write_bytes((ROOT / "scenarios/data/airports.geojson").read_bytes())
        # An ellipsis stands for what is of no interest.
        (work / name).write_text(text)
        # Beside one that has steps: a file without any checks nothing.
        code, output = shell(f"mock-portal check ./{name} start/standalone")
        check(f"{page}: the scenario in block {number + 1}", lambda: code == 0 or fail(output))


def covered(page, kind):
    for (place, language), by in ELSEWHERE.items():
        if page.startswith(place) and kind.split(" ")[0] == language or page == place and not language:
            return (ROOT / by).exists()
    return kind in ("json5", "shell") or page == "README.md" and kind in ("sh", "")


readme()
whole_way(f"{DOCC}/AdministeringASite.md")
for page in pages():
    kinds = sorted({kind for kind, _ in blocks(page)})
    for kind in kinds:
        if kind or page == "README.md":
            check(f"{page}: somebody runs its {kind or 'output'}", lambda: covered(page, kind))
    if "json5" in kinds:
        scenario_files(page)
end()
