#!/bin/sh
# Prints or installs the Debian packages of packages.txt.
#
#   scripts/packages.sh list STAGE…      their names, one a line (stages: build run test bench)
#   scripts/packages.sh install STAGE…   installs what is missing by apt, as root or with sudo; else prints the list
set -eu
cd "$(dirname "$0")/.."
what=$1
shift

list() {
    for stage; do
        sed 's/#.*//; s/ *| */|/g; s/ *$//' packages.txt | awk -F'|' -v stage="$stage:" 'NF == 4 && index($4, stage) == 1 { print $1, $3 }'
    done
}

case $what in
list) list "$@" | cut -d' ' -f1 ;;
install)
    if ! command -v apt-get >/dev/null; then
        [ "$(uname)" = Linux ] || exit 0
        echo "No apt here. What is needed, by its Debian names: $(list "$@" | cut -d' ' -f1 | tr '\n' ' ')" >&2
        exit 0
    fi
    missing=
    for line in $(list "$@" | tr ' ' ','); do
        package=${line%,*} command=${line#*,}
        if [ "$command" != - ] && command -v "$command" >/dev/null; then continue; fi
        if dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then continue; fi
        # A python of one's own brings venv with it.
        if [ "$package" = python3-venv ] && python3 -c 'import venv, ensurepip' 2>/dev/null; then continue; fi
        missing="$missing $package"
    done
    [ -n "$missing" ] || exit 0
    if [ "$(id -u)" = 0 ]; then sudo=; elif command -v sudo >/dev/null; then sudo=sudo; else
        echo "Please install, as root: apt-get install$missing" >&2
        exit 1
    fi
    echo "Installing:$missing"
    # A mirror may fail for a moment.
    $sudo apt-get -o Acquire::Retries=5 update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -o Acquire::Retries=5 install -y -qq --no-install-recommends $missing >/dev/null
    ;;
*) echo "unknown: $what" >&2; exit 2 ;;
esac
