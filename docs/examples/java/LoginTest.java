import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A portal for each test, without a framework: MOCK_PORTAL=path/to/mock-portal java LoginTest.java */
public class LoginTest {
    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static String control;
    /** The ready file of this test's portal. */
    String portal;

    void setUp() throws Exception { portal = call("POST", control + "/deployments", "{\"name\":\"start/federated\"}"); }

    void tearDown() throws Exception { call("DELETE", control + "/deployments/" + text(portal, "id"), null); }

    void tokenEndsAfterAnHourAndNobodyWaits() throws Exception {
        String http = text(portal, "http"), mock = text(portal, "control");
        call("POST", mock + "/clock", "{\"freeze\":true}");
        String login = ask(http + "/portal/sharing/rest/generateToken",
            "username", "viewer", "password", "viewer", "client", "requestip", "expiration", "60", "f", "json");
        String service = http + "/arcgis/rest/services/Airports/MapServer";
        check(ask(service, "token", text(login, "token"), "f", "json").contains("\"currentVersion\""), "the service answers");

        call("POST", mock + "/clock", "{\"advance\":\"PT60M\"}");
        check(ask(service, "token", text(login, "token"), "f", "json").contains("\"code\":498"), "the token has ended");
        String verdict = call("POST", mock + "/verify", "{\"request\":{\"rule\":\"token.expired\"},\"times\":1}");
        check(verdict.contains("\"passed\":true"), verdict);
    }

    void eachTestHasItsOwnPortal() throws Exception {
        check(call("GET", text(portal, "control") + "/requests", null).contains("\"total\":0"), "nobody asked yet");
    }

    interface Body { void run(LoginTest test) throws Exception; }

    public static void main(String[] arguments) throws Exception {
        Path ready = Files.createTempDirectory("mock-portal").resolve("ready.json");
        String command = System.getenv().getOrDefault("MOCK_PORTAL", "mock-portal");
        Process server = new ProcessBuilder(command, "serve", "--port", "0", "--log", "off", "--ready-file", ready.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            while (!Files.exists(ready)) {
                check(server.isAlive(), "mock-portal did not start");
                Thread.sleep(20);
            }
            control = text(Files.readString(ready), "control");
            for (Body body : new Body[] {LoginTest::tokenEndsAfterAnHourAndNobodyWaits, LoginTest::eachTestHasItsOwnPortal}) {
                LoginTest test = new LoginTest();
                test.setUp();
                try { body.run(test); } finally { test.tearDown(); }
            }
            System.out.println("2 passed, 0 failed");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** A call of a control endpoint. */
    static String call(String method, String url, String body) throws Exception {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var answer = CLIENT.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
            .method(method, publisher).build(), BodyHandlers.ofString());
        check(answer.statusCode() < 300, answer.body());
        return answer.body();
    }

    static String ask(String url, String... form) throws Exception {
        var body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(i > 0 ? "&" : "").append(form[i]).append('=').append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return CLIENT.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofString()).body();
    }

    /** A text member of a JSON object; real tests have a JSON library. */
    static String text(String json, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        check(found.find(), "no " + name + " in " + json);
        return found.group(1);
    }

    static void check(boolean holds, String what) {
        if (!holds) throw new AssertionError(what);
    }
}
