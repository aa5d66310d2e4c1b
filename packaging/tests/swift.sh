#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The way of a new user of Swift: a package beside the repository, with the manifest and the test of README as they stand, and a first
# sign-in that is refused; the test that fails has the explanation attached. Usage: packaging/tests/swift.sh, after `make build`.
#
# It is built in the repository's own scratch folder, as Examples/check.sh does, so that the library is not compiled once more.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$root/.build
work=$(mktemp -d)
forget_plan() { rm -f "$scratch"/*.yaml "$scratch"/debug/description.json; }
trap 'forget_plan; rm -rf "$work"' EXIT
mkdir -p "$work/my-client/Sources/MyClient" "$work/my-client/Tests/MyClientTests" "$work/attachments"
python3 - "$root/README.md" "$work/my-client" <<'PYTHON'
import re, sys
from pathlib import Path
folder = Path(sys.argv[2])
blocks = re.findall(r"^```swift\n(.*?)^```", Path(sys.argv[1]).read_text(), re.M | re.S)
(manifest,) = [block for block in blocks if "import PackageDescription" in block]
(test,) = [block for block in blocks if "@Test" in block]
# The repository is where it is.
assert '.package(path: "../mock-portal")' in manifest
(folder / "Package.swift").write_text(manifest.replace('path: "../mock-portal"', f'name: "mock-portal", path: "{Path(sys.argv[1]).parent}"'))
(folder / "Tests/MyClientTests/RenewsToken.swift").write_text(test)
PYTHON
echo 'public struct MyClient {}' >"$work/my-client/Sources/MyClient/MyClient.swift"
cat >"$work/my-client/Tests/MyClientTests/SignsIn.swift" <<'SWIFT'
import Foundation
import MockPortal
import MockPortalTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Test("an ADFS user signs in", .mockEnterprise("start/federated"))
func signsIn() async throws {
    let mock = try MockEnterprise.current
    var request = URLRequest(url: mock.portal.overHTTP.url.appending(path: "sharing/generateToken"))
    request.httpMethod = "POST"
    request.httpBody = Data("username=dirk@CONTOSO&password=known-only-to-the-idp&referer=https://app.example&f=json".utf8)
    let (body, _) = try await URLSession.shared.data(for: request)
    #expect(String(decoding: body, as: UTF8.self).contains("\"token\":"))
}
SWIFT
# `git clone`, the libraries, and this one, which is `swift test` for a user.
forget_plan
began=$(date +%s.%N)
swift build --build-tests --package-path "$work/my-client" --scratch-path "$scratch" >"$work/built" 2>&1 || { cat "$work/built"; exit 1; }
if swift test --skip-build --package-path "$work/my-client" --scratch-path "$scratch" --attachments-path "$work/attachments" >"$work/said" 2>&1; then
    echo "a refused sign-in passed" >&2
    exit 1
fi
ended=$(date +%s.%N)
passed=0
holds() { if "${@:2}"; then passed=$((passed + 1)); else cat "$work/said"; echo "FAIL  $1" >&2; exit 1; fi; }
holds 'the test of README passes' grep -q 'Test "a client renews its token" passed' "$work/said"
holds 'the other fails' grep -q 'Test "an ADFS user signs in" failed' "$work/said"
holds 'the body, word for word' grep -qF 'Unable to generate token.' "$work"/attachments/mock-portal*.txt
holds 'the rule is attached' grep -q 'generate-token.enterprise-login' "$work"/attachments/mock-portal*.txt
holds 'and what would have passed' grep -qi 'would pass' "$work"/attachments/mock-portal*.txt
printf 'swift: %s passed, 0 failed; 3 commands, and %.1f s to the first explained refusal where the library is compiled\n' "$passed" "$(awk "BEGIN { print $ended - $began }")"
