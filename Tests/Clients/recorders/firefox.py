"""Firefox does the session, and its own developer tools write the archive: firefox.py READY OUT

By Marionette, which Firefox brings along: the network monitor of the tab is opened, and asked for what its menu saves.
"""
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

ready, out = json.load(open(sys.argv[1])), sys.argv[2]
portal, server = ready["portal"], next(iter(ready["servers"].values()))
session = (pathlib.Path(__file__).parent / "session.js").read_text()


class Firefox:
    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = {
            "marionette.port": port, "browser.shell.checkDefaultBrowser": False, "browser.startup.page": 0,
            "datareporting.policy.dataSubmissionEnabled": False, "toolkit.telemetry.enabled": False, "app.update.enabled": False,
            "network.captive-portal-service.enabled": False, "network.connectivity-service.enabled": False,
            "extensions.update.enabled": False, "browser.safebrowsing.malware.enabled": False,
            "browser.safebrowsing.phishing.enabled": False, "devtools.netmonitor.har.includeResponseBodies": True,
            "devtools.netmonitor.persistlog": True, "security.OCSP.enabled": 0,
        }
        lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in settings.items()]
        (pathlib.Path(folder) / "user.js").write_text("".join(lines))
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", folder],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.number = 0
        for _ in range(600):
            try:
                self.socket = socket.create_connection(("127.0.0.1", port), timeout=120)
                break
            except ConnectionRefusedError:
                time.sleep(0.1)
        self.rest = b""
        self.receive()
        self.call("WebDriver:NewSession", acceptInsecureCerts=True)
        self.call("WebDriver:SetTimeouts", script=60000, pageLoad=60000)

    def receive(self):
        while b":" not in self.rest:
            self.rest += self.socket.recv(65536)
        length, _, self.rest = self.rest.partition(b":")
        while len(self.rest) < int(length):
            self.rest += self.socket.recv(65536)
        message, self.rest = self.rest[:int(length)], self.rest[int(length):]
        return json.loads(message)

    def call(self, command, **parameters):
        self.number += 1
        text = json.dumps([0, self.number, command, parameters]).encode()
        self.socket.sendall(str(len(text)).encode() + b":" + text)
        _, _, error, result = self.receive()
        if error:
            raise RuntimeError(f"{command}: {error['error']}: {error['message']}")
        return result.get("value") if isinstance(result, dict) and "value" in result else result

    def promised(self, context, script, *arguments):
        self.call("Marionette:SetContext", value=context)
        whole = "const done = arguments[arguments.length - 1];" + \
            f"({script})(...[...arguments].slice(0, -1)).then(done, e => done('failed: ' + e + e.stack))"
        return self.call("WebDriver:ExecuteAsyncScript", script=whole, args=list(arguments))

    def end(self):
        self.process.terminate()
        self.process.wait()


OPEN = """async () => {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const toolbox = await gDevTools.showToolboxForTab(window.gBrowser.selectedTab, { toolId: 'netmonitor' });
  return toolbox ? 'ready' : 'no toolbox';
}"""
SAVE = """async expected => {
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const toolbox = gDevTools.getToolboxForTab(window.gBrowser.selectedTab);
  let har;
  // The monitor hears of requests a little after they end.
  for (let tries = 0; tries < 100; tries++) {
    har = await toolbox.getHARFromNetMonitor();
    const log = typeof har === 'string' ? JSON.parse(har).log : har.log || har;
    if (log.entries.filter(each => !each.request.url.endsWith('.ico') && each.response.status && each.response.content.text !== undefined).length >= expected) break;
    await new Promise(done => window.setTimeout(done, 100));
  }
  return typeof har === 'string' ? har : JSON.stringify(har.log ? har : { log: har });
}"""

with tempfile.TemporaryDirectory() as folder:
    firefox = Firefox(folder)
    try:
        firefox.call("Marionette:SetContext", value="content")
        # A page of the site first, so that the tools stay with its process.
        firefox.call("Marionette:SetContext", value="content")
        firefox.call("WebDriver:Navigate", url=f"{portal}/home/")
        opened = firefox.promised("chrome", OPEN)
        if opened != "ready":
            sys.exit(f"the developer tools did not open: {opened}")
        firefox.call("Marionette:SetContext", value="content")
        firefox.call("WebDriver:Navigate", url=f"{portal}/home/")
        said = firefox.promised("content", f"async (p, s) => {{ {session}; return await session(p, s); }}", portal, server)
        print(said)
        # The monitor shows what came of a request when the next one begins.
        firefox.promised("content", "async p => { await fetch(p); }", portal.rsplit("/", 1)[0] + "/favicon.ico")
        archive = firefox.promised("chrome", SAVE, len(said.split()) + 1)
        if archive.startswith("failed"):
            sys.exit(f"the developer tools wrote nothing: {archive}")
        pathlib.Path(out).write_text(archive)
    finally:
        firefox.end()
