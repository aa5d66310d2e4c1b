#!/usr/bin/env python3
"""Holds our HTTP reader, as `mock-portal serve` runs it, against h11 and node's parser on the table of requests.

What is compared: the requests that were read (method, target, fields, body), and how it ended: done, incomplete, or
refused. Where we differ on purpose, differences.json says why; a difference that is not listed there fails, and so does
a listed one that is gone.  Usage: compare.py path/to/mock-portal
"""
import base64
import json
import pathlib
import socket
import subprocess
import sys
import urllib.request

import h11

HERE = pathlib.Path(__file__).parent
CASES = json.loads((HERE / "requests.json").read_text())
REASONS = json.loads((HERE / "differences.json").read_text())


def ours(binary):
    """Sends each case over a connection of its own and reads the journal."""
    process = subprocess.Popen(
        [binary, "serve", "start/standalone", "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
    try:
        line = process.stdout.readline()
        base = next(word for word in line.split() if word.startswith("http=")).removeprefix("http=")
        port = int(base.rsplit(":", 1)[1])
        results, last = [], 0
        for case in CASES:
            with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
                connection.sendall(case["text"].encode())
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
            url = f"{base}/_mock/requests?after={last}&limit=1000&secrets=true"
            with urllib.request.urlopen(url, timeout=20) as response:
                entries = json.load(response)["requests"]
            requests, end = [], "done"
            for entry in entries:
                last = entry["id"]
                if entry["method"] is None:
                    end = "incomplete" if "ended inside a request" in entry["unreadable"] else "refused"
                    continue
                body = entry["body"].encode() if "body" in entry else base64.b64decode(entry["bodyBase64"])
                fields = [[name.lower(), value] for name, value in entry["headers"]]
                requests.append([entry["method"], entry["target"], fields, body.decode("latin-1")])
            results.append((requests, end))
        return results
    finally:
        process.terminate()
        process.wait(10)


def by_h11(text):
    connection = h11.Connection(h11.SERVER, max_incomplete_event_size=64 * 1024)
    requests, current = [], None
    connection.receive_data(text.encode())
    try:
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                left = current is not None or bool(connection.trailing_data[0].strip(b"\r\n"))
                return requests, "incomplete" if left else "done"
            if event is h11.PAUSED:
                if connection.our_state is h11.SEND_RESPONSE:
                    connection.send(h11.Response(status_code=404, headers=[("content-length", "0")]))
                    connection.send(h11.EndOfMessage())
                if connection.our_state is h11.DONE and connection.their_state is h11.DONE:
                    connection.start_next_cycle()
                    continue
                return requests, "done"
            if isinstance(event, h11.Request):
                fields = [[name.decode().lower(), value.decode("utf-8", "replace")] for name, value in event.headers]
                current = [event.method.decode(), event.target.decode("utf-8", "replace"), fields, ""]
            elif isinstance(event, h11.Data):
                current[3] += bytes(event.data).decode("latin-1")
            elif isinstance(event, h11.EndOfMessage):
                requests.append(current)
                current = None
                if connection.our_state is h11.SEND_RESPONSE:
                    connection.send(h11.Response(status_code=404, headers=[("content-length", "0")]))
                    connection.send(h11.EndOfMessage())
                if connection.our_state is h11.MUST_CLOSE:
                    return requests, "done"
                if connection.their_state is h11.DONE:
                    connection.start_next_cycle()
            elif isinstance(event, h11.ConnectionClosed):
                return requests, "done"
    except h11.RemoteProtocolError:
        return requests, "refused"


def by_node():
    output = subprocess.run(["node", str(HERE / "node.mjs")], check=True, capture_output=True, timeout=300).stdout
    results = []
    for entry in json.loads(output):
        requests = [[r["method"], r["target"], r["headers"], r["body"]] for r in entry["requests"]]
        if entry["error"] == "HPE_INVALID_EOF_STATE" or entry["pending"] and not entry["error"]:
            end = "incomplete"
        elif entry["error"] and entry["error"] != "ECONNRESET":
            end = "refused"
        else:
            end = "done"
        results.append((requests, end))
    return results


def same(one, other):
    """Equal, but that who gives up on a connection may do so before or after it was whole."""
    return one == other


def main():
    if subprocess.run(["node", "--version"], capture_output=True).returncode != 0:
        sys.exit("node is missing; install it with: apt-get install nodejs")
    found = {"ours": ours(sys.argv[1]), "h11": [by_h11(case["text"]) for case in CASES], "node": by_node()}
    failed = agreed = listed = 0
    for place, case in enumerate(CASES):
        name = case["name"]
        for oracle in ("h11", "node"):
            reason = REASONS.get(name, {}).get(oracle)
            if same(found["ours"][place], found[oracle][place]):
                agreed += 1
                if reason:
                    failed += 1
                    print(f"STALE  {name}: agrees with {oracle} now; take it out of differences.json")
            elif reason:
                listed += 1
            else:
                failed += 1
                print(f"DIFFER {name}\n   ours  {found['ours'][place]}\n   {oracle:5} {found[oracle][place]}"[:700])
    for name in sorted(REASONS.keys() - {case["name"] for case in CASES}):
        failed += 1
        print(f"STALE  {name}: not in the table")
    print(f"HTTP reader: {len(CASES)} requests against h11 {h11.__version__} and node: "
          f"{agreed} agree, {listed} differ for a listed reason")
    print(f"{agreed + listed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
