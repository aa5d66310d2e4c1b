"""Chromium does the session, and its own developer tools write the archive: chromium.py READY OUT [PROXY]

The developer tools are a page. Chromium serves it, another window of the same browser shows it for the first one, and its own modules make
the archive as its button does. With a proxy nothing is written here: the proxy records.
"""
import json
import pathlib
import sys

import requests
import webdriver

ready, out = json.load(open(sys.argv[1])), sys.argv[2]
proxy = [f"--proxy-server={sys.argv[3]}", "--proxy-bypass-list=<-loopback>"] if len(sys.argv) > 3 else []
portal, server = ready["portal"], next(iter(ready["servers"].values()))
session = (pathlib.Path(__file__).parent / "session.js").read_text()

# What the page of the developer tools has once it shows the network of the other window.
BEGIN = """async () => {
  const logs = await import('./models/logs/logs.js');
  const sdk = await import('./core/sdk/sdk.js');
  for (let tries = 0; tries < 100; tries++) {
    if (sdk.TargetManager.TargetManager.instance().primaryPageTarget()) break;
    await new Promise(done => setTimeout(done, 100));
  }
  logs.NetworkLog.NetworkLog.instance();
  return sdk.TargetManager.TargetManager.instance().primaryPageTarget() ? 'ready' : 'no target';
}"""
END = """async () => {
  const logs = await import('./models/logs/logs.js');
  const har = await import('./models/har/har.js');
  const requests = logs.NetworkLog.NetworkLog.instance().requests();
  const written = har.Log && har.Log.Log ? await har.Log.Log.build(requests, {sanitize: false}) : null;
  if (!written) return 'failed: no writer';
  // The button writes bodies, too.
  for (let index = 0; index < requests.length; index++) {
    const content = await requests[index].requestContentData();
    const entry = written.entries[index];
    if (!('error' in content)) {
      entry.response.content.text = content.isTextContent ? content.text : content.base64;
      if (!content.isTextContent) entry.response.content.encoding = 'base64';
    }
  }
  return JSON.stringify({log: written});
}"""

browser = webdriver.Browser("--remote-allow-origins=*", *proxy)
try:
    first = browser.get("window")
    if proxy:
        browser.open(f"{portal}/home/")
        print(browser.promised(f"async (p, s) => {{ {session}; return await session(p, s); }}", portal, server))
        sys.exit(0)
    address = browser.capabilities["goog:chromeOptions"]["debuggerAddress"]
    page, = [each for each in requests.get(f"http://{address}/json", timeout=30).json() if each["type"] == "page"]
    second = browser.call("window/new", type="window")["handle"]
    browser.call("window", handle=second)
    browser.open(f"http://{address}/devtools/inspector.html?ws={address}/devtools/page/{page['id']}&panel=network")
    began = browser.promised(BEGIN)
    if began != "ready":
        sys.exit(f"the developer tools did not begin: {began}")
    browser.call("window", handle=first)
    browser.open(f"{portal}/home/")
    print(browser.promised(f"async (p, s) => {{ {session}; return await session(p, s); }}", portal, server))
    browser.call("window", handle=second)
    archive = browser.promised(END)
    if archive.startswith("failed"):
        sys.exit(f"the developer tools wrote nothing: {archive}")
    pathlib.Path(out).write_text(archive)
finally:
    browser.end()
