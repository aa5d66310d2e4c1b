"""Chromium walks the inspector, as a person does who wants to know why a request was refused.

Usage: client.py walk|hostile|token READY-FILE [folder for pictures]
"""
import base64
import importlib.util
import io
import json
import pathlib
import sys
import time

import requests
from checks import check, end
from webdriver import Browser

way, ready = sys.argv[1], json.load(open(sys.argv[2], encoding="utf-8"))
pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
http, portal = ready["http"], ready["http"] + "/portal"
inspector = http + "/_mock/"
# The rules of accessibility, which a package for another driver brings; nothing of that driver is needed.
axe = pathlib.Path(importlib.util.find_spec("axe_playwright_python").origin).with_name("axe.min.js").read_text(encoding="utf-8")

browser = Browser()


def text(css):
    return browser.run("return document.querySelector(arguments[0])?.innerText ?? ''", css)


def gone_to(view, ready_when):
    browser.click(f'nav a[href="#{view}"]')
    return browser.wait(lambda: browser.run(ready_when))


def serious(where):
    """What axe finds that is serious or worse, in the view that is shown."""
    browser.run(axe)
    found = browser.promised("async () => (await axe.run()).violations.map(v => [v.impact, v.id, v.nodes.map(n => n.html).slice(0, 3)])")
    bad = [one for one in found if one[0] in ("serious", "critical")]
    for one in bad:
        print("     ", where, one)
    return not bad


def look(scheme, width, height):
    """A color scheme and a size, as a person's machine or telephone has them."""
    browser.call("goog/cdp/execute", cmd="Emulation.setEmulatedMedia", params={"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    params = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.call("goog/cdp/execute", cmd="Emulation.setDeviceMetricsOverride", params=params)


def picture(name):
    if pictures is None:
        return
    from PIL import Image
    image = Image.open(io.BytesIO(base64.b64decode(browser.get("screenshot"))))
    image.convert("RGB").quantize(128).save(pictures / f"{name}.png", optimize=True)


def clean(where):
    """No view has found anything that a script of a name did, and no message of the policy is there."""
    return check(f"nothing of a name runs: {where}", lambda: browser.get("title") != "owned" and not browser.run("return !!window.owned"))


def ask(path, **form):
    return requests.post(portal + path, data=form).json() if form else requests.get(http + path)


def walk():
    browser.open(http + "/")
    check("/ leads to the inspector", lambda: browser.get("url").rstrip("/").endswith("/_mock") or "/_mock/" in browser.get("url"))
    check("it says what is served", lambda: browser.wait(lambda: text("#scenario-name").startswith("start/federated")))
    check("nothing has come yet", lambda: "Nothing has come yet" in text("#counts"))
    look("light", 1280, 860)

    # The page notes when a row appears, and the request when it is sent: both by the clock of this machine.
    browser.run("""
        window.appeared = null;
        new MutationObserver(() => {
            if (!window.appeared && document.querySelector('#rows tr.refused')) window.appeared = Date.now();
        }).observe(document.querySelector('#rows'), { childList: true, subtree: true });
        """)
    sent = time.time() * 1000
    refusal = ask("/sharing/generateToken", username="dirk@CONTOSO", password="known-only-to-the-idp", referer="https://app.example", f="json")
    check("the request is refused", lambda: refusal["error"]["code"] == 400)
    check("the refusal appears", lambda: browser.wait(lambda: browser.run("return window.appeared")))
    took = browser.run("return window.appeared") - sent
    # Mostly less than 200 ms; a machine with other work takes longer.
    check(f"soon after the request ({took:.0f} ms)", lambda: took <= 5000)
    check("a screen reader hears of it", lambda: browser.wait(lambda: "generate-token.enterprise-login" in text("#told"))
          and browser.run("return document.querySelector('#told').getAttribute('aria-live')") == "polite")

    browser.click("#rows tr.refused a")
    check("its explanation", lambda: browser.wait(lambda: "Would pass" in text("#detail")))
    detail = text("#detail")
    for words in ["generate-token.enterprise-login", "only the provider knows the password", "What to do", "username", "dirk@CONTOSO"]:
        check(f"it says {words!r}", lambda: words in detail)
    check("and no password", lambda: "known-only-to-the-idp" not in detail and "‹password›" in detail)
    check("axe on an exchange", lambda: serious("an exchange"))

    # A token for five minutes is used, and eight minutes pass: of a clock that stands, or there would be some seconds more.
    requests.post(inspector + "clock", json={"freeze": True}).raise_for_status()
    token = ask("/sharing/rest/generateToken", username="viewer", password="viewer", client="referer", referer="https://app.example", expiration="5", f="json")["token"]
    service = f"{http}/arcgis/rest/services/Airports/MapServer?f=json&token={token}"
    headers = {"Referer": "https://app.example/map"}
    check("a service is read by it", lambda: "error" not in requests.get(service, headers=headers).json())
    check("its exchange is in the list", lambda: browser.wait(lambda: "/Airports/MapServer" in text("#rows")))
    browser.click("#rows tr[data-id]:first-child a")
    check("the token is decoded: whose, by which door, bound to what", lambda: browser.wait(
        lambda: all(words in text("#detail .token") for words in ["of viewer is good for another", "sharing/rest/generateToken", "https://app.example (referer)"])))
    gone_to("changes", "return !!document.querySelector('#event select')")
    browser.run("document.querySelector('#advance input').value = 'PT8M'")
    browser.click("#advance button")
    check("the clock is advanced", lambda: browser.wait(lambda: text("#told").startswith("It is ")))
    gone_to("exchanges", "return true")
    check("the token is shown expired", lambda: browser.wait(lambda: "expired 3 minutes ago" in text("#detail .token")))
    refused = requests.get(service, headers=headers).json()
    check("and it is refused", lambda: refused["error"]["code"] == 498)
    check("which is listed", lambda: browser.wait(lambda: "token.expired" in text("#rows tr:first-child")))
    browser.click("#rows tr:first-child a")
    check("its explanation", lambda: browser.wait(lambda: "token.expired" in text("#detail")))
    browser.run("scrollTo(0, 0)")
    picture("inspector-exchange")

    browser.click("#add-step")
    check("steps are added to a scenario", lambda: browser.wait(lambda: "added to your scenario" in text("#told")))
    gone_to("scenario", "return document.querySelector('#served-steps').textContent !== ''")
    own = browser.run("return document.querySelector('#own').value")
    check("with what came before: the token's request, the time", lambda: own.count('"request"') == 2 and '"advance"' in own and '"because": "token.expired"' in own)
    check("and not the token itself", lambda: token not in own)
    browser.click("#own-check")
    check("which pass", lambda: browser.wait(lambda: "passed" in text("#own-report h4")))
    browser.run("document.querySelector('#own-report').scrollIntoView(false)")
    picture("inspector-scenario")
    check("axe on the scenario", lambda: serious("scenario"))

    # curl and HAR are there, secrets only when asked for. The second change is the clock; the token was asked for then.
    whole = requests.get(f"{inspector}exchanges/3").json()
    check("as curl and as HAR, masked", lambda: whole["curl"].startswith("curl ") and whole["har"]["log"]["version"] == "1.2" and "viewer&" not in whole["curl"].split("password=")[1][:9])

    check("the deployment as a picture", lambda: gone_to("deployment", "return !!document.querySelector('#picture svg')"))
    drawn = browser.run("return document.querySelector('#picture svg').textContent")
    for words in ["Portal portal", "Server gis", "federated", "portadmin", "Airports"]:
        check(f"it shows {words!r}", lambda: words in drawn)
    picture("inspector-deployment")
    check("axe on the picture", lambda: serious("deployment"))

    check("people", lambda: gone_to("people", "return !!document.querySelector('[data-sign-in=viewer]')"))
    check("axe on people", lambda: serious("people"))
    browser.run("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    browser.click("button[aria-label='password of viewer']")
    check("a password is asked for when it is copied", lambda: browser.wait(lambda: browser.run("return window.copied") == "viewer"))
    browser.run("window.open = () => null")
    browser.click("[data-sign-in=viewer]")
    check("signed in by a click", lambda: browser.wait(lambda: "signed in as viewer" in text("#told")))
    browser.open(portal + "/home/")
    check("which the home page says", lambda: "viewer is signed in." in browser.get("source"))
    browser.click("a[href*='item.html']")
    check("an item by its link", lambda: browser.wait(lambda: "Owner" in text("dl")))
    browser.click("#signout")
    check("signed out by the link", lambda: browser.wait(lambda: "Nobody is signed in." in browser.get("source")))

    browser.open(inspector + "#changes")
    check("events to choose from", lambda: browser.wait(lambda: browser.run("return document.querySelectorAll('#event option').length > 30")))
    check("axe on the forms", lambda: serious("forms"))
    browser.run("""
        const event = document.querySelector('#event select[name=event]');
        event.value = 'stop-service';
        event.dispatchEvent(new Event('change', { bubbles: true }));
        document.querySelector('#event select[name=service]').value = 'Airports';
        """)
    browser.click("#event > button")
    check("an event happens", lambda: browser.wait(lambda: text("#told") == "Done: stop-service"))
    check("the service is stopped", lambda: "not started" in requests.get(f"{http}/arcgis/rest/services/Airports/MapServer?f=json&token={ready_token()}").text)
    browser.click("#fault > button")
    check("a fault is set", lambda: browser.wait(lambda: "struck 0 of" in text("#faults")))
    browser.click("#faults button")
    check("and removed", lambda: browser.wait(lambda: text("#faults") == ""))

    check("the library", lambda: gone_to("library", "return document.querySelectorAll('#rules details').length > 10"))
    browser.type("#search input", "498 Invalid Token referer")
    check("searched by the words of an error", lambda: browser.wait(lambda: "token.other-referer" in text("#rules") and browser.run("return document.querySelectorAll('#scenarios details').length > 0")))
    check("axe on the library", lambda: serious("library"))

    # By keyboard alone: to the list, along it, and into it.
    browser.open(inspector)
    browser.wait(lambda: browser.run("return document.querySelectorAll('#rows a').length > 2"))
    keys = browser.run("""
        const all = [...document.querySelectorAll('#rows a')];
        all[0].focus();
        all[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
        return document.activeElement === all[1];
        """)
    check("along the list by the arrows", lambda: keys)
    reachable = browser.run("return [...document.querySelectorAll('button, a, input, select, textarea')].every(e => e.tabIndex >= 0)")
    check("all of it is reached by the tab key", lambda: reachable)
    browser.run("document.querySelector('[name=refused]').click()")
    check("refused ones alone", lambda: browser.wait(lambda: browser.run("return [...document.querySelectorAll('#rows tr')].every(row => row.className.includes('refused'))")))

    # Two thousand requests and more: the page keeps the newest, and goes on answering.
    browser.run("document.querySelector('#filter').reset()")
    with requests.Session() as session:
        for number in range(2300):
            session.get(f"{http}/arcgis/rest/info?f=json&n={number}")
    check("a flood of requests", lambda: browser.wait(lambda: "n=2299" in text("#rows tr:first-child")))
    check("of which it keeps a bounded list", lambda: browser.run("return document.querySelectorAll('#rows tr').length") <= 2000)
    browser.run("location.hash = 'deployment'")
    check("and it goes on answering", lambda: browser.wait(lambda: browser.run("return !document.querySelector('#view-deployment').hidden")))
    requests.delete(inspector + "requests")
    check("cleared", lambda: browser.wait(lambda: browser.run("return document.querySelectorAll('#rows tr').length") == 0))
    ask("/sharing/generateToken", username="dirk@CONTOSO", password="x", referer="https://app.example", f="json")

    # Dark, and as wide as a telephone: nothing is wider than the window, and axe has nothing to say.
    for scheme, width in [("dark", 1280), ("light", 390), ("dark", 390)]:
        look(scheme, width, 844)
        for view in ["exchanges", "deployment", "people", "changes", "scenario", "library"]:
            browser.run("location.hash = arguments[0]", view)
            browser.wait(lambda: browser.run("return document.querySelector(`#view-${arguments[0]}`).hidden === false", view))
            time.sleep(0.2)
            wide = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            check(f"{scheme}, {width} wide: {view}", lambda: wide <= 0 and serious(f"{scheme} {view}"))
        if width == 390 and scheme == "dark":
            browser.run("location.hash = 'exchanges'")
            time.sleep(0.3)
            picture("inspector-telephone")


def ready_token():
    return requests.post(inspector + "tokens", json={"user": "viewer"}).json()["token"]


def hostile():
    """Names that are scripts, in everything that the pages show."""
    bad = "<script>document.title='owned'</script>"
    for path in [f"/arcgis/rest/services/{bad}/MapServer", f"/{bad}", f"/portal/home/item.html?id={bad}", f"/portal/home/user.html?user={bad}"]:
        requests.get(http + path, headers={"User-Agent": bad, "Referer": f"https://{bad}", "X-Test": "<img src=x onerror=document.title='owned'>"})
    ask("/sharing/generateToken", username=bad, password=bad, referer=bad, f="json")
    for page in ["/portal/home/", f"/portal/home/item.html?id={bad}", f"/portal/home/user.html?user={bad}", "/portal/home/item.html?id=" + "1" * 32,
                 "/portal/home/group.html?id=g1", "/portal/sharing/rest/search?q=*", "/arcgis/rest/services/Plain/MapServer", f"/arcgis/rest/services/{bad}/MapServer"]:
        browser.open(http + page)
        clean(page)
    browser.open(inspector)
    check("the exchanges are there", lambda: browser.wait(lambda: browser.run("return document.querySelectorAll('#rows tr').length > 4")))
    for number in range(1, 6):
        browser.open(f"{inspector}#exchanges/{number}")
        browser.wait(lambda: browser.run("return !!document.querySelector('#detail h3')"))
        clean(f"exchange {number}")
    for view in ["deployment", "people", "changes", "scenario", "library"]:
        browser.run("location.hash = arguments[0]", view)
        time.sleep(0.5)
        clean(view)
    check("the names are there as texts", lambda: browser.run("location.hash = 'people'") is None and browser.wait(lambda: bad in text("#people")))
    injected = browser.run("return document.querySelectorAll('main script, main img, main iframe, #people b, [onclick], [onerror], [onload], [onfocus]').length")
    check("and no element is made of them", lambda: injected == 0)
    check("the policy allows no script in a page", lambda: browser.run("""
        const script = document.createElement('script');
        try { script.textContent = 'window.owned = true'; } catch { return true; }
        document.body.append(script);
        return window.owned === undefined;
        """))


def token():
    """With a control token: to read until the token is given."""
    requests.get(http + "/arcgis/rest/services?f=json")
    browser.open(inspector)
    check("it reads without the token", lambda: browser.wait(lambda: "/arcgis/rest/services" in text("#rows")))
    check("and says so", lambda: browser.wait(lambda: "Read only" in text("#access")))
    check("what changes something is off", lambda: browser.run("return document.querySelector('#clear').disabled && document.querySelector('#freeze').disabled"))
    gone_to("people", "return !!document.querySelector('#people table')")
    check("no password is there", lambda: "Password" not in text("#people"))
    check("axe on reading", lambda: serious("reading"))
    browser.click("#unlock-button")
    browser.type("#unlock input", "t0ken")
    browser.click("#unlock button[value=ok]")
    check("with it everything is there", lambda: browser.wait(lambda: browser.run("return document.body.dataset.access") == "full"))
    check("and the clock can be moved", lambda: gone_to("changes", "return !document.querySelector('#freeze').disabled"))
    browser.click("#freeze")
    check("which it is", lambda: browser.wait(lambda: "frozen" in text("#clock-state")))


try:
    {"walk": walk, "hostile": hostile, "token": token}[way]()
finally:
    browser.end()

end()
