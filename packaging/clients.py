# SPDX-License-Identifier: Apache-2.0
"""Makes the typed clients of the control endpoints from docs/openapi.json.

    python3 packaging/clients.py            writes them
    python3 packaging/clients.py --check    fails if they are not what would be written

Python: packaging/python/mock_portal/control.py. TypeScript's declarations: packaging/npm/control.d.ts, JavaScript:
packaging/npm/control.mjs.
"""
import json
import keyword
import re
import sys

import recipe

PYTHON = recipe.ROOT / "packaging/python/mock_portal/control.py"
DECLARATIONS = recipe.ROOT / "packaging/npm/control.d.ts"
JAVASCRIPT = recipe.ROOT / "packaging/npm/control.mjs"

# What a call is named: in Python as written here, in JavaScript in camel case. Others are named by their operationId.
NAMES = {
    "getHealth": "health", "getReady": "ready", "getCaPem": "ca_pem", "getOpenapiJson": "openapi",
    "getRequests": "requests", "deleteRequests": "clear_requests", "getRequestsLast": "last_request",
    "postVerify": "verify", "getHygiene": "hygiene", "getContract": "contract",
    "getContractXml": "contract_xml", "getClock": "clock", "postClock": "move_clock",
    "postFaults": "add_faults", "getFaults": "faults", "deleteFaults": "clear_faults", "deleteFaultsId": "remove_fault",
    "putScenario": "serve_scenario", "postReset": "reset", "postEvents": "event", "postTokens": "token",
    "postDeployments": "start_deployment", "getDeployments": "deployments", "deleteDeploymentsId": "stop_deployment",
    "getExchangesId": "exchange", "postTokensDecode": "decode_token", "getDeployment": "deployment", "postSignIn": "sign_in",
    "getRules": "rules", "getScenarios": "scenarios", "getScenariosThemeName": "built_in_scenario", "getScenario": "scenario",
    "postCheck": "check",
}
# A scenario is described by scenarios/schema.json; a type of a thousand lines would help nobody here.
OPAQUE = {"Scenario"}

DOCUMENT = json.loads((recipe.ROOT / "docs/openapi.json").read_text())
SCHEMAS = DOCUMENT["components"]["schemas"]


def operations():
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            if method not in ("get", "post", "put", "delete"):
                continue
            by_rule = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", operation["operationId"]).lower()
            name = NAMES.get(operation["operationId"], by_rule)
            result = next((r for c, r in operation["responses"].items() if c.startswith("2")), {})
            content = result.get("content", {})
            # A stream is no call: it ends with the server.
            if "text/event-stream" in content:
                continue
            yield {
                "name": name, "method": method.upper(), "path": path, "summary": operation["summary"],
                "query": [p for p in operation.get("parameters", []) if p["in"] == "query"],
                "places": [p for p in operation.get("parameters", []) if p["in"] == "path"],
                "body": operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema"),
                "result": content.get("application/json", {}).get("schema"),
                "text": bool(content) and "application/json" not in content,
            }


def reference(schema):
    return schema["$ref"].rsplit("/", 1)[1] if "$ref" in schema else None


def members(schema):
    """The members of a body that is a plain object: they become the arguments of the call."""
    name = reference(schema)
    if name in OPAQUE or name == "Fault":
        return None
    target = SCHEMAS[name] if name else schema
    if target.get("type") != "object" or "properties" not in target:
        return None
    required = set(target.get("required", []))
    return sorted(((k, v, k in required) for k, v in target["properties"].items()), key=lambda m: not m[2])


# Python

def python_type(schema):
    name = reference(schema)
    if name:
        return f'"{name}"'
    if "anyOf" in schema:
        kinds = list(dict.fromkeys(python_type(each) for each in schema["anyOf"]))
        return f"Union[{', '.join(kinds)}]" if len(kinds) > 1 else kinds[0]
    if "enum" in schema:
        return "Literal[" + ", ".join(json.dumps(each) for each in schema["enum"]) + "]"
    kind = schema.get("type")
    if kind == "array":
        return f"List[{python_type(schema['items'])}]"
    if kind == "object":
        more = schema.get("additionalProperties")
        if more and "properties" not in schema:
            return f"Dict[str, {python_type(more)}]"
        return "Dict[str, Any]"
    return {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}.get(kind, "Any")


def python_class(name, schema):
    if name in OPAQUE:
        return [f"{name} = Dict[str, Any]  # a scenario, as scenarios/schema.json describes it"]
    required = set(schema.get("required", []))
    if "properties" not in schema:
        return [f"{name} = Dict[str, Any]"]
    pairs = [(k, python_type(v)) for k, v in schema["properties"].items()]
    if any(keyword.iskeyword(k) for k, _ in pairs):
        body = ", ".join(f'"{k}": {t}' for k, t in pairs)
        return [f'{name} = TypedDict("{name}", {{{body}}}, total=False)']
    lines = []
    base, rest = [p for p in pairs if p[0] in required], [p for p in pairs if p[0] not in required]
    describe = lambda k: schema["properties"][k].get("description", "")
    if base and rest:
        lines += [f"class _{name}(TypedDict):"] + [f"    {k}: {t}  # {describe(k)}".rstrip(" #") for k, t in base] + ["", ""]
        lines += [f"class {name}(_{name}, total=False):"] + [f"    {k}: {t}  # {describe(k)}".rstrip(" #") for k, t in rest]
    else:
        lines += [f"class {name}(TypedDict{'' if base else ', total=False'}):"]
        lines += [f"    {k}: {t}  # {describe(k)}".rstrip(" #") for k, t in pairs]
    return lines


def python_method(o):
    arguments, query, body = ["self"], "None", "None"
    documentation = [f'        """{o["summary"]}: ``{o["method"]} {o["path"]}``."""']
    for place in o["places"]:
        arguments.append(f"{place['name']}: str")
    if o["body"]:
        fields = members(o["body"])
        if fields is None:
            arguments.append(f"body: {python_type(o['body'])}")
            body = "body"
        else:
            needed = [f for f in fields if f[2]]
            arguments += [f"{k}: {python_type(v)}" for k, v, _ in needed]
            if len(needed) < len(fields):
                arguments.append("*")
                arguments += [f"{k}: Optional[{python_type(v)}] = None" for k, v, r in fields if not r]
            body = "_given(" + ", ".join(f"{k}={k}" for k, _, _ in fields) + ")"
    if o["query"]:
        arguments.append("*")
        arguments += [f"{p['name']}: Optional[{python_type(p['schema'])}] = None" for p in o["query"]]
        query = "_given(" + ", ".join(f"{p['name']}={p['name']}" for p in o["query"]) + ")"
    result = "str" if o["text"] else python_type(o["result"]) if o["result"] else "None"
    path = re.sub(r"\{(\w+)\}", r"{_segment(\1)}", o["path"])
    path = f'f"{path}"' if "{" in path else f'"{path}"'
    call = f'self._call("{o["method"]}", {path}, {query}, {body})'
    lines = [f"    def {o['name']}(", *[f"        {a}," for a in arguments], f"    ) -> {result}:"]
    if len(lines[0]) + sum(len(a) + 2 for a in arguments) < 100:
        lines = [f"    def {o['name']}({', '.join(arguments)}) -> {result}:"]
    end = f"        {call}" if result == "None" else f"        return cast({result}, {call})"
    return [*lines, *documentation, end, ""]


def python():
    lines = [
        "# SPDX-License-Identifier: Apache-2.0", "# Made from docs/openapi.json by packaging/clients.py; do not edit.",
        '"""The control endpoints under ``/_mock``, as typed calls. Only Python\'s own library is used."""',
        "from __future__ import annotations", "",
        "from typing import Any, Dict, List, Literal, Optional, TypedDict, Union, cast", "",
        "from ._http import ControlError, call as _http_call, given as _given, segment as _segment", "",
        '__all__ = ["Control", "ControlError"]', "", "",
    ]
    for name, schema in SCHEMAS.items():
        lines += [*python_class(name, schema), "", ""]
    lines += [
        "class Control:", '    """The control endpoints of one deployment."""', "",
        "    def __init__(self, url: str, token: Optional[str] = None, timeout: float = 30) -> None:",
        "        self.url = url", "        self._token = token", "        self._timeout = timeout", "",
        "    def _call(self, method: str, path: str, query: Any, body: Any) -> Any:",
        "        return _http_call(self.url + path, method, query, body, self._token, self._timeout)", "",
    ]
    for operation in operations():
        lines += python_method(operation)
    return "\n".join(lines).rstrip() + "\n"


# TypeScript and JavaScript

def camel(name):
    first, *rest = name.split("_")
    return first + "".join(each.capitalize() for each in rest)


def type_of(schema):
    name = reference(schema)
    if name:
        return name
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(type_of(each) for each in schema["anyOf"]))
    if "enum" in schema:
        return " | ".join(json.dumps(each) for each in schema["enum"])
    kind = schema.get("type")
    if kind == "array":
        return f"Array<{type_of(schema['items'])}>"
    if kind == "object":
        if "properties" in schema:
            required = set(schema.get("required", []))
            return "{ " + " ".join(f"{k}{'' if k in required else '?'}: {type_of(v)};" for k, v in schema["properties"].items()) + " }"
        more = schema.get("additionalProperties")
        return f"Record<string, {type_of(more) if more else 'unknown'}>"
    return {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}.get(kind, "unknown")


def declarations():
    lines = ["// SPDX-License-Identifier: Apache-2.0", "// Made from docs/openapi.json by packaging/clients.py; do not edit.", ""]
    for name, schema in SCHEMAS.items():
        if name in OPAQUE or "properties" not in schema:
            lines += [f"export type {name} = Record<string, unknown>;", ""]
            continue
        required = set(schema.get("required", []))
        lines.append(f"export interface {name} {{")
        for key, value in schema["properties"].items():
            if value.get("description"):
                lines.append(f"  /** {value['description'].replace('*/', '* /')} */")
            lines.append(f"  {key}{'' if key in required else '?'}: {type_of(value)};")
        lines += ["}", ""]
    lines += [
        "/** What a control endpoint refused. */", "export class ControlError extends Error {", "  readonly status: number;",
        "  readonly code: string;", "  readonly findings: Array<Finding>;", "}", "",
        "/** The control endpoints of one deployment. */", "export class Control {",
        "  constructor(url: string, token?: string);", "  readonly url: string;",
    ]
    for o in operations():
        arguments = [f"{p['name']}: string" for p in o["places"]]
        if o["body"]:
            arguments.append(f"body: {type_of(o['body'])}")
        if o["query"]:
            arguments.append("query?: { " + " ".join(f"{p['name']}?: {type_of(p['schema'])};" for p in o["query"]) + " }")
        result = "string" if o["text"] else type_of(o["result"]) if o["result"] else "void"
        lines += [f"  /** {o['summary']}: `{o['method']} {o['path']}`. */", f"  {camel(o['name'])}({', '.join(arguments)}): Promise<{result}>;"]
    return "\n".join([*lines, "}", ""])


def javascript():
    lines = [
        "// SPDX-License-Identifier: Apache-2.0", "// Made from docs/openapi.json by packaging/clients.py; do not edit.",
        'import { ControlError, call } from "./http.mjs";', "", "export { ControlError };", "",
        "/** The control endpoints of one deployment. */", "export class Control {", "  #token;", "",
        "  constructor(url, token) {", "    this.url = url;", "    this.#token = token;", "  }", "",
        "  #call(method, path, query, body) { return call(this.url + path, method, query, body, this.#token); }", "",
    ]
    for o in operations():
        arguments = [p["name"] for p in o["places"]] + (["body"] if o["body"] else []) + (["query"] if o["query"] else [])
        path = re.sub(r"\{(\w+)\}", r"${encodeURIComponent(\1)}", o["path"])
        path = f"`{path}`" if "$" in path else f'"{path}"'
        rest = [path] + ([("query" if o["query"] else "undefined"), "body"] if o["body"] else ["query"] if o["query"] else [])
        lines.append(f"  {camel(o['name'])}({', '.join(arguments)}) {{ return this.#call(\"{o['method']}\", {', '.join(rest)}); }}")
    return "\n".join([*lines, "}", ""])


if __name__ == "__main__":
    stale = []
    for path, text in ((PYTHON, python()), (DECLARATIONS, declarations()), (JAVASCRIPT, javascript())):
        if not path.exists() or path.read_text() != text:
            stale.append(str(path.relative_to(recipe.ROOT)))
            if "--check" not in sys.argv:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
    if stale and "--check" in sys.argv:
        sys.exit("not what docs/openapi.json says: " + ", ".join(stale) + "; write them by: python3 packaging/clients.py")
    print("written: " + ", ".join(stale) if stale else "the clients are what docs/openapi.json says")
