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
export const expect = () => {};
export const test = {
  extend: (fixtures) => ({
    fixtures,
    async runForTest(body, info) {
      const scenario = [].concat(fixtures.mockPortalScenario)[0];
      await fixtures.mockPortal({ mockPortalScenario: scenario }, (mockPortal) => body({ mockPortal }), info);
      return "done";
    },
  }),
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
