# SPDX-License-Identifier: Apache-2.0
# Sourced: the first minutes of a new user, with bash alone as HTTP client. $mock_portal is the command; $began is when they began.
passed=0
# What the user typed so far; `step` counts.
commands=0
step() { commands=$((commands + 1)); "$@"; }

holds() { # holds WHAT COMMAND…
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else echo "FAIL  $what" >&2; exit 1; fi
}
contains() { case $1 in *"$2"*) ;; *) echo "expected $2, got: $1" >&2; return 1 ;; esac; }

# request METHOD PATH [FORM]: the whole response.
request() {
    local form=${3-}
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf '%s %s HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %s\r\n\r\n%s' \
        "$1" "$2" "$port" "${#form}" "$form" >&3
    cat <&3
    exec 3>&- 3<&-
}

start() { # start [ARGUMENT…]
    ${serve:-$mock_portal serve --port 0} --ready-file "$HOME/ready.json" "$@" >"$HOME/out" 2>"$HOME/err" &
    serving=$!
    for _ in $(seq 200); do [ -s "$HOME/ready.json" ] && break || sleep 0.05; done
    [ -s "$HOME/ready.json" ] || { cat "$HOME/err" >&2; echo "mock-portal did not start" >&2; exit 1; }
    port=$(sed 's/.* http=http:\/\/[^ :]*:\([0-9]*\).*/\1/' "$HOME/out")
}

stop() { kill "$serving"; wait "$serving"; }

# Only the C library may be the machine's.
only_own_libraries() {
    ! grep -o '/.*\.so.*' "/proc/$serving/maps" | sort -u | grep -vE '/(libc|libm|libdl|libpthread|librt|libresolv|ld-linux[^/]*)\.so' |
        grep -vF "$1" >&2
}

# explained FILE: the user has read why the first refusal came; the goal is under five commands and two minutes.
explained() {
    for _ in $(seq 100); do grep -q 'would pass' "$1" && break || sleep 0.02; done
    holds 'the rule, said to the user' contains "$(cat "$1")" generate-token.enterprise-login
    holds 'and what would have passed' contains "$(cat "$1")" 'would pass'
    explained=$(date +%s.%N)
    holds 'under five commands' [ "$commands" -lt 5 ]
    holds 'in less than two minutes' awk "BEGIN { exit !($explained - $began < 120) }"
}

told() { printf '%s: %s passed, 0 failed; %s commands and %.1f s to the first explained refusal%s\n' "$1" "$passed" "$commands" "$(awk "BEGIN { print $explained - $began }")" "${2:-}"; }
since() { awk "BEGIN { printf \"%.1f\", $(date +%s.%N) - $began }"; }

walk() {
    step start
    commands=$((commands + 1))
    answer=$(request POST /portal/sharing/generateToken 'username=dirk@CONTOSO&password=known-only-to-the-idp&referer=https://app.example&f=json')
    holds 'the refusal, word for word' contains "$answer" '{"error":{"code":400,"message":"Unable to generate token.","details":["Invalid username or password."]}}'
    holds 'the rule' contains "$answer" 'X-Mock-Portal-Because: generate-token.enterprise-login'
    # The log says why, in the terminal that serves.
    explained "$HOME/err"
    holds version contains "$($mock_portal --version)" "mock-portal "
    holds 'and its explanation' contains "$($mock_portal explain generate-token.enterprise-login)" 'Sign in by OAuth'
    holds health contains "$(request GET /_mock/health)" '"status":"ok"'
}
