# In a root file system with Debian's smallest and nodejs, without npm: the package unpacked into node_modules.
. /packages/walk.sh
began=$(date +%s.%N)
step mkdir -p "$HOME/app/node_modules/mock-portal"
cd "$HOME/app"
step tar -xzf /packages/mock-portal-*.tgz -C node_modules/mock-portal --strip-components 1
mock_portal=$HOME/app/node_modules/mock-portal/home/bin/mock-portal
walk
holds 'no library of the machine' only_own_libraries "$HOME/app/node_modules"
stop
cat >mine.test.mjs <<'TEST'
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPortal } from "mock-portal/node-test";

test("a token ends after an hour", withPortal(async (portal) => {
  const token = await portal.token("viewer", { minutes: 60 });
  await portal.clock.advance("PT61M");
  const answer = await (await fetch(`${portal.http}/arcgis/rest/services/Airports/MapServer?f=json&token=${token}`)).json();
  assert.equal(answer.error.code, 498);
}));
TEST
output=$(node --test mine.test.mjs 2>&1) || { echo "$output"; exit 1; }
holds 'a test file of ten lines' contains "$output" '# pass 1'
told npm ", a green test after $(since) s"
