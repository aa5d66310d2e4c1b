#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The recipes of docs/examples/testcontainers as they stand, where there is no Docker: in place of Testcontainers stand modules of its names,
# with the few calls that the recipes make, whose container is a mock-portal of this machine.
# Usage: packaging/tests/recipes.sh path/to/mock-portal NPM-PACKAGE.tgz JAR
set -euo pipefail
mock_portal=$(realpath "$1") package=$(realpath "$2") jar=$(realpath "$3")
cd "$(dirname "$0")/../.."
recipes=$PWD/docs/examples/testcontainers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MOCK_PORTAL=$mock_portal RECIPE_PORT
RECIPE_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

# Python
mkdir -p "$work/python/testcontainers/core"
: >"$work/python/testcontainers/__init__.py" >"$work/python/testcontainers/core/__init__.py"
cat >"$work/python/testcontainers/core/wait_strategies.py" <<'STAND_IN'
class HealthcheckWaitStrategy: pass
STAND_IN
cat >"$work/python/testcontainers/core/container.py" <<'STAND_IN'
import os, subprocess
class DockerContainer:
    def __init__(self, image): assert image == "mock-portal"
    def with_command(self, command): self.command = command.split(); return self
    def with_exposed_ports(self, port): assert port == 7443; return self
    def waiting_for(self, strategy): return self
    def __enter__(self):
        port = os.environ["RECIPE_PORT"]
        self.process = subprocess.Popen([os.environ["MOCK_PORTAL"], *self.command, "--port", port, "--log", "off"], stdout=subprocess.PIPE)
        self.process.stdout.readline()
        return self
    def __exit__(self, *error): self.process.terminate(); self.process.wait(); self.process.stdout.close()
    def get_container_host_ip(self): return "localhost"
    def get_exposed_port(self, port): return int(os.environ["RECIPE_PORT"])
STAND_IN
python=$(for each in .build/wheel-venv/bin/python .venv/bin/python python3; do "$each" -c 'import pytest' 2>/dev/null && echo "$each" && break; done)
PYTHONPATH="$work/python:packaging/python" "$python" -m pytest -q -p no:cacheprovider -p no:mock_portal "$recipes/test_portal.py"

# node
mkdir -p "$work/node/node_modules/mock-portal" "$work/node/node_modules/testcontainers"
tar -xzf "$package" -C "$work/node/node_modules/mock-portal" --strip-components 1
echo '{"type":"module","exports":"./index.mjs"}' >"$work/node/node_modules/testcontainers/package.json"
cat >"$work/node/node_modules/testcontainers/index.mjs" <<'STAND_IN'
import { spawn } from "node:child_process";
export const Wait = { forHealthCheck: () => "health" };
export class GenericContainer {
  withCommand(command) { this.command = command; return this; }
  withExposedPorts() { return this; }
  withWaitStrategy() { return this; }
  async start() {
    const port = process.env.RECIPE_PORT;
    const child = spawn(process.env.MOCK_PORTAL, [...this.command, "--port", port, "--log", "off"], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((done) => child.stdout.once("data", done));
    return { getHost: () => "localhost", getMappedPort: () => port, stop: () => new Promise((done) => { child.once("exit", done); child.kill(); }) };
  }
}
STAND_IN
cp "$recipes/portal.test.mjs" "$work/node/"
(cd "$work/node" && node --test portal.test.mjs | grep -E '^# (pass|fail)')

# Java
mkdir -p "$work/java/org/testcontainers/containers/wait/strategy" "$work/java/org/testcontainers/junit/jupiter"
cat >"$work/java/org/testcontainers/containers/wait/strategy/Wait.java" <<'STAND_IN'
package org.testcontainers.containers.wait.strategy;
public final class Wait { public static Object forHealthcheck() { return null; } }
STAND_IN
cat >"$work/java/org/testcontainers/containers/GenericContainer.java" <<'STAND_IN'
package org.testcontainers.containers;
public class GenericContainer<T extends GenericContainer<T>> {
    private String[] command;
    public GenericContainer(String image) { }
    public GenericContainer<T> withCommand(String... words) { command = words; return this; }
    public GenericContainer<T> withExposedPorts(int port) { return this; }
    public GenericContainer<T> waitingFor(Object strategy) { return this; }
    public String getHost() { return "localhost"; }
    public int getMappedPort(int port) { return Integer.parseInt(System.getenv("RECIPE_PORT")); }
    public Process start() throws Exception {
        var words = new java.util.ArrayList<String>(java.util.List.of(System.getenv("MOCK_PORTAL")));
        words.addAll(java.util.List.of(command));
        words.addAll(java.util.List.of("--port", System.getenv("RECIPE_PORT"), "--log", "off"));
        Process process = new ProcessBuilder(words).start();
        process.getInputStream().read();
        return process;
    }
}
STAND_IN
cat >"$work/java/org/testcontainers/junit/jupiter/Container.java" <<'STAND_IN'
package org.testcontainers.junit.jupiter;
import java.lang.annotation.*;
@Retention(RetentionPolicy.RUNTIME) public @interface Container { }
STAND_IN
cat >"$work/java/org/testcontainers/junit/jupiter/Testcontainers.java" <<'STAND_IN'
package org.testcontainers.junit.jupiter;
import java.lang.annotation.*;
import org.junit.jupiter.api.extension.*;
@Retention(RetentionPolicy.RUNTIME) @ExtendWith(Testcontainers.Starts.class) public @interface Testcontainers {
    class Starts implements BeforeAllCallback, AfterAllCallback {
        private Process process;
        public void beforeAll(ExtensionContext context) throws Exception {
            for (var field : context.getRequiredTestClass().getDeclaredFields()) {
                field.setAccessible(true);
                if (field.isAnnotationPresent(Container.class)) process = ((org.testcontainers.containers.GenericContainer<?>) field.get(null)).start();
            }
        }
        public void afterAll(ExtensionContext context) throws Exception { process.destroy(); process.waitFor(); }
    }
}
STAND_IN
console=${JUNIT_CONSOLE:-$(ls /usr/share/java/junit-jupiter-*.jar /usr/share/java/junit-platform-*.jar /usr/share/java/{apiguardian-api,opentest4j,picocli,univocity-parsers}.jar 2>/dev/null | tr '\n' ':')}
cp "$recipes/PortalTest.java" "$work/java/"
(cd "$work/java" && javac -encoding UTF-8 -proc:none -nowarn -d classes -cp "$jar:$console" $(find . -name '*.java'))
java -cp "$work/java/classes:$jar:$console" org.junit.platform.console.ConsoleLauncher --disable-banner --details summary --disable-ansi-colors \
    --select-class PortalTest 2>&1 | grep -E 'tests (successful|failed)' | tee "$work/said"
grep -q '1 tests successful' "$work/said"
echo "recipes: Python, node and Java ran; Go and .NET were not run"
