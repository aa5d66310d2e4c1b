# In a root file system with Debian's smallest and python3-venv: no compiler, no network. A new user's first minutes.
. /packages/walk.sh
began=$(date +%s.%N)
cd "$HOME"
step python3 -m venv venv
. venv/bin/activate
# The two commands of packaging/python/README.md as they stand; pytest comes from a folder, for there is no network.
export PIP_NO_INDEX=1 PIP_FIND_LINKS=/packages/wheelhouse PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_QUIET=1
mapfile -t typed < <(sed -n '/^```sh$/,/^```$/p' /packages/README.md | grep -v '^```')
holds 'two commands' [ "${#typed[@]}" = 2 ]
cd /packages
step eval "${typed[0]}"
cd "$HOME"
installed=$(date +%s.%N)
mock_portal=mock-portal serve=${typed[1]}
walk
holds 'no library of the machine' only_own_libraries "$HOME/venv/lib"
stop
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
output=$(pytest -q 2>&1) || { echo "$output"; exit 1; }
holds 'a pytest file of ten lines' contains "$output" '1 passed'
told wheel ", installed after $(awk "BEGIN { printf \"%.1f\", $installed - $began }") s, a green test after $(since) s"
