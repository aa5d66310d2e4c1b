import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import mockportal.Portal;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Testcontainers for Java, with mock-portal-junit.jar for the control endpoints. */
@Testcontainers
class PortalTest {
    @Container
    static final GenericContainer<?> CONTAINER = new GenericContainer<>("mock-portal")
        .withCommand("serve", "--host", "0.0.0.0", "--control-token", "of-the-test")
        .withExposedPorts(7443)
        .waitingFor(Wait.forHealthcheck());

    @Test
    void signsIn() throws Exception {
        String origin = CONTAINER.getHost() + ":" + CONTAINER.getMappedPort(7443);
        Portal portal = Portal.at("http://" + origin + "/_mock", "of-the-test");
        HttpClient client = HttpClient.newBuilder().sslContext(portal.sslContext()).build();
        String url = "https://" + origin + "/portal/sharing/rest?f=json";
        String answer = client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()).body();
        Assertions.assertTrue(answer.contains("currentVersion"));
    }
}
