"""What the clients of Python here do alike: each check has a line, and the last one counts them."""
import os
import sys

_passed = _failed = 0


def check(name, run):
    """Runs it; it must give something true."""
    global _passed, _failed
    try:
        got, error = run(), None
    except Exception as problem:  # noqa: BLE001 - whatever the client raises is told
        got, error = None, f"{type(problem).__name__}: {problem}"
    if got:
        _passed += 1
        print(f"ok    {name}")
    else:
        _failed += 1
        print(f"FAIL  {name}: {error or repr(got)}")


def raised(run, says):
    """Whether it raises an error of that number, or one that says that text."""
    try:
        run()
    except Exception as problem:  # noqa: BLE001
        told = getattr(problem, "code", None) == says if isinstance(says, int) else says in str(problem)
        return told or print(f"      raised {type(problem).__name__}: {problem}")
    return print("      raised nothing")


def impossible(what):
    """Tells what the client cannot do here, and why."""
    print(f"not   {what}")


def end():
    """The count, and how the process ends: at once, for a library's thread was seen to wait for ever at Python's own end."""
    print(f"{_passed} passed, {_failed} failed", flush=True)
    sys.stderr.flush()
    os._exit(_failed != 0)
