# SPDX-License-Identifier: Apache-2.0
# Sourced: the first minutes of a new user, with bash alone as HTTP client. $mock_portal is the command.
passed=0

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
    $mock_portal serve --port 0 --ready-file "$HOME/ready.json" --log off "$@" >"$HOME/out" 2>"$HOME/err" &
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

walk() {
    holds version contains "$($mock_portal --version)" "mock-portal "
    start
    answer=$(request POST /portal/sharing/generateToken 'username=dirk@CONTOSO&password=known-only-to-the-idp&referer=https://app.example&f=json')
    holds 'the refusal, word for word' contains "$answer" '{"error":{"code":400,"message":"Unable to generate token.","details":["Invalid username or password."]}}'
    holds 'the rule' contains "$answer" 'X-Mock-Portal-Because: generate-token.enterprise-login'
    holds 'and its explanation' contains "$($mock_portal explain generate-token.enterprise-login)" 'Sign in by OAuth'
    holds health contains "$(request GET /_mock/health)" '"status":"ok"'
}
