// SPDX-License-Identifier: Apache-2.0

// The control endpoints, as docs/contracts.md has them.

const kept = "mock-portal-control-token";

/** What the page may do: `full`, `read`, or not known yet. */
export const access = { level: null };

export function token() { return sessionStorage.getItem(kept); }

export function keepToken(text) {
  if (text) sessionStorage.setItem(kept, text);
  else sessionStorage.removeItem(kept);
}

function headers(more) {
  const given = token();
  return { ...(given ? { Authorization: `Bearer ${given}` } : {}), ...more };
}

/** What went wrong, with what is wrong in the body place by place. */
export class Refused extends Error {
  constructor(status, body) {
    super(body?.error?.message ?? `status ${status}`);
    this.status = status;
    this.findings = body?.findings ?? [];
  }
}

async function answer(response) {
  if (response.status === 204) return null;
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}

export async function get(path) {
  return answer(await fetch(`/_mock/${path}`, { headers: headers() }));
}

export async function send(method, path, body) {
  const text = typeof body === "string" ? body : JSON.stringify(body ?? {});
  return answer(await fetch(`/_mock/${path}`, {
    method, headers: headers(method === "DELETE" ? {} : { "Content-Type": "application/json" }),
    body: method === "DELETE" ? undefined : text,
  }));
}

/**
 * Listens to what happens, for ever: `hear` is called with the name and the data of each event. By fetch and not by
 * EventSource, which cannot send the token.
 */
export async function listen(hear, lost) {
  let last = 0;
  for (;;) {
    try {
      const response = await fetch(`/_mock/live?after=${last}`, { headers: headers() });
      if (!response.ok) throw new Refused(response.status, await response.json().catch(() => null));
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let waiting = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        waiting += value;
        let end;
        while ((end = waiting.indexOf("\n\n")) >= 0) {
          const lines = waiting.slice(0, end).split("\n");
          waiting = waiting.slice(end + 2);
          const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
          if (field("data") === undefined) continue;
          // Another server is there, whose numbers begin anew.
          if (field("event") === "hello" && JSON.parse(field("data")).last < last) {
            last = 0;
            await reader.cancel();
            break;
          }
          if (field("id")) last = Math.max(last, Number(field("id")));
          hear(field("event"), JSON.parse(field("data")));
        }
      }
      lost("The connection ended; trying again.");
    } catch (error) {
      lost(error instanceof Refused ? error.message : "The server does not answer; trying again.");
    }
    await new Promise((wake) => setTimeout(wake, 1500));
  }
}
