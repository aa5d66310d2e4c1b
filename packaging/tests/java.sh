#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The jar with JUnit's own runner: its tests, its README, and what a failing test reports.
# Usage: packaging/tests/java.sh JAR path/to/mock-portal
set -euo pipefail
jar=$(realpath "$1") mock_portal=$(realpath "$2")
cd "$(dirname "$0")/../.."
console=${JUNIT_CONSOLE:-$(ls /usr/share/java/junit-jupiter-*.jar /usr/share/java/junit-platform-*.jar /usr/share/java/{apiguardian-api,opentest4j,picocli,univocity-parsers}.jar 2>/dev/null | tr '\n' ':')}
[ -n "$console" ] && command -v javac >/dev/null || { echo "JUnit or javac is missing; install them with: apt-get install junit5 default-jdk-headless" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MOCK_PORTAL=$mock_portal
sed -n '/^```java$/,/^```$/p' packaging/java/README.md | sed '/^```/d' >"$work/TokenTest.java"
cp packaging/java/test/ExtensionTest.java "$work/"
cat >"$work/Failing.java" <<'JAVA'
@mockportal.MockPortal
class Failing {
    @org.junit.jupiter.api.Test
    void fails(mockportal.Portal portal) {
        portal.ask(portal.http() + "/portal/sharing/generateToken", "username", "dirk@CONTOSO", "password", "x", "referer", "https://app.example");
        throw new AssertionError("no token");
    }
}
JAVA
javac -encoding UTF-8 -proc:none -d "$work/classes" -cp "$jar:$console" "$work"/*.java
run() { java -cp "$work/classes:$jar:$console" org.junit.platform.console.ConsoleLauncher --disable-banner --details tree --disable-ansi-colors \
    --config junit.jupiter.execution.parallel.enabled=true "$@" 2>&1; }
said=$(run --select-class ExtensionTest --select-class TokenTest) || { echo "$said"; exit 1; }
grep -E 'tests (successful|failed)' <<<"$said"
said=$(run --select-class Failing) && { echo "a failing test passed" >&2; exit 1; }
grep -q 'generate-token.enterprise-login' <<<"$said" || { echo "$said"; echo "the journal is not reported" >&2; exit 1; }
echo "java: the jar's tests passed, and a failing test reports the journal"
