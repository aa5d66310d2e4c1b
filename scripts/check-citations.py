#!/usr/bin/env python3
"""What the repository cites can be opened by whoever reads it.

check-citations.py [ROOT]   lists what cannot be opened, as file:line: why; exits with 1 if there is anything

A citation is a public address (host/path, with or without https://), an issue or a repository of GitHub (Owner/repo#12, Owner/repo), a standard
(RFC 6749, OGC 06-042, OpenID Connect Core 1.0), or a file of this repository: docs/….md with an anchor or without, Tests/Golden/…, scenarios/….
A repository without a number counts if docs/reference links to it.

* Evidence that is captured, documented or reported, and each fact of Tests/Golden/wire, cites something.
* A scenario's report is at an address.
* Files and anchors that are named in sources, tests, scenarios and pages exist.
* Links between pages lead somewhere.
* Names of notes that are not in the repository do not come back.
* A type that docs/glossary.md names is declared in Sources.
"""
import pathlib
import re
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()

ADDRESS = r"(?:https?://)?(?<![\w.@/-])(?:[a-z0-9-]+\.)+(?:com|org|io|net|cat|gov|edu)/[^\s;,)\"']+"
ISSUE = r"(?<![\w./-])[A-Za-z0-9][\w.-]*/[\w.-]+#\d+"
STANDARD = r"\bRFC \d+|\bOGC \d\d-\d+|OpenID Connect (?:Core|Discovery) 1\.0"
LOCAL = re.compile(r"(?<![\w/.-])(docs/[\w./-]+\.(?:md|txt|json)(?:#[\w-]+)?|Tests/Golden/[\w./…-]*\w|scenarios/[\w./-]*\w)")
OUTSIDE = re.compile("|".join((ADDRESS, ISSUE, STANDARD)))
REPOSITORY = re.compile(r"(?<![\w./-])([A-Za-z0-9][\w-]*/[\w.-]*\w)(?![\w/#-])")
EVIDENCE = re.compile(r"\.(captured|documented|reported|inferred)\(\s*\"((?:[^\"\\]|\\.)*)\"")
GONE = re.compile(
    r"\b[a-z]+-reference(?!/)(?: (?:section |sections )?\d|-\d)|contracts (?:section )?\d|\bopen question Q\d"
    r"|stored crawls?\b|public code captures?\b|Puppet captures|(?<!/)\bgolden [a-z]+_"
)
# The pages that tell of crawls, and this script.
EXEMPT = {"docs/reference/sources.md", "scripts/check-citations.py"}


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def text_of(name):
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def slug(heading):
    """The anchor that GitHub gives a heading."""
    heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(text):
    found, fenced = set(), False
    for line in text.splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        if heading := re.match(r"#{1,6} (.*)", line):
            name = base = slug(heading.group(1))
            count = 1
            while name in found:
                name, count = f"{base}-{count}", count + 1
            found.add(name)
        found.update(re.findall(r"<a id=\"([^\"]+)\">", line))
    return found


class Citations:
    def __init__(self):
        self.problems = []
        self.names = tracked()
        self.folders = {str(parent) for name in self.names for parent in pathlib.PurePosixPath(name).parents}
        self.anchors = {name: anchors(text_of(name)) for name in self.names if name.endswith(".md")}
        self.repositories = set()
        for name in self.names:
            if name.startswith("docs/reference/"):
                self.repositories.update(re.findall(r"github\.com/([\w.-]+/[\w.-]+?)(?=[/)>\s#]|$)", text_of(name)))

    def report(self, name, line, why):
        self.problems.append(f"{name}:{line}: {why}")

    def exists(self, path):
        path = path.rstrip("/")
        return path in self.names or path in self.folders or f"{path}.json5" in self.names

    def missing(self, target):
        """Why there is no such file or anchor, or None."""
        path, _, anchor = target.partition("#")
        if not self.exists(path):
            return f"there is no {path}"
        if anchor and anchor not in self.anchors.get(path, ()):
            return f"{path} has no anchor #{anchor}"
        return None

    def cites(self, text):
        return bool(
            OUTSIDE.search(text) or LOCAL.search(text) or self.repositories.intersection(REPOSITORY.findall(text))
        )

    def evidence(self, name, text):
        constants = dict(re.findall(r"let (\w+) = \"([^\"]*)\"", text)) | self.constants
        for match in EVIDENCE.finditer(text):
            confidence, source = match.groups()
            source = re.sub(r"\\\((?:\w+\.)*(\w+)\)", lambda found: constants.get(found.group(1), ""), source)
            if confidence != "inferred" and not self.cites(source):
                self.report(name, text.count("\n", 0, match.start()) + 1, f"evidence that cites nothing: {source}")

    def facts(self, name, text):
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith("fact "):
                _, confidence, source = (part.strip() for part in line[5:].split("|", 2))
                if confidence != "inferred" and not self.cites(source):
                    self.report(name, number, f"a fact that cites nothing: {source}")

    def reports(self, name, text):
        for match in re.finditer(r"\breport:\s*\{[^}]*?\burl:\s*\"([^\"]*)\"", text):
            if not re.match(r"https?://[\w.-]+/", match.group(1)):
                self.report(name, text.count("\n", 0, match.start()) + 1, f"a report that is at no address: {match.group(1)}")

    def mentions(self, name, text):
        for number, line in enumerate(text.splitlines(), 1):
            if name not in EXEMPT and (gone := GONE.search(line)):
                self.report(name, number, f"\"{gone.group(0)}\" is nothing that a reader can open")
            # A link of a page is judged where it leads from; a pattern or a name with gaps is no file.
            plain = re.sub(r"\]\([^)]*\)", "]", line) if name.endswith(".md") else line
            for match in LOCAL.finditer(plain):
                if plain[match.end():match.end() + 1] in "<*{…$[+" and match.end() < len(plain) or "…" in match.group(0):
                    continue
                if why := self.missing(match.group(0)):
                    self.report(name, number, why)

    def links(self, name, text):
        fenced = False
        for number, line in enumerate(text.splitlines(), 1):
            if line.lstrip().startswith("```"):
                fenced = not fenced
            if fenced:
                continue
            for target in re.findall(r"\]\(<?([^()\s>]+)>?\)", re.sub(r"`[^`]*`", "", line)):
                if re.match(r"[a-z]+:", target):
                    continue
                path, _, anchor = urllib.parse.unquote(target).partition("#")
                parts = []
                for part in (pathlib.PurePosixPath(name).parent / path).parts if path else (name,):
                    parts = parts[:-1] if part == ".." else parts + [part]
                leads = "/".join(parts) + (f"#{anchor}" if anchor else "")
                if why := self.missing(leads):
                    self.report(name, number, f"a link that leads nowhere: {target}: {why}")

    def glossary(self, name, declared):
        for number, line in enumerate((text_of(name) or "").splitlines(), 1):
            if (row := re.search(r"\| `(\w+)` \|$", line)) and row.group(1) not in declared:
                self.report(name, number, f"no type in Sources is called {row.group(1)}")

    def check(self):
        sources = {name: text_of(name) for name in self.names if re.match(r"Sources/.*\.swift$", name)}
        self.constants = {}
        for text in sources.values():
            self.constants.update(re.findall(r"static let (thread) =\s+\"([^\"]*)\"", text))
        for name, text in sources.items():
            self.evidence(name, text)
        for name in self.names:
            if name.startswith(("Tests/Golden/arcgis/", "docs/api.txt", "Sources/C/")):
                continue
            if not name.endswith((".swift", ".md", ".json5", ".txt", ".py", ".sh", ".yml", "Makefile")):
                continue
            if (text := text_of(name)) is None:
                continue
            if re.match(r"Tests/Golden/wire/.*\.txt$", name):
                self.facts(name, text)
            if name.startswith("scenarios/"):
                self.reports(name, text)
            self.mentions(name, text)
            if name.endswith(".md") and ".docc/" not in name:
                self.links(name, text)
        pattern = r"\b(?:class|struct|enum|actor|protocol|typealias) (\w+)"
        declared = {found for text in sources.values() for found in re.findall(pattern, text)}
        if "docs/glossary.md" in self.names:
            self.glossary("docs/glossary.md", declared)
        return self.problems


problems = Citations().check()
print("\n".join(problems) if problems else "every citation can be opened")
sys.exit(1 if problems else 0)
