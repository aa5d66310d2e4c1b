# SPDX-License-Identifier: Apache-2.0
"""Prints the manual page, made from what the command says of itself: python3 packaging/man.py BINARY."""
import datetime
import re
import subprocess
import sys

import recipe


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in ".'" else text


def main(binary):
    help_text = subprocess.run([binary, "--help"], check=True, capture_output=True, text=True).stdout
    first, *lines = help_text.splitlines()
    name, purpose = first.split(": ", 1)
    day = datetime.datetime.fromtimestamp(recipe.epoch(), datetime.timezone.utc).strftime("%Y\\-%m\\-%d")
    page = [f'.TH MOCK\\-PORTAL 1 "{day}" "mock\\-portal {recipe.version()}" "User Commands"', ".SH NAME",
            f"{roff(name)} \\- {roff(purpose)}", ".SH SYNOPSIS", ".B mock\\-portal", ".I COMMAND", "[\\fIOPTION\\fR]...", ".SH COMMANDS"]
    closing = []
    for line in lines:
        found = re.match(r"( *)(\S.*?)(?:  +(\S.*))?$", line)
        if not found:
            continue
        indent, term, text = found.groups()
        if term.startswith(name) and text:
            page += [".TP", f".B {roff(term)}", roff(text)]
        elif term.startswith("--") and text:
            page += [".RS", ".TP", f".B {roff(term)}", roff(text), ".RE"]
        elif term.startswith(name):
            page += [".TP", f".B {roff(term)}", "print this help, or the version"]
        else:
            closing.append(line.strip())
    page += [".SH NOTES"]
    for line in closing:
        page += [".PP", roff(line)]
    page += [".SH FILES", "What is built in needs no file. Scenario files are JSON5;", ".B mock\\-portal schema", "prints their schema.",
             ".SH EXAMPLES", ".nf"]
    # The help of each command has its own.
    for command in dict.fromkeys(re.findall(rf"^{name} ([a-z]+)", help_text, re.M)):
        about = subprocess.run([binary, command, "--help"], check=True, capture_output=True, text=True).stdout
        page += [roff(line) for line in re.findall(r"^    (mock-portal \S.*)$", about, re.M)]
    page += [".fi"]
    print("\n".join(page))


main(*sys.argv[1:])
