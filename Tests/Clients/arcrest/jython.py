"""What both need of Jython: its sockets do not send text that is not bytes, as Python 2's do. And the checks."""
import httplib
import sys

_send = httplib.HTTPConnection.send
_passed = [0, 0]


def send(self, data):
    return _send(self, data.encode("ascii") if isinstance(data, unicode) else data)  # noqa: F821


httplib.HTTPConnection.send = send


def check(name, run):
    """Runs it; it must give something true."""
    try:
        got, error = run(), None
    except Exception as problem:  # noqa: BLE001
        got, error = None, "%s: %s" % (type(problem).__name__, problem)
    _passed[0 if got else 1] += 1
    print("ok    %s" % name if got else "FAIL  %s: %s" % (name, error or repr(got)[:300]))


def refused(run, says):
    try:
        run()
    except Exception as problem:  # noqa: BLE001
        return says in "%s: %s" % (type(problem).__name__, problem)
    return False


def impossible(what):
    print("not   %s" % what)


def end():
    print("%d passed, %d failed" % tuple(_passed))
    sys.exit(_passed[1] != 0)
