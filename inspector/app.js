// SPDX-License-Identifier: Apache-2.0

import { access, get, keepToken, listen } from "./api.js";
import { showClock } from "./clock.js";
import { $, tell } from "./dom.js";
import { choose, clearExchanges, hearEdit, hearExchange, startExchanges } from "./exchanges.js";
import { startChanges, showChanges } from "./changes.js";
import { showDeployment, startDeployment } from "./deployment.js";
import { showPeople, startPeople } from "./people.js";
import { showScenario, startScenario } from "./scenario.js";
import { showLibrary, startLibrary } from "./library.js";

const views = {
  exchanges: null, deployment: showDeployment, people: showPeople, changes: showChanges, scenario: showScenario,
  library: showLibrary,
};

/** Shows the view that the address names; `#exchanges/12` is an exchange. */
function route() {
  const [name, id] = (location.hash.slice(1) || "exchanges").split("/");
  const view = name in views ? name : "exchanges";
  for (const other of Object.keys(views)) {
    $(`view-${other}`).hidden = other !== view;
    const link = document.querySelector(`nav a[href="#${other}"]`);
    if (other === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.title = `${document.querySelector(`nav a[href="#${view}"]`).textContent} – MockPortal inspector`;
  views[view]?.();
  if (view === "exchanges" && id) choose(Number(id));
}

function grant(level) {
  access.level = level;
  const isFull = level === "full";
  document.body.dataset.access = level;
  const line = $("access");
  line.replaceChildren();
  line.hidden = isFull;
  if (!isFull) {
    const button = document.createElement("button");
    button.type = "button";
    button.id = "unlock-button";
    button.textContent = "Read only: give the control token";
    button.addEventListener("click", () => $("unlock").showModal());
    line.append(button);
  }
  // What changes something is off, not gone: a person sees what there is.
  const forms = ["clear", "advances", "advance", "set-clock", "event", "fault", "reset", "own-check", "own-serve", "decode"];
  for (const id of forms) {
    const element = $(id);
    const parts = element.matches("button") ? [element] : element.querySelectorAll("button, input, select");
    for (const part of parts) part.disabled = !isFull;
  }
}

const hearing = {
  hello(data) {
    grant(data.access);
    $("scenario-name").textContent = data.title ? `${data.scenario}: ${data.title}` : data.scenario;
    showClock(data.clock);
    route();
  },
  exchange: hearExchange,
  edit(data) {
    showClock(data.clock);
    hearEdit(data);
    if (data.kind === "scenario" || data.kind === "reset") {
      clearExchanges();
      get("health").then((health) => { $("scenario-name").textContent = health.scenario; });
    }
    if (data.kind !== "clock") for (const view of ["deployment", "people"]) if (!$(`view-${view}`).hidden) views[view]();
  },
  dropped(data) { tell(`${data.count} older ones were dropped and are not shown.`); },
  cleared: clearExchanges,
};

$("unlock").addEventListener("close", () => {
  const field = $("unlock").querySelector("input");
  if ($("unlock").returnValue === "ok") {
    keepToken(field.value);
    location.reload();
  }
  field.value = "";
});

startExchanges();
startDeployment();
startPeople();
startChanges();
startScenario();
startLibrary();
window.addEventListener("hashchange", route);
route();
listen((name, data) => hearing[name]?.(data), (text) => tell(text, true));
