# Sourced by the scripts here: serve SCENARIO starts mock-portal on a free port and waits for its ready line; stop ends
# it. Then $http, $https, $ca and the ready file $ready are there, and Python finds checking/checks.py.
serving=
work=$(mktemp -d)
harvester=$PWD/../../../.venv/bin/python
export PYTHONPATH=$PWD/../checking PYTHONDONTWRITEBYTECODE=1

# begin OUT ERR ARGUMENTS…: serves with no other arguments, its output in two files, and waits a minute for the ready line.
begin() {
    local out=$1 err=$2
    shift 2
    # What is there is of one before.
    : >"$out"
    "$mock_portal" serve "$@" >"$out" 2>"$err" &
    serving=$!
    for _ in $(seq 600); do
        if grep -q '^mock-portal ready ' "$out"; then break; fi
        kill -0 "$serving" 2>/dev/null || break
        sleep 0.1
    done
    grep -q '^mock-portal ready ' "$out" || { cat "$err" >&2; echo "mock-portal did not start: serve $*" >&2; exit 1; }
    http=$(sed 's/.* http=\([^ ]*\).*/\1/' "$out")
    https=$(sed 's/.* https=\([^ ]*\).*/\1/' "$out")
    ca=$(sed 's/.* ca=//' "$out")
}

serve() {
    begin "$work/out" "$work/err" "$@" --port 0 --ready-file "$work/ready.json" --log off
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
