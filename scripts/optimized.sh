#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds a product as it is given out: optimized, Swift's own libraries part of it, what a start runs side by side
# (docs/decisions/0060-order-of-a-start.md). Usage: scripts/optimized.sh PRODUCT
set -euo pipefail
cd "$(dirname "$0")/.."
options=(-c release --static-swift-stdlib)
if [ "$(uname -s)" = Linux ]; then
    options+=(
        -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -use-ld=lld
        -Xlinker --gc-sections -Xlinker --icf=safe
        -Xlinker --symbol-ordering-file=packaging/start-order.txt -Xlinker --no-warn-symbol-ordering)
fi
exec swift build "${options[@]}" --product "$1"
