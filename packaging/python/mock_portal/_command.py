# SPDX-License-Identifier: Apache-2.0
"""The command inside this package: ``mock-portal …`` and ``python -m mock_portal …``."""
from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Dict, List, Tuple

_HOME = Path(__file__).resolve().parent / "_home"


def command() -> Tuple[List[str], Dict[str, str]]:
    """The program to start, and the environment it is started in.

    MOCK_PORTAL names another one: a build of your own, or one on the PATH."""
    environment = dict(os.environ)
    other = environment.get("MOCK_PORTAL")
    if other:
        return [other], environment
    program = _HOME / "lib/mock-portal/mock-portal"
    if not program.exists():
        return ["mock-portal"], environment
    return [str(program)], environment


def main() -> None:
    arguments, environment = command()
    # In place of Python: signals and the exit code are the command's own.
    try:
        os.execvpe(arguments[0], [*arguments, *sys.argv[1:]], environment)
    except OSError as error:
        sys.exit(f"mock-portal: cannot start {arguments[0]}: {error.strerror}")
