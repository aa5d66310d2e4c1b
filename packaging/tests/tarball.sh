# In a root file system with nothing but Debian's smallest: the tarball, unpacked in a folder with a blank in its name.
. /packages/walk.sh
began=$(date +%s.%N)
mkdir -p "$HOME/some where"
step tar -xzf /packages/mock-portal-*.tar.gz -C "$HOME/some where"
ln -s "$HOME/some where"/mock-portal-*/bin/mock-portal "$HOME/mp"
mock_portal=$HOME/mp
walk
home=$(echo "$HOME/some where"/mock-portal-*)
holds 'no library of the machine' only_own_libraries "$home/lib/mock-portal"
stop
# Everything that draws, signs and asks SQLite is proved by the scenarios; of NTLM, which loads a provider, and of maps one each.
for scenario in start/federated maps/drawn maps/labels web-tier/iwa; do
    output=$("$mock_portal" check "$scenario" 2>&1) || { echo "$output"; exit 1; }
    holds "check $scenario" contains "$output" ' 0 failed'
done
for each in LICENSE NOTICE README.md sbom.cdx.json licenses/libssl3 licenses/swift-runtime licenses/airportsdata; do
    holds "$each" test -s "$home/share/doc/mock-portal/$each"
done
holds 'the scenarios' test -s "$home/share/mock-portal/scenarios/start/federated.json5"
# Where a scheme of links is not followed by the shell that starts it: by PATH, and from another folder.
holds 'by PATH' contains "$(cd / && PATH="$home/bin:$PATH" mock-portal --version)" mock-portal
told tarball
