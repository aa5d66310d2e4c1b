# In a root file system with Debian's smallest and python3-venv: no compiler, no network. A new user's first minutes.
. /packages/walk.sh
began=$(date +%s.%N)
cd "$HOME"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check --no-index --find-links /packages/wheelhouse /packages/mock_portal-*.whl pytest
installed=$(date +%s.%N)
mock_portal=$HOME/venv/bin/mock-portal
walk
holds 'no library of the machine' only_own_libraries "$HOME/venv/lib"
stop
explained=$(date +%s.%N)
holds 'python -m' contains "$(venv/bin/python -m mock_portal --version)" mock-portal
cat >test_mine.py <<'TEST'
import json
import urllib.request


def test_a_token_ends_after_an_hour(mock_portal):
    service = mock_portal.http + "/arcgis/rest/services/Airports/MapServer?f=json&token="
    token = mock_portal.token("viewer", minutes=60)
    mock_portal.clock.advance(minutes=61)
    with urllib.request.urlopen(service + token) as answer:
        assert json.load(answer)["error"]["code"] == 498
TEST
output=$(venv/bin/pytest -q 2>&1) || { echo "$output"; exit 1; }
holds 'a pytest file of ten lines' contains "$output" '1 passed'
ended=$(date +%s.%N)
printf 'wheel: %s passed, 0 failed; installed in %.1f s, the explained refusal after %.1f s, a green test after %.1f s\n' "$passed" \
    "$(awk "BEGIN { print $installed - $began }")" "$(awk "BEGIN { print $explained - $began }")" "$(awk "BEGIN { print $ended - $began }")"
