"""As much of WebDriver (W3C) as the clients here need: a Chromium without a window."""
import pathlib
import re
import subprocess
import tempfile
import time

import requests

# Seconds for an answer of the driver: more than it gives a script.
PATIENCE = 180


class Browser:
    """A browser."""

    def __init__(self, *more):
        """`more` are further arguments of Chromium."""
        # The driver chooses a free port and prints it; into a file, which never fills up.
        told = tempfile.NamedTemporaryFile()
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=told, stderr=subprocess.STDOUT)
        port = None
        for _ in range(600):
            port = re.search(r"started successfully on port (\d+)", pathlib.Path(told.name).read_text(errors="replace"))
            if port or self.driver.poll() is not None:
                break
            time.sleep(0.1)
        if not port:
            self.driver.kill()
            raise RuntimeError(f"chromedriver did not start: {pathlib.Path(told.name).read_text(errors='replace')}")
        self.base = f"http://127.0.0.1:{port[1]}/session"
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", *more]}
        wanted = {"acceptInsecureCerts": True, "goog:chromeOptions": options, "timeouts": {"script": 120_000}}
        answer = requests.post(self.base, json={"capabilities": {"alwaysMatch": wanted}}, timeout=PATIENCE).json()["value"]
        if "sessionId" not in answer:
            self.driver.kill()
            raise RuntimeError(answer["message"])
        self.base += "/" + answer["sessionId"]
        self.capabilities = answer["capabilities"]

    def call(self, what, **body):
        answer = requests.post(f"{self.base}/{what}", json=body, timeout=PATIENCE).json()["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise RuntimeError(answer["message"])
        return answer

    def open(self, url):
        self.call("url", url=url)

    def find(self, css):
        (key, value), = self.call("element", using="css selector", value=css).items()
        return value

    def type(self, css, text):
        self.call(f"element/{self.find(css)}/value", text=text)

    def click(self, css):
        self.call(f"element/{self.find(css)}/click")

    def get(self, what):
        return requests.get(f"{self.base}/{what}", timeout=PATIENCE).json()["value"]

    def run(self, script, *arguments):
        return self.call("execute/sync", script=script, args=list(arguments))

    def promised(self, script, *arguments):
        """What a function of the page promises, or the error that it ends with."""
        script = "const done = arguments[arguments.length - 1];" + \
            f"({script})(...[...arguments].slice(0, -1)).then(done, e => done('failed: ' + e))"
        return self.call("execute/async", script=script, args=list(arguments))

    def wait(self, test):
        """Whether it comes to hold within a minute."""
        for _ in range(600):
            if test():
                return True
            time.sleep(0.1)
        return False

    def end(self):
        requests.delete(self.base, timeout=PATIENCE)
        self.driver.terminate()
        self.driver.wait()
