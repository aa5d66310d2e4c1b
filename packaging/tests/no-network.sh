#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The command talks to loopback and to nobody else: every connect, send and bind that it makes is watched by strace; and everything in README and
# the guides works where there is no other network.
# Usage: packaging/tests/no-network.sh path/to/mock-portal
set -euo pipefail
mock_portal=$(realpath "$1")
cd "$(dirname "$0")/../.."
command -v strace >/dev/null || { echo "strace is missing; install it with: apt-get install strace" >&2; exit 1; }
work=$(mktemp -d)
serving=
trap '[ -z "$serving" ] || kill "$serving" 2>/dev/null || true; rm -rf "$work"' EXIT
calls=trace=connect,bind,sendto,sendmsg,sendmmsg
strace -f -qq -s 200 -e "$calls" -o "$work/check" "$mock_portal" check start saml/adfs-sign-in oidc maps/drawn >"$work/said" 2>&1
grep -q ' 0 failed' "$work/said"
strace -f -qq -s 200 -e "$calls" -o "$work/serve" "$mock_portal" serve --port 0 --ready-file "$work/ready.json" --log off >"$work/out" 2>&1 &
serving=$!
for _ in $(seq 200); do [ -s "$work/ready.json" ] && break || sleep 0.05; done
http=$(sed 's/.* http=\([^ ]*\).*/\1/' "$work/out")
curl -sS "$http/portal/sharing/rest?f=json" "$http/_mock/health" >/dev/null
curl -sS -H 'Content-Type: application/json' -d '{"name":"start/standalone"}' "$http/_mock/deployments" >/dev/null
kill "$(sed 's/.*"pid":\([0-9]*\).*/\1/' "$work/ready.json")"
wait "$serving" || true
serving=
# Addresses of families that leave the machine; what is no address at all (NULL) is sent on a connection that is named elsewhere.
elsewhere=$(grep -hE 'sa_family=' "$work/check" "$work/serve" | grep -vE 'inet_addr\("127\.[0-9.]+"\)|inet_pton\(AF_INET6, "::1"' || true)
[ -z "$elsewhere" ] || { echo "$elsewhere" >&2; echo "FAIL  it talks to somebody else" >&2; exit 1; }
seen=$(cat "$work/check" "$work/serve" | grep -cE 'sa_family=AF_INET')
[ "$seen" -gt 4 ] || { echo "FAIL  strace saw nothing" >&2; exit 1; }
rights=
[ "$(id -u)" = 0 ] || rights=--map-root-user
unshare --net $rights bash -c 'ip link set lo up && exec Tests/Clients/guides/run "$0"' "$mock_portal" >"$work/guides" 2>&1 ||
    { grep -v '^ok' "$work/guides" >&2; echo "FAIL  a guide wants a network" >&2; exit 1; }
echo "no network: $seen addresses, each of loopback; README and the guides with nothing else: $(grep -c '^ok' "$work/guides"); 3 passed, 0 failed"
