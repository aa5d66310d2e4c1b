# SPDX-License-Identifier: Apache-2.0
"""Calls of the control endpoints. No proxy is ever asked: they are on this machine, or on one of the test's own."""
from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Dict, List, Optional

_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class ControlError(Exception):
    """What a control endpoint refused, in its own words."""

    def __init__(self, status: int, code: str, message: str, findings: List[Dict[str, Any]]) -> None:
        lines = [f"{status} {code}: {message}"]
        for each in findings:
            hint = f"; did you mean {each['suggestion']!r}?" if each.get("suggestion") else ""
            lines.append(f"{each['file']}:{each['line']}:{each['column']}: {each['message']}{hint}")
        super().__init__("\n".join(lines))
        self.status = status
        self.code = code
        self.findings = findings


def given(**arguments: Any) -> Dict[str, Any]:
    """The arguments that were given."""
    return {name: value for name, value in arguments.items() if value is not None}


def segment(text: str) -> str:
    return urllib.parse.quote(text, safe="")


def call(url: str, method: str, query: Optional[Dict[str, Any]], body: Any, token: Optional[str], timeout: float) -> Any:
    if query:
        words = {k: str(v).lower() if isinstance(v, bool) else v for k, v in query.items()}
        url += "?" + urllib.parse.urlencode(words)
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    # A text is a scenario in JSON5, as it is in a file.
    data = None if body is None else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    request = urllib.request.Request(url, data, headers, method=method)
    try:
        with _opener.open(request, timeout=timeout) as answer:
            text = answer.read()
            if not text:
                return None
            return json.loads(text) if "json" in answer.headers.get("Content-Type", "") else text.decode()
    except urllib.error.HTTPError as refused:
        text = refused.read().decode(errors="replace")
        try:
            told = json.loads(text)
            error = told["error"]
        except (ValueError, KeyError, TypeError):
            raise ControlError(refused.code, "unknown", text[:200], []) from None
        raise ControlError(refused.code, error["code"], error["message"], told.get("findings", [])) from None
