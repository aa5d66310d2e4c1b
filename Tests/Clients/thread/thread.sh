#!/bin/sh
# The same calls with curl; HTTPS is verified against the file in CURL_CA_BUNDLE.
set -eu
if [ -n "${CLIENT_ID:-}" ]; then
    answer=$(curl -sS "$PORTAL/sharing/rest/oauth2/token" -d f=json -d grant_type=client_credentials \
        --data-urlencode "client_id=$CLIENT_ID" --data-urlencode "client_secret=$CLIENT_SECRET")
else
    answer=$(curl -sS "$PORTAL/sharing/generateToken" -d f=json --data-urlencode "username=$USERNAME" \
        --data-urlencode "password=$PASSWORD" --data-urlencode "referer=$SERVER" ${CLIENT:+-d "client=$CLIENT"})
fi
token=$(printf %s "$answer" | sed -n 's/.*"\(access_\)\{0,1\}token":"\([^"]*\)".*/\2/p')
if [ -n "$token" ]; then
    curl -sS "$SERVER/rest/services/Airports/MapServer" -d f=json --data-urlencode "token=$token"
else
    printf %s "$answer"
fi
