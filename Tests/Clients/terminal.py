# SPDX-License-Identifier: Apache-2.0
"""Runs a command on a terminal of its own, prints what it shows there, and ends it with Ctrl-C once it serves: terminal.py COMMAND…"""
import os
import pty
import sys

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
shown, is_ended = b"", False
while True:
    try:
        more = os.read(terminal, 65536)
    except OSError:  # Its end: EIO on Linux.
        break
    if not more:
        break
    shown += more
    if b"Ctrl-C ends it" in shown and not is_ended:
        is_ended = True
        os.write(terminal, b"\x03")
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
