# Sourced by the scripts here: serve SCENARIO starts mock-portal on a free port and waits for its ready line; stop ends
# it. Then $http, $https, $ca and the ready file $ready are there, and Python finds checking/checks.py.
serving=
work=$(mktemp -d)
harvester=$PWD/../../../.venv/bin/python
export PYTHONPATH=$PWD/../checking PYTHONDONTWRITEBYTECODE=1

serve() {
    : >"$work/out"
    "$mock_portal" serve "$@" --port 0 --ready-file "$work/ready.json" --log off >"$work/out" 2>"$work/err" &
    serving=$!
    for _ in $(seq 300); do
        if grep -q '^mock-portal ready ' "$work/out"; then break; fi
        kill -0 "$serving" 2>/dev/null || break
        sleep 0.1
    done
    grep -q '^mock-portal ready ' "$work/out" || { cat "$work/err" >&2; echo "mock-portal did not start" >&2; exit 1; }
    http=$(sed 's/.* http=\([^ ]*\).*/\1/' "$work/out")
    https=$(sed 's/.* https=\([^ ]*\).*/\1/' "$work/out")
    ca=$(sed 's/.* ca=//' "$work/out")
    ready=$work/ready.json
}

stop() {
    [ -n "$serving" ] || return 0
    # HARVEST is a folder for archives of what was asked: Tests/Clients/sessions imports them.
    if [ -n "${HARVEST:-}" ]; then
        harvested=$((${harvested:-0} + 1))
        "$harvester" ../checking/harvest.py "$ready" "$HARVEST/$(basename "$PWD")-$harvested.har" >&2 || true
    fi
    kill "$serving"
    wait "$serving" || { echo "mock-portal did not end with 0" >&2; exit 1; }
    serving=
}

need() {
    command -v "$1" >/dev/null || { echo "$1 is missing; install it with: apt-get install $2" >&2; exit 1; }
}

trap 'if [ -n "$serving" ]; then kill "$serving"; fi; rm -rf "$work"' EXIT
