#!/usr/bin/env python3
"""Holds every scenario file against scenarios/schema.json with an independent validator, and sees that it refuses misuse.

Usage: Tests/Oracles/schema/validate.py, with jsonschema and pyjson5 of Tests/requirements.txt.
"""
import json
import pathlib
import sys

import jsonschema
import pyjson5

root = pathlib.Path(__file__).resolve().parents[3]
schema = json.loads((root / "scenarios/schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
problems = []
files = sorted((root / "scenarios").rglob("*.json5"))
for path in files:
    for error in validator.iter_errors(pyjson5.decode(path.read_text())):
        place = "/".join(str(part) for part in error.absolute_path)
        problems.append(f"{path.relative_to(root)}: {place}: {error.message[:200]}")
# What the loader refuses for its shape the schema refuses too: an editor that reads it says so while one types.
misuses = json.loads((pathlib.Path(__file__).parent / "misuses.json").read_text())
for name, text in misuses.items():
    if validator.is_valid(pyjson5.decode(text)):
        problems.append(f"the schema takes {name}: {text}")
for problem in problems:
    print(problem, file=sys.stderr)
print(f"schema: {len(files)} files, {len(misuses)} misuses, {len(problems)} wrong")
sys.exit(1 if problems or len(files) < 110 else 0)
