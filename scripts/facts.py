#!/usr/bin/env python3
"""Which facts about real systems have a row in Tests/Golden/wire, and which have none, and why.

facts.py             counts, and the facts without a row
facts.py --markdown  the same as a section of docs/fidelity.md
facts.py --check     fails unless each fact has rows or a reason, and docs/fidelity.md has that section
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WIRE = ROOT / "Tests" / "Golden" / "wire"


class Fact:
    def __init__(self, text):
        self.id, self.confidence, self.source = (part.strip() for part in text.split("|", 2))
        self.says = ""
        self.versions = []
        self.why = None


def read():
    facts = []
    for path in sorted(WIRE.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("fact "):
                facts.append(Fact(line[5:]))
            elif line.startswith("  ") and facts and not facts[-1].says:
                facts[-1].says = line.strip()
            elif line.startswith("row "):
                facts[-1].versions += line.split()[1:-1]
            elif line.startswith("none "):
                facts[-1].why = line[5:]
    return facts


def cell(text):
    return text.replace("|", "\\|")


def linked(source):
    """The source with links to what it cites, as SourceLinks has it in Swift."""
    return " ".join(map(link, source.split(" ")))


def link(word):
    opening = word[: len(word) - len(word.lstrip("("))]
    cited = word[len(opening):].rstrip(";,:.)")
    target = None
    if cited.startswith("docs/"):
        target = cited[len("docs/"):]
    elif cited.startswith(("Tests/", "scenarios/")):
        target = f"../{cited}"
    elif issue := re.fullmatch(r"([^/]+/[^/#]+)#(\d+)", cited):
        target = f"https://github.com/{issue.group(1)}/issues/{issue.group(2)}"
    elif re.match(r"[^/]+\.(com|io|net|org)/", cited):
        target = f"https://{cited}"
    if target is None:
        return word
    return f"{opening}[{cited}]({target}){word[len(opening) + len(cited):]}"


def markdown(facts):
    rows = sum(len(fact.versions) for fact in facts)
    lines = [
        "## Facts and their rows",
        "",
        f"{len(facts)} facts about token doors, refusals, identity and federation; {rows} rows hold the double against "
        "them, one for each",
        "release that a fact names, in `Tests/Golden/wire`.",
        "",
        "| fact | what | releases | source | confidence |",
        "|---|---|---|---|---|",
    ]
    for fact in facts:
        versions = ", ".join(dict.fromkeys(fact.versions)) or f"**none**: {fact.why}"
        lines.append(f"| {fact.id} | {cell(fact.says)} | {cell(versions)} | {cell(linked(fact.source))} | {fact.confidence} |")
    return "\n".join(lines) + "\n"


def main():
    facts = read()
    if "--markdown" in sys.argv:
        sys.stdout.write(markdown(facts))
        return 0
    bare = [fact for fact in facts if not fact.versions]
    rows = sum(len(fact.versions) for fact in facts)
    print(f"{len(facts)} facts, {rows} rows; {len(bare)} facts without a row:")
    for fact in bare:
        print(f"  {fact.id:24} {fact.why or 'NO REASON GIVEN'}")
    wrong = [fact.id for fact in facts if bool(fact.versions) == bool(fact.why)]
    if wrong:
        print(f"neither or both of rows and a reason: {', '.join(wrong)}")
    if "--check" not in sys.argv:
        return 1 if wrong else 0
    page = (ROOT / "docs" / "fidelity.md").read_text(encoding="utf-8")
    stale = not page.endswith(markdown(facts))
    if stale:
        print("docs/fidelity.md: the section on facts is not up to date; run make schema")
    return 1 if wrong or stale else 0


sys.exit(main())
