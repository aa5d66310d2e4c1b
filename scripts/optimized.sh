#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds a product as it is given out: optimized, Swift's own libraries part of it, what a start runs side by side
# (docs/decisions/0060-order-of-a-start.md). Usage: scripts/optimized.sh PRODUCT
set -euo pipefail
cd "$(dirname "$0")/.."
# Overlapping accesses are looked for by the debug build, in which all tests run; here they would cost 3 % of a request.
options=(-c release --static-swift-stdlib -Xswiftc -enforce-exclusivity=unchecked)
if [ "$(uname -s)" = Linux ]; then
    options+=(
        -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -use-ld=lld
        -Xlinker --gc-sections -Xlinker --icf=safe
        -Xlinker --symbol-ordering-file=packaging/start-order.txt -Xlinker --no-warn-symbol-ordering)
fi
exec swift build "${options[@]}" --product "$1"
