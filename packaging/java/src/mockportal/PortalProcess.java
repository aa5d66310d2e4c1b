// SPDX-License-Identifier: Apache-2.0
package mockportal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@code mock-portal} of one's own; it is itself a portal, and starts others. MOCK_PORTAL names the command; else it is on the PATH. */
public final class PortalProcess extends Portal {
    // What the environment of a developer says to `serve` is for a server of theirs, not for a test's own.
    private static final List<String> OF_SERVE = List.of(
        "HOST", "HOSTS", "PORT", "HTTP_PORT", "HTTPS_PORT", "READY_FILE", "CA_FILE", "PUBLIC_URL", "CONTROL_TOKEN", "SCENARIO", "WATCH", "LOG");
    private final Process process;
    private final Path folder;
    private final Thread hook;

    private PortalProcess(Map<String, Object> ready, Process process, Path folder, Thread hook) {
        super(ready, null, null);
        this.process = process;
        this.folder = folder;
        this.hook = hook;
    }

    /** Starts it with a built-in scenario or a path. */
    public static PortalProcess start(String scenario, String... more) {
        String program = System.getenv().getOrDefault("MOCK_PORTAL", "mock-portal");
        try {
            Path folder = Files.createTempDirectory("mock-portal-");
            Path ready = folder.resolve("ready.json"), errors = folder.resolve("errors");
            List<String> command = new ArrayList<>(List.of(program, "serve", scenario, "--port", "0", "--log", "off", "--ready-file", ready.toString()));
            command.addAll(List.of(more));
            Process process;
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(errors.toFile());
                for (String name : OF_SERVE) builder.environment().remove("MOCK_PORTAL_" + name);
                process = builder.start();
            } catch (IOException error) {
                clean(folder);
                throw new UncheckedIOException("mock-portal cannot be started; is it on the PATH, or named by MOCK_PORTAL?", error);
            }
            // However the run ends, it ends with it.
            Thread hook = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(hook);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!Files.exists(ready)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroyForcibly().waitFor();
                    Runtime.getRuntime().removeShutdownHook(hook);
                    String said = Files.readString(errors).strip();
                    clean(folder);
                    throw new IllegalStateException("mock-portal did not start: " + said);
                }
                Thread.sleep(10);
            }
            return new PortalProcess(Json.object(Json.read(Files.readString(ready))), process, folder, hook);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(error);
        }
    }

    @Override
    public void close() {
        if (!process.isAlive() && !Files.exists(folder)) return;
        try {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
            clean(folder);
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already.
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void clean(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
