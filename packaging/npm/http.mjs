// SPDX-License-Identifier: Apache-2.0

/** What a control endpoint refused, in its own words. */
export class ControlError extends Error {
  constructor(status, code, message, findings) {
    const lines = findings.map((each) => {
      const hint = each.suggestion ? `; did you mean "${each.suggestion}"?` : "";
      return `${each.file}:${each.line}:${each.column}: ${each.message}${hint}`;
    });
    super([`${status} ${code}: ${message}`, ...lines].join("\n"));
    this.name = "ControlError";
    this.status = status;
    this.code = code;
    this.findings = findings;
  }
}

/** A call of a control endpoint. A text as body is a scenario in JSON5, as it is in a file. */
export async function call(url, method, query, body, token) {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  if (given.length > 0) url += `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(url, {
    method, headers, body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.ok) {
    if (text === "") return undefined;
    return answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
  }
  let told;
  try { told = JSON.parse(text); } catch { /* Not of MockPortal. */ }
  if (!told?.error) throw new ControlError(answer.status, "unknown", text.slice(0, 200), []);
  throw new ControlError(answer.status, told.error.code, told.error.message, told.findings ?? []);
}
