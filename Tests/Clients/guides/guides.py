# SPDX-License-Identifier: Apache-2.0
"""Runs the blocks of README and the guides that are commands, output or scenario files: guides.py MOCK_PORTAL WORK.

A block that nothing here or elsewhere runs is an error; so is a command in a block that does not say its language. Commands within sentences and
tables are inline.py's. Pieces of Swift are compiled by scripts/snippets.py and run by scripts/guides.py.
"""
import json
import re
import shlex
import signal
import subprocess
import urllib.request
from pathlib import Path

from checks import check, end
from pages import DOCC, ROOT, Served, blocks, commands, environment, fail, pages, shell, work

# Who runs the blocks of a language on a page that are not run here; it names the page.
ELSEWHERE = {
    ("README.md", "swift"): "scripts/snippets.py", (DOCC, "swift"): "scripts/snippets.py", ("docs/trust.md", ""): "packaging/tests/trust.sh",
    ("packaging/python/README.md", "python"): "packaging/tests/wheel.sh", ("packaging/npm/README.md", "js"): "packaging/npm/test/package.test.mjs",
    ("packaging/java/README.md", "java"): "packaging/tests/java.sh", ("packaging/README.md", "yaml"): "packaging/tests/action.sh",
    ("docker/README.md", "sh"): "packaging/tests/container.py", ("packaging/python/README.md", "sh"): "packaging/tests/fresh-wheel.sh",
    ("packaging/npm/README.md", "sh"): "packaging/tests/npm.sh",
    (f"{DOCC}/ManyReplicas.md", "sh"): "Tests/Replicas/run",
}


def lines_in(wanted, got):
    """Whether each line of the one stands in the other."""
    missing = [line for line in wanted.strip().splitlines() if line.strip() and line.strip() not in got]
    return not missing or fail(f"not printed: {missing}; printed:\n{got}")


def of_the_command(page, synopsis):
    """Each command and option of a synopsis is one that help tells of."""
    help_text = shell("mock-portal --help")[1]
    for line in synopsis.splitlines():
        line = line.split("#")[0]
        for name in re.findall(r"(?:^mock-portal|\|) ([a-z]+)", line):
            check(f"{page}: mock-portal {name}", lambda: f"mock-portal {name}" in help_text)
        for option in re.findall(r"--[a-z-]+", line):
            check(f"{page}: {option}", lambda: option in help_text)


def contracts(page):
    """The synopsis, and the names in the ready file."""
    synopsis, ready = (body for kind, body in blocks(page) if not kind)
    of_the_command(page, synopsis)
    with Served("start/federated", "--ready-file", str(work / "names.json")):
        known = set(re.findall(r'"(\w+)" *:', (work / "names.json").read_text()))
    told = set(re.findall(r'"(\w+)":', ready))
    check(f"{page}: the names in the ready file", lambda: len(told) > 15 and told <= known or fail(f"{told - known}"))


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
    of_the_command("README", synopsis)
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


def inspector(page):
    """The stream, which does not end by itself, is followed until it has said what it is; half a minute at most."""
    with Served("start/standalone") as served:
        for kind, body in blocks(page):
            for command in commands(body):
                words = ["timeout", "30", *shlex.split(command.replace("http://127.0.0.1:7443", served.http))]
                told = []
                with subprocess.Popen(words, cwd=work, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as stream:
                    while told[-1:] != ["event: hello\n"] and (line := stream.stdout.readline()):
                        told.append(line)
                    stream.terminate()
                check(f"{page}: {command}", lambda: kind == "sh" and told[-1:] == ["event: hello\n"] or fail("".join(told)))


def recording(page):
    """The command stands between a client and a site, which is served here; Control-C ends it, and what it wrote passes."""
    (command,) = [command for kind, body in blocks(page) if kind == "sh" for command in commands(body)]
    with Served("start/federated") as served:
        words = shlex.split(command.replace("https://gis.example.com", served.http)) + ["--port", "0"]
        stands = subprocess.Popen(words, cwd=work, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        place = re.search(r"https?://[\w.]+:\d+", stands.stderr.readline()).group().replace("https:", "http:")
        asked = urllib.request.urlopen(f"{place}/arcgis/rest/info?f=json").read()
        stands.send_signal(signal.SIGINT)
        told, errors = stands.communicate(timeout=60)
    check(f"{page}: {command[:40]}…", lambda: b"owningSystemUrl" in asked and stands.returncode == 0 or fail(told + errors))
    code, output = shell("mock-portal check ./report.json5")
    check(f"{page}: what it wrote", lambda: code == 0 and (work / "ca.pem").exists() or fail(output))


def attesting(page):
    """A double stands for the site; the page's site.json gets its addresses. Then a site that differs as the page shows."""
    (_, command), (_, named), (_, told) = blocks(page)
    with Served("start/federated", "--ready-file", str(work / "attested.json")) as served:
        ready = json.loads((work / "attested.json").read_text())
        check(f"{page}: the keys of site.json", lambda: set(json.loads(named)) <= set(ready))
        (work / "site.json").write_text(json.dumps({key: ready[key] for key in json.loads(named)}))
        code, output = shell(f"cd {work} && " + commands(command)[0].replace("--rate 10", "--rate 6000"))
        check(f"{page}: {command[:40]}…", lambda: code == 0 and " agree, 0 differ" in output and (work / "attestation.json").exists() or fail(output))
        step = '{ say: "the server says who owns it", request: { url: "{server}/rest/info?f=json" }, response: { json: { owningTenant: "0123456789ABCDEF" } } }'
        (work / "mine.json5").write_text('{ extends: "start/federated", quirks: { "info.owning-tenant": "show" }, steps: [' + step + "] }")
        code, output = shell(f"cd {work} && mock-portal attest mine.json5 --against site.json --rate 6000")
        check(f"{page}: what it says of a fact that differs", lambda: code == 1 and lines_in(told, output))


def covered(page, kind):
    if not kind:
        return page in ("README.md", "docs/contracts.md") or not any(re.match(r"(mock-portal|make|curl|docker|pip|npm|\$) ", line)
                                              for name, body in blocks(page) if not name for line in body.splitlines())
    for (place, language), by in ELSEWHERE.items():
        if page.startswith(place) and kind.split(" ")[0] == language or page == place and not language:
            text = (ROOT / by).read_text()
            beside = Path(by).is_relative_to(Path(place).parent) and "README.md" in text
            return place in text or beside or language == "swift" and "docc" in text
    here = {"README.md": "sh", "docs/inspector.md": "sh", "docs/scenarios/recordings.md": "sh", "docs/scenarios/attesting.md": "sh", f"{DOCC}/AdministeringASite.md": "shell"}
    return kind == "json5" or here.get(page) == kind


readme()
whole_way(f"{DOCC}/AdministeringASite.md")
inspector("docs/inspector.md")
recording("docs/scenarios/recordings.md")
attesting("docs/scenarios/attesting.md")
contracts("docs/contracts.md")
for page in pages():
    kinds = sorted({kind for kind, _ in blocks(page)})
    for kind in kinds:
        check(f"{page}: somebody runs its {kind or 'output'}", lambda: covered(page, kind))
    if "json5" in kinds:
        scenario_files(page)
end()
