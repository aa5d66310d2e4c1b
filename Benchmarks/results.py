"""What a benchmark measured: printed row by row and, where --json FILE asks for it, written as JSON for docs/performance.md."""
import json
import os
import pathlib
import sys


class Results:
    """The rows of one run. Takes --json FILE out of the arguments."""

    def __init__(self, name, about):
        self.name, self.about, self.rows, self.file = name, " ".join(about.split()), [], None
        # What else the machine does: on an idle one it is near 0.
        self.load = os.getloadavg()[0]
        if "--json" in sys.argv:
            at = sys.argv.index("--json")
            if at + 1 == len(sys.argv):
                sys.exit("--json needs a file")
            self.file = pathlib.Path(sys.argv[at + 1]).resolve()
            del sys.argv[at:at + 2]

    def add(self, what, measured, goal="", fine=None):
        """Notes a row: measured and goal with their units; fine is whether the goal is met, None where there is none."""
        self.rows.append({"what": what, "measured": measured, "goal": goal, "fine": fine})

    @property
    def over(self):
        return [row["what"] for row in self.rows if row["fine"] is False]

    def write(self):
        if self.file:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps({"name": self.name, "about": self.about, "load": self.load, "rows": self.rows}, indent=1) + "\n")
