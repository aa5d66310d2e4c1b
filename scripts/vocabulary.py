#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the words that the redaction of recordings keeps: those of the product, as this package's own sources spell them.

vocabulary.py           writes Sources/Recording/Redaction/Vocabulary+Words.swift
vocabulary.py --check   fails if that file does not have the sources' words

A name is a string literal that is one word; others are phrases, and a word is one of theirs, in lowercase.
"""
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE = ROOT / "Sources/Recording/Redaction/Vocabulary+Words.swift"
MODULES = ["Facts", "Formats", "Services", "Enterprise"]
# Names of parameters, cookies and header values that the emulation passes over.
MORE = """ags agstoken application applicationid cb charset clientid csrf dojo dojoIframe esri_aopc esri_auth fmt
gzip gisdashboards html javascript jpeg jsonp pjson png png8 png24 png32 svg text utf UTF xml www com org localhost
Cache_Control x_requested_with XMLHttpRequest sso acs idp adfs ls
""".split()
# What is in the sources as an example, and may be somebody's.
EXCEPT = {"dirk", "contoso", "hunter2", "secret", "alice", "bob"}


def texts(code):
    """The string literals of a file, as pairs: the text, and whether something is interpolated."""
    at, found = 0, []
    while at < len(code):
        if code.startswith("//", at):
            at = code.find("\n", at) if "\n" in code[at:] else len(code)
            continue
        quote = next((mark for mark in ('"""', '"') if code.startswith(mark, at)), None)
        if quote is None:
            at += 1
            continue
        at += len(quote)
        text, is_whole = "", True
        while at < len(code) and not code.startswith(quote, at):
            if code.startswith("\\(", at):
                depth, at, is_whole, text = 1, at + 2, False, text + "\0"
                while at < len(code) and depth:
                    depth += {"(": 1, ")": -1}.get(code[at], 0)
                    at += 1
            elif code[at] == "\\":
                text += {"n": "\n", "r": "\r", "t": "\t"}.get(code[at + 1:at + 2], code[at + 1:at + 2])
                at += 2
            else:
                text += code[at]
                at += 1
        at += len(quote)
        found.append((text, is_whole))
    return found


def literals():
    names, words, phrases = set(MORE), set(), set()
    for module in MODULES:
        for path in sorted((ROOT / "Sources" / module).rglob("*.swift")):
            for text, is_whole in texts(path.read_text(encoding="utf-8")):
                if re.fullmatch(r"[A-Za-z_$][A-Za-z0-9_]*", text):
                    names.add(text)
                    continue
                for part in text.split("\0"):
                    words.update(word.lower() for word in re.findall(r"[A-Za-z]{2,}", part))
                if is_whole and " " in text and 3 < len(text) <= 300 and re.fullmatch(r"[\x20-\x7e]+", text):
                    phrases.add(text.strip())
    return ({name for name in names if name.lower() not in EXCEPT}, {word for word in words if word not in EXCEPT},
            {phrase for phrase in phrases if " " in phrase and not any(word in phrase.lower() for word in EXCEPT)})


def swift(names, words, phrases):
    lines = "\n".join(f"        {phrase}" for phrase in sorted(phrases))

    def block(list):
        lines = textwrap.wrap(" ".join(sorted(list)), 112, break_long_words=False, break_on_hyphens=False)
        return "\n".join(f"        {line}" for line in lines)

    return f'''// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore-file
// Written by scripts/vocabulary.py.

extension Vocabulary {{
    /// Names as the product spells them: members, parameters, values, segments of paths.
    static let nameList = """
{block(names)}
        """

    /// Words of its messages, in lowercase.
    static let wordList = """
{block(words)}
        """

    /// Whole texts, a line each.
    static let phraseList = #"""
{lines}
        """#
}}
'''


names, words, phrases = literals()
text = swift(names, words, phrases)
if sys.argv[1:] == ["--check"]:
    sys.exit(0 if FILE.exists() and FILE.read_text(encoding="utf-8") == text else
             f"{FILE.relative_to(ROOT)} is old: python3 scripts/vocabulary.py")
FILE.write_text(text, encoding="utf-8")
print(f"{FILE.relative_to(ROOT)}: {len(names)} names, {len(words)} words, {len(phrases)} phrases")
