// SPDX-License-Identifier: Apache-2.0

import { $ } from "./dom.js";

// The deployment's clock: told once, and then it runs with this machine's.

let told = { now: Date.now(), frozen: false };
let at = performance.now();

export function now() { return told.frozen ? told.now : told.now + (performance.now() - at); }

export function showClock(clock) {
  told = clock;
  at = performance.now();
  draw();
}

export function isFrozen() { return told.frozen; }

/** An instant as the clock shows it. */
export function time(milliseconds) {
  return new Date(milliseconds).toISOString().replace("T", " ").replace(/\.\d+Z$/, " UTC");
}

function draw() {
  const shown = time(now());
  if ($("clock-time").textContent !== shown) {
    $("clock-time").textContent = shown;
    $("clock-time").dateTime = new Date(now()).toISOString();
  }
  const skew = Object.entries(told.skew ?? {}).map(([server, by]) => `${server} ${by / 1000} s ahead`);
  const state = [told.frozen ? "frozen" : "", ...skew].filter(Boolean).join(", ");
  $("clock-state").textContent = state ? `(${state})` : "";
  $("freeze").setAttribute("aria-pressed", String(told.frozen));
}

setInterval(draw, 250);
