// SPDX-License-Identifier: Apache-2.0
// A client in node: edits by eight at once over fetch. Reads "go MILLISECONDS BASE" lines; prints what it sent and saw.
import { createInterface } from "node:readline";

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function one(base, name, until, told) {
  const ask = async (operation, form) => {
    told.sent += 1;
    try {
      const answer = await fetch(`${base}/arcgis/rest/services/Editable/FeatureServer/0/${operation}`, {
        method: "POST", headers: { "X-Client": "node" }, body: new URLSearchParams({ ...form, f: "json" }),
        signal: AbortSignal.timeout(20_000),
      });
      const value = JSON.parse(await answer.text());
      told.answered += 1;
      return value;
    } catch (failure) {
      told.failed += 1;
      if (failure.name === "TimeoutError") told.late += 1;
      return {};
    }
  };
  const where = `NAME = '${name}'`;
  while (Date.now() < until) {
    const adds = JSON.stringify([1, 2, 3].map(() => ({ attributes: { NAME: name }, geometry: { x: 1, y: 2 } })));
    const added = await ask("addFeatures", { features: adds });
    const ids = (added.addResults ?? []).map((row) => row.objectId);
    const counted = await ask("query", { where, returnCountOnly: true });
    // What was lost on its way back was added all the same, so there may be more.
    if (ids.length === 3 && counted.count !== undefined && !(counted.count >= 3)) told.wrong.push(`${name}: ${counted.count}`);
    if (ids.length) await ask("updateFeatures", { features: JSON.stringify([{ attributes: { OBJECTID: ids[0], CITY: "Somewhere" } }]) });
    await ask("deleteFeatures", { where });
    const left = await ask("query", { where, returnCountOnly: true });
    if (left.count !== undefined && left.count !== 0) told.kept += 1;
    await pause(20);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [, milliseconds, base] = line.split(" ");
  const told = { sent: 0, answered: 0, failed: 0, late: 0, kept: 0, wrong: [] };
  const until = Date.now() + Number(milliseconds);
  await Promise.all(Array.from({ length: 8 }, (_, index) => one(base, `node ${index}`, until, told)));
  console.log(JSON.stringify(told));
}
