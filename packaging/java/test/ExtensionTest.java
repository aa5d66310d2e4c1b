// SPDX-License-Identifier: Apache-2.0
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockportal.ControlException;
import mockportal.Json;
import mockportal.MockPortal;
import mockportal.Portal;
import mockportal.PortalProcess;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The extension as it is in the jar: run by packaging/tests/java.sh. */
@MockPortal
@Execution(ExecutionMode.CONCURRENT)
class ExtensionTest {
    @RepeatedTest(8)
    void eachTestHasItsOwn(Portal portal) {
        assertEquals(List.of(), portal.requests());
        portal.ask(portal.http() + "/arcgis/rest/info");
        assertEquals(1, portal.requests().size());
    }

    @Test
    void httpsIsTrusted(Portal portal) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(portal.sslContext()).build();
        var answer = client.send(HttpRequest.newBuilder(URI.create(portal.url() + "/sharing/rest?f=json")).build(), BodyHandlers.ofString());
        assertTrue(answer.body().contains("currentVersion"));
        assertTrue(Files.exists(portal.ca()));
    }

    @Test
    void clockEventsAndFaults(Portal portal) {
        portal.freeze();
        Instant before = portal.now();
        portal.advance(Duration.ofMillis(61_500));
        assertEquals(Duration.ofMillis(61_500), Duration.between(before, portal.now()));
        portal.fault(Map.of("path", "**/rest/info", "nth", 1), Map.of("answer", Map.of("status", 503, "body", "down")));
        assertEquals("down", portal.ask(portal.http() + "/arcgis/rest/info"));
        portal.event("stop-service", Map.of("service", "Airports"));
        String service = portal.http() + "/arcgis/rest/services/Airports/MapServer";
        assertTrue(portal.ask(service, "token", portal.token("viewer")).contains("\"error\""));
        assertTrue(portal.ask(service, "token", portal.token("viewer", -1)).contains("498"));
    }

    @Test
    void errorsAreTold(Portal portal) {
        ControlException refused = assertThrows(ControlException.class, () -> portal.event("restart-srever", Map.of()));
        assertEquals(422, refused.status());
        assertTrue(refused.getMessage().contains("restart-server"), refused.getMessage());
        assertThrows(AssertionError.class, () -> portal.verify(Map.of("path", "**/generateToken"), 1));
        assertTrue(assertThrows(IllegalStateException.class, () -> PortalProcess.start("start/federatd")).getMessage().contains("did you mean"));
    }

    @Test
    @MockPortal("{ portal: null, servers: [{ version: '10.6.1' }] } // JSON5")
    void aScenarioOfOnesOwn(Portal portal) {
        assertTrue(portal.ask(portal.http() + "/arcgis/rest/info").contains("\"fullVersion\":\"10.6.1\""));
        assertThrows(IllegalStateException.class, portal::url);
    }

    @Test
    void theRefusalAndItsReason(Portal portal) {
        String answer = portal.ask(portal.http() + "/portal/sharing/generateToken", "username", "dirk@CONTOSO", "password", "known-only-to-the-idp",
            "referer", "https://app.example");
        assertEquals("{\"error\":{\"code\":400,\"message\":\"Unable to generate token.\",\"details\":[\"Invalid username or password.\"]}}", answer);
        String transcript = portal.transcript();
        assertTrue(transcript.contains("generate-token.enterprise-login") && transcript.contains("would pass"), transcript);
        assertTrue(!transcript.contains("known-only-to-the-idp"));
    }

    @Test
    void oneElsewhereWithAToken() {
        try (PortalProcess process = PortalProcess.start("start/standalone", "--control-token", "secret")) {
            String control = (String) process.ready().get("control");
            // Health answers everybody: who waits for a container has no token.
            assertEquals("ok", process.get("/health").get("status"));
            assertThrows(ControlException.class, () -> process.get("/clock"));
            Portal elsewhere = Portal.at(control, "secret");
            assertEquals("ok", elsewhere.get("/health").get("status"));
            try (Portal other = elsewhere.deploy("start/federated")) {
                assertTrue(other.url().endsWith("/portal"));
            }
            long pid = ((Number) process.ready().get("pid")).longValue();
            process.close();
            assertTrue(ProcessHandle.of(pid).isEmpty());
        }
    }

    @Test
    void json() {
        String text = "{\"a\":[1,2.5,-3,true,false,null,\"\\u00e4\\n\\\"\\\\\"],\"b\":{}}";
        assertEquals(Json.read(text), Json.read(Json.write(Json.read(text))));
        for (String wrong : List.of("", "{", "[1,]", "{\"a\"}", "\"", "tru", "1 2", "[".repeat(100))) {
            assertThrows(IllegalArgumentException.class, () -> Json.read(wrong), wrong);
        }
    }
}
