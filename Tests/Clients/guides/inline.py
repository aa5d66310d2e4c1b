# SPDX-License-Identifier: Apache-2.0
"""The commands within sentences and tables of README and the guides: inline.py MOCK_PORTAL WORK.

Each names a command, options, targets and scenarios that there are; those that end by themselves are run, with the files that they name.
"""
import json
import re
import shlex
import subprocess

from checks import check, end
from pages import ROOT, Served, fail, pages, shell, work

# Which run here as they stand. `serve` and `record` go on until they are ended: guides.py and Tests/Clients/command run them.
ENDING = {"check", "explain", "find", "import", "list", "new", "routes", "schema", "show"}
# The history tells of commands as they were.
HISTORY = {"CHANGELOG.md"}
# What stands for a name that the reader has.
PLACEHOLDER = re.compile(r"\b(NAME|RULE|FILE|SCENARIO|WORDS|[XYZ])\b|<\w+>|…")


def spans(page):
    """The code within sentences, each once."""
    text = re.sub(r"^ *```.*?^ *```", "", (ROOT / page).read_text(), flags=re.M | re.S)
    return dict.fromkeys(re.sub(r"\s+", " ", span.replace("\\|", "|")) for span in re.findall(r"`([^`]+)`", text))


def files():
    """The files that the guides speak of: a scenario of one's own, and what recordings are made of."""
    scenario = '{ extends: "start/federated", steps: [{ request: { url: "{server}/rest/info?f=json" }, response: { status: 200 } }] }'
    for name in ("mine", "bug", "scenario"):
        (work / f"{name}.json5").write_text(scenario)
    url, answer = "https://gis.contoso.com/arcgis/rest/services/Hydrants/MapServer?f=json", '{"error":{"code":499,"message":"Token Required","details":[]}}'
    kind = "application/json;charset=UTF-8"
    har = {"log": {"version": "1.2", "entries": [{
        "startedDateTime": "2026-11-29T10:00:01.500Z", "request": {"method": "GET", "url": url, "headers": []},
        "response": {"status": 200, "headers": [{"name": "Content-Type", "value": kind}], "content": {"text": answer}}}]}}
    (work / "session.har").write_text(json.dumps(har))
    (work / "curl.txt").write_text(f"curl '{url}'\n{answer}\n")
    (work / "console.txt").write_text(f"ERROR [layer] GET {url}\n{answer}\n")
    (work / "cassette.yml").write_text(
        f"interactions:\n- request: {{body: null, headers: {{}}, method: GET, uri: '{url}'}}\n"
        f"  response: {{body: {{string: '{answer}'}}, headers: {{Content-Type: ['{kind}']}}, status: {{code: 200, message: OK}}}}\nversion: 1\n")
    collection = {
        "info": {"name": "of a site", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
        "item": [{"name": "a layer", "request": {"method": "GET", "url": {"raw": url}, "header": []}, "response": [{
            "code": 200, "status": "OK", "header": [{"key": "Content-Type", "value": kind}], "body": answer,
            "originalRequest": {"method": "GET", "url": {"raw": url}, "header": []}}]}]}
    (work / "collection.json").write_text(json.dumps(collection))
    with Served("start/federated") as served:
        token = served.ask("/portal/sharing/rest/generateToken", {"username": "viewer", "password": "viewer", "client": "requestip"})["token"]
        (work / "root.json").write_text(json.dumps(served.ask(f"/arcgis/rest/services/Airports/MapServer?f=json&token={token}")))


def mock_portal_span(page, span, abouts, scenarios):
    words = shlex.split(span.split(" && ")[0])
    name = words[1] if len(words) > 1 else ""
    if name.startswith("-"):
        return check(f"{page}: {span}", lambda: name in shell("mock-portal --help")[1])
    if not re.fullmatch(r"[a-z]+", name) or name in ("ready",):
        return None
    if name not in abouts:
        return check(f"{page}: {span}: there is such a command", lambda: False)
    for option in (word for word in words[2:] if word.startswith("--")):
        check(f"{page}: {span}: {option}", lambda: option in abouts[name])
    for word in words[2:]:
        if re.fullmatch(r"[a-z-]+/[a-z0-9-]+", word):
            check(f"{page}: {span}: {word}", lambda: word in scenarios)
    if name in ENDING and not PLACEHOLDER.search(span) and not (name == "import" and len(words) == 2):
        code, output = shell(span)
        check(f"{page}: {span}", lambda: code == 0 or fail(output))
    return None


def main():
    files()
    makefile = (ROOT / "Makefile").read_text()
    scenarios = {each["name"] for each in json.loads(shell("mock-portal list --json")[1])}
    names = dict.fromkeys(re.findall(r"^mock-portal ([a-z]+)", shell("mock-portal --help")[1], re.M))
    abouts = {name: shell(f"mock-portal {name} --help")[1] for name in names}
    with Served("start/federated", "--ready-file", str(work / "ready.json")) as served:
        for page in pages():
            if page in HISTORY:
                continue
            for span in spans(page):
                if span.startswith("mock-portal "):
                    mock_portal_span(page, span, abouts, scenarios)
                elif span.startswith("make "):
                    for word in span.split()[1:]:
                        scenario = re.fullmatch(r"SCENARIO=([\w/-]+)", word)
                        if scenario:
                            check(f"{page}: {span}", lambda: scenario.group(1) in scenarios)
                        elif not re.search(r"[=\[\]…]", word):
                            check(f"{page}: {span}", lambda: re.search(rf"^{word}:", makefile, re.M))
                elif span.startswith("curl ") and "$CONTROL" in span:
                    code, output = shell("curl -sS " + span.removeprefix("curl "), CONTROL=served.http + "/_mock")
                    check(f"{page}: {span[:60]}", lambda: code == 0 and output and '"error"' not in output or fail(output))
    # The lists of packages are those that the Makefile installs.
    readme = (ROOT / "README.md").read_text()
    debian = subprocess.run([ROOT / "scripts/packages.sh", "list", "build"], capture_output=True, text=True, check=True).stdout.split()
    told = re.search(r"`apt-get install (lib[^`]*)`", readme).group(1).split()
    check("README.md: what apt-get installs", lambda: set(told) == set(debian) or fail(f"{sorted(set(told) ^ set(debian))}"))
    rows = [[part.strip() for part in line.split("#")[0].split("|")] for line in (ROOT / "packages.txt").read_text().splitlines()]
    formulas = {row[1] for row in rows if len(row) == 4 and row[3].startswith("build:")} - {"-"}
    told = re.search(r"`brew install ([^`]*)`", readme).group(1).split()
    check("README.md: what brew installs", lambda: set(told) == formulas or fail(f"{sorted(set(told) ^ formulas)}"))
    end()


main()
