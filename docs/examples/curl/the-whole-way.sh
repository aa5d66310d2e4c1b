#!/usr/bin/env bash
# From two machines without anything to a layer that a group reads, and back.
#
# Usage: the-whole-way.sh PORTAL SERVER [CA.pem], against a portal and a server that have no site yet:
#   mock-portal serve admin/the-whole-way --ready-file ready.json
# Needs curl and python3. Ends with 1 at the first answer that is not the one expected.
set -euo pipefail
portal=$1 server=$2
# A server's administrator directory takes the portal's tokens if they are bound to a page, and not to an address.
curl=(curl -sS -e "$portal" ${3:+--cacert "$3"})

# ask URL [name=value…]: a POST. `fetch` is a GET.
ask() {
    local url=$1 pairs=(--data-urlencode f=json) pair
    for pair in "${@:2}"; do
        if [ "$pair" = -G ]; then pairs+=(-G); else pairs+=(--data-urlencode "$pair"); fi
    done
    "${curl[@]}" "$url" "${pairs[@]}"
}
fetch() { ask "$@" -G; }
# of PATH: a value of the JSON that is read: of services.0.serviceurl
of() { python3 -c 'import functools, json, sys
print(functools.reduce(lambda at, key: at[int(key)] if key.isdigit() else at[key], sys.argv[1].split("."), json.load(sys.stdin)))' "$1"; }
# expect TEXT: the answer that is read must contain it.
expect() { local answer; answer=$(cat); case $answer in *"$1"*) ;; *) echo "expected $1, got $answer" >&2; exit 1 ;; esac; }
token() { ask "$portal/sharing/rest/generateToken" "username=$1" "password=$2" client=referer "referer=$portal" | of token; }

# 1. The sites
ask "$portal/portaladmin/createNewSite" username=portadmin password=portadmin1 'fullname=Port Admin' \
    email=port@example.com userLicenseTypeId=creatorUT | expect '"status":"success"'
ask "$server/admin/createNewSite" username=siteadmin password=siteadmin1 | expect '"status":"success"'
admin=$(token portadmin portadmin1)

# 2. Federation: the server becomes the portal's hosting server
id=$(ask "$portal/portaladmin/federation/servers/federate?token=$admin" "url=$server" "adminUrl=$server" \
    username=siteadmin password=siteadmin1 | of serverId)
ask "$portal/portaladmin/federation/servers/$id/update?token=$admin" serverRole=HOSTING_SERVER \
    serverFunction=GeneralPurposeServer | expect '"status":"success"'

# 3. Members, and a role that may only read
create() {
    ask "$portal/portaladmin/security/users/createUser?token=$admin" "username=$1" "password=$2" "firstname=$3" \
        "lastname=$4" "email=$1@example.com" "role=$5" provider=arcgis userLicenseTypeId=creatorUT |
        expect '"status":"success"'
}
create anna.arc anna-secret1 Anna Arc org_publisher
create rita.reads rita-secret1 Rita Reads org_user
self=$portal/sharing/rest/portals/self
role=$(ask "$self/createRole" name=Reader description=reads "token=$admin" | of id)
ask "$self/roles/$role/setPrivileges" "token=$admin" \
    'privileges={"privileges":["portal:user:joinGroup","portal:user:viewOrgItems"]}' | expect '"success":true'
ask "$self/updateUserRole" user=rita.reads "role=$role" "token=$admin" | expect '"success":true'
anna=$(token anna.arc anna-secret1)
rita=$(token rita.reads rita-secret1)
content=$portal/sharing/rest/content/users
ask "$content/rita.reads/addItem" title=Mine 'type=Web Map' "token=$rita" | expect '"code":403'

# 4. A layer from GeoJSON, for a group
group=$(ask "$portal/sharing/rest/community/createGroup" title=Foresters access=org "token=$anna" | of group.id)
trees='{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[16.3,48.2]},
    "properties":{"name":"Oak","height":20}}]}'
file=$(ask "$content/anna.arc/addItem" title=Trees type=GeoJson tags=trees "text=$trees" "token=$anna" | of id)
published=$(ask "$content/anna.arc/publish" "itemid=$file" filetype=geojson 'publishParameters={"name":"Trees"}' \
    "token=$anna")
item=$(of services.0.serviceItemId <<< "$published") url=$(of services.0.serviceurl <<< "$published")
job=$(of services.0.jobId <<< "$published")
for _ in $(seq 60); do
    status=$(fetch "$content/anna.arc/items/$item/status" "jobId=$job" jobType=publish "token=$anna" | of status)
    [ "$status" = completed ] && break
    sleep 1
done
count() { fetch "$url/0/query" where=1=1 returnCountOnly=true "token=$1"; }
count "$anna" | expect '{"count":1}'
ask "$content/anna.arc/items/$item/share" "groups=$group" "token=$anna" | expect '"notSharedWith":[]'
count "$rita" | expect '"code":403'
ask "$portal/sharing/rest/community/groups/$group/addUsers" users=rita.reads "token=$anna" | expect '"notAdded":[]'
count "$rita" | expect '{"count":1}'

# 5. Stop, start, and the end of the federation
service=$server/admin/services/Hosted/Trees.FeatureServer
ask "$service/stop" "token=$admin" | expect '"status":"success"'
count "$rita" | expect 'not started'
ask "$service/start" "token=$admin" | expect '"status":"success"'
count "$rita" | expect '{"count":1}'
ask "$portal/portaladmin/federation/servers/$id/unfederate?token=$admin" | expect '"status":"success"'
count "$rita" | expect '"code":498'
echo "the whole way: done"
