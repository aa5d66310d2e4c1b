// SPDX-License-Identifier: Apache-2.0
package mockportal;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A portal and its servers on a port of their own. */
public class Portal implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(HttpClient.Builder.NO_PROXY).build();
    private final Map<String, Object> ready;
    private final String token;
    private final Portal owner;

    Portal(Map<String, Object> ready, String token, Portal owner) {
        this.ready = ready;
        this.token = token;
        this.owner = owner;
    }

    /** One that runs elsewhere, such as in a container: its control URL, {@code http://…/_mock}, and its control token or null. */
    public static Portal at(String control, String token) {
        Portal asked = new Portal(Map.of("control", control), token, null);
        Map<String, Object> ready = new LinkedHashMap<>(asked.get("/ready"));
        ready.put("control", control);
        return new Portal(ready, token, null);
    }

    /** URLs, users and apps: the ready file. */
    public Map<String, Object> ready() {
        return ready;
    }

    public String http() {
        return (String) ready.get("http");
    }

    public String https() {
        return (String) ready.get("https");
    }

    /** The URL of the first portal. */
    public String url() {
        if (ready.get("portal") == null) throw new IllegalStateException("this scenario has no portal");
        return (String) ready.get("portal");
    }

    /** The URL of the first server. */
    public String serverUrl() {
        return Json.object(ready.get("servers")).values().stream().map(String.class::cast).findFirst()
            .orElseThrow(() -> new IllegalStateException("this scenario has no server"));
    }

    /** The file with the certificate of the authority. */
    public Path ca() {
        return Path.of((String) ready.get("ca"));
    }

    /** What trusts this portal: {@code HttpClient.newBuilder().sslContext(portal.sslContext())}. */
    public SSLContext sslContext() {
        try {
            byte[] pem = call("GET", "/ca.pem", null).getBytes(StandardCharsets.US_ASCII);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("mock-portal", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (java.io.IOException | java.security.GeneralSecurityException error) {
            throw new IllegalStateException(error);
        }
    }

    /** A token as a door would give it, without the dance; negative minutes: one that has expired. */
    public String token(String user, int minutes) {
        return (String) post("/tokens", Map.of("user", user, "minutes", minutes)).get("token");
    }

    public String token(String user) {
        return token(user, 60);
    }

    public void freeze() {
        post("/clock", Map.of("freeze", true));
    }

    public void advance(Duration span) {
        post("/clock", Map.of("advance", span.toString()));
    }

    public Instant now() {
        return Instant.ofEpochMilli(((Number) get("/clock").get("now")).longValue());
    }

    /** What an administrator or a machine does: {@code event("restart-server", Map.of())}. */
    public void event(String event, Map<String, ?> details) {
        Map<String, Object> body = new LinkedHashMap<>(details);
        body.put("event", event);
        post("/events", body);
    }

    /** Sets a fault and returns its id: {@code fault(Map.of("path", "**&#47;query"), Map.of("delay", "PT2S"))}. */
    public String fault(Map<String, ?> when, Map<String, ?> then) {
        return (String) Json.list(post("/faults", Map.of("when", when, "then", then)).get("ids")).get(0);
    }

    /** The requests so far, oldest first. */
    public List<Object> requests() {
        return Json.list(get("/requests?limit=1000").get("requests"));
    }

    /** Throws, with the nearest requests, unless as many came: {@code verify(Map.of("rule", "token.expired"), 1)}. */
    public void verify(Map<String, ?> request, int times) {
        Map<String, Object> verdict = post("/verify", Map.of("request", request, "times", times));
        if (!Boolean.TRUE.equals(verdict.get("passed"))) throw new AssertionError(verdict.get("message"));
    }

    /** The journal for people: a line a request, and under a refused one the rule, what it saw and what would have passed. */
    public String transcript() {
        StringBuilder text = new StringBuilder();
        for (Object each : requests()) {
            Map<String, Object> entry = Json.object(each);
            Object response = entry.get("response");
            text.append(String.format("%4d  %s %s  -> %s%n", ((Number) entry.get("id")).longValue(), entry.get("method"), entry.get("target"),
                response == null ? "-" : ((Number) Json.object(response).get("status")).longValue()));
            if (entry.get("because") == null) continue;
            Map<String, Object> because = Json.object(entry.get("because"));
            text.append(String.format("      because     %s %s%n      would pass  %s%n", because.get("rule"), because.get("facts"), because.get("wouldPass")));
        }
        return text.length() == 0 ? "no request came" : text.toString();
    }

    /** Sends a form to a URL of this portal over HTTP, and returns the answer's body. */
    public String ask(String url, String... form) {
        StringBuilder body = new StringBuilder("f=json");
        for (int i = 0; i + 1 < form.length; i += 2) body.append('&').append(form[i]).append('=').append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString())).build()).body();
    }

    /** A call of a control endpoint: the text of its answer. A body that is a text is sent as it is. */
    public String call(String method, String path, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ready.get("control") + path)).timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body instanceof String ? (String) body : Json.write(body)));
        if (token != null) request.header("Authorization", "Bearer " + token);
        HttpResponse<String> answer = send(request.build());
        if (answer.statusCode() >= 300) throw new ControlException(answer.statusCode(), answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    public Map<String, Object> get(String path) {
        return Json.object(Json.read(call("GET", path, null)));
    }

    public Map<String, Object> post(String path, Object body) {
        String text = call("POST", path, body);
        return text.isEmpty() ? Map.of() : Json.object(Json.read(text));
    }

    /** Another portal, on a port of its own, in the same process. */
    public Portal deploy(String scenario) {
        Object body = scenario.stripLeading().startsWith("{") ? scenario
            : Map.of("name", scenario.endsWith(".json5") || scenario.startsWith(".") || scenario.startsWith("/")
                ? Path.of(scenario).toAbsolutePath().normalize().toString() : scenario);
        return new Portal(post("/deployments", body), token, this);
    }

    @Override
    public void close() {
        if (owner != null) owner.call("DELETE", "/deployments/" + ready.get("id"), null);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException error) {
            throw new java.io.UncheckedIOException(error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(error);
        }
    }
}
