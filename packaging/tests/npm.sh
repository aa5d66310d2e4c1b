#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The package for node, installed from its file: its tests, and its types by tsc. Usage: packaging/tests/npm.sh PACKAGE.tgz
set -euo pipefail
package=$(realpath "$1")
cd "$(dirname "$0")/../.."
command -v node >/dev/null || { echo "node is missing; install it with: apt-get install nodejs" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if command -v npm >/dev/null; then
    (cd "$work" && echo '{"private":true}' >package.json && npm install --offline --no-audit --no-fund --loglevel error "$package")
    [ "$("$work/node_modules/.bin/mock-portal" --version)" = "mock-portal $(python3 packaging/recipe.py version)" ]
    # The two commands of packaging/npm/README.md as they stand, on a port that is free.
    mkdir "$work/typed"
    cp "$package" "$work/typed/"
    mapfile -t typed < <(sed -n '/^```sh$/,/^```$/p' packaging/npm/README.md | grep -v '^```')
    (
        cd "$work/typed"
        export npm_config_offline=true npm_config_audit=false npm_config_fund=false npm_config_loglevel=error
        echo '{"private":true}' >package.json
        eval "${typed[0]}"
        ${typed[1]/--port 7443/--port 0} --exit-with-parent --ready-file ready.json --log off >out &
        for _ in $(seq 200); do [ -s ready.json ] && break || sleep 0.05; done
        kill "$(node -p 'JSON.parse(require("fs").readFileSync("ready.json")).pid')"
        wait
        grep -q '^mock-portal ready ' out
    )
    echo "npm: installed and served as README says"
else
    mkdir -p "$work/node_modules/mock-portal"
    tar -xzf "$package" -C "$work/node_modules/mock-portal" --strip-components 1
fi
# Stand-ins with the few things that are used of Vitest and Playwright, where they are not installed.
for name in vitest @playwright/test; do
    [ -e "$work/node_modules/$name" ] && continue
    mkdir -p "$work/node_modules/$name"
    : >"$work/node_modules/$name/stand-in"
    printf '{"name":"%s","type":"module","exports":"./index.mjs"}' "$name" >"$work/node_modules/$name/package.json"
    cat >"$work/node_modules/$name/index.mjs" <<'STAND_IN'
import assert from "node:assert/strict";
import { test as run } from "node:test";
export const expect = (value) => ({
  toHaveProperty: (name) => assert.ok(name in value),
  toHaveTitle: async (pattern) => assert.match(value.title(), pattern),
});
function page() {
  let text = "";
  return { goto: async (url) => { text = await (await fetch(url)).text(); }, title: () => /<title>([^<]*)<\/title>/.exec(text)[1] };
}
export const test = {
  extend: (fixtures) => {
    async function runForTest(body, info) {
      const scenario = [].concat(fixtures.mockPortalScenario)[0];
      await fixtures.mockPortal({ mockPortalScenario: scenario }, (mockPortal) => body({ mockPortal, page: page() }), info);
      return "done";
    }
    return Object.assign((name, body) => run(name, () => runForTest(body, { status: "passed", expectedStatus: "passed" })), { fixtures, runForTest });
  },
};
STAND_IN
done
cp packaging/npm/test/package.test.mjs "$work/"
(cd "$work" && env -u MOCK_PORTAL node --test package.test.mjs)
if command -v tsc >/dev/null; then
    cp packaging/npm/test/types.ts "$work/types.mts"
    (cd "$work" && tsc --noEmit --strict --module node16 --moduleResolution node16 --target es2022 --lib es2022,dom types.mts)
    echo "types: no errors"
else
    echo "types: not checked, tsc is missing (apt-get install node-typescript)"
fi
