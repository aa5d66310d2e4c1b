#!/usr/bin/env python3
"""Random changes of the oracles' requests, over real sockets: nothing may end the server.
Usage: wire.py path/to/mock-portal [seconds] [seed]; what it died of is printed.
"""
import json
import pathlib
import random
import socket
import subprocess
import sys
import time

binary, seconds, seed = sys.argv[1], int((sys.argv[2:] or [60])[0]), int((sys.argv[3:] or [7])[0])
table = pathlib.Path(__file__).parent.parent / "Oracles/http/requests.json"
cases = [case["text"].encode() for case in json.loads(table.read_text())] + [
    b'POST /portal/sharing/rest/generateToken HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\n'
    b'Content-Length: 62\r\n\r\n--b\r\nContent-Disposition: form-data; name="f"\r\n\r\njson\r\n--b--\r\n',
    b"GET /arcgis/rest/services/PublicAirports/MapServer/0/query?where=IATA%20IN%20('LAX')%20AND%20NOT%20(ELEVATION%20%3E%205)"
    b"&outFields=*&f=json HTTP/1.1\r\nHost: a\r\n\r\n",
    b'POST /_mock/clock HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n{"advance":"PT61M"}',
]
dice = random.Random(seed)


def changed():
    text = bytearray(dice.choice(cases))
    for _ in range(dice.randint(0, 6)):
        place = dice.randint(0, len(text))
        kind = dice.randint(0, 3)
        if kind == 0 and place < len(text):
            text[place] = dice.randint(0, 255)
        elif kind == 1:
            text[place:place] = bytes(dice.randint(0, 255) for _ in range(dice.randint(1, 8)))
        elif kind == 2:
            del text[place:place + dice.randint(1, 10)]
        else:
            other = dice.choice(cases)
            text[place:place] = other[:dice.randint(0, len(other))]
    return bytes(text)


process = subprocess.Popen([binary, "serve", "start/federated", "--port", "0", "--log", "off"], stdout=subprocess.PIPE, text=True)
port = int(next(word for word in process.stdout.readline().split() if word.startswith("http=")).rsplit(":", 1)[1])
count, text, end = 0, b"", time.monotonic() + seconds
try:
    while time.monotonic() < end:
        before, text = text, changed()
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=15) as connection:
                connection.sendall(text)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
        except (ConnectionResetError, BrokenPipeError):
            pass
        except ConnectionRefusedError:
            sys.exit(f"it died after {count} requests, of {before!r}")
        count += 1
finally:
    process.terminate()
    code = process.wait(10)
print(f"{count} random requests in {seconds} s, seed {seed}: alive, and ended with {code}")
sys.exit(code)
