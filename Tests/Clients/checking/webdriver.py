"""As much of WebDriver (W3C) as the clients here need: a Chromium without a window."""
import socket
import subprocess
import time

import requests


class Browser:
    """A browser."""

    def __init__(self, *more):
        """`more` are further arguments of Chromium."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", *more]}
        wanted = {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True, "goog:chromeOptions": options}}}
        for _ in range(100):
            try:
                answer = requests.post(self.base, json=wanted, timeout=60).json()["value"]
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        self.base += "/" + answer["sessionId"]
        self.capabilities = answer["capabilities"]

    def call(self, what, **body):
        answer = requests.post(f"{self.base}/{what}", json=body, timeout=60).json()["value"]
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
        return requests.get(f"{self.base}/{what}", timeout=60).json()["value"]

    def run(self, script, *arguments):
        return self.call("execute/sync", script=script, args=list(arguments))

    def promised(self, script, *arguments):
        """What a function of the page promises, or the error that it ends with."""
        script = "const done = arguments[arguments.length - 1];" + \
            f"({script})(...[...arguments].slice(0, -1)).then(done, e => done('failed: ' + e))"
        return self.call("execute/async", script=script, args=list(arguments))

    def wait(self, test):
        for _ in range(100):
            if test():
                return True
            time.sleep(0.1)
        return False

    def end(self):
        requests.delete(self.base, timeout=60)
        self.driver.terminate()
        self.driver.wait()
