# In a root file system with the packages that packages.txt names for running: the .deb, installed by dpkg (see AS_ROOT_FIRST).
. /packages/walk.sh
began=$(date +%s.%N)
mock_portal=mock-portal
# It was installed by one command, as root.
commands=1
walk
stop
for scenario in start/federated maps/drawn; do
    output=$(mock-portal check "$scenario" 2>&1) || { echo "$output"; exit 1; }
    holds "check $scenario" contains "$output" ' 0 failed'
done
holds 'the manual' test -s /usr/share/man/man1/mock-portal.1.gz
holds 'the scenarios' test -s /usr/share/mock-portal/scenarios/start/federated.json5
told deb ', without that of dpkg'
