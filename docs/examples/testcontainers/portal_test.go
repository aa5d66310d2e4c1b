package portal

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/testcontainers/testcontainers-go"
	"github.com/testcontainers/testcontainers-go/wait"
)

// Testcontainers for Go.
func TestSignsIn(t *testing.T) {
	ctx := context.Background()
	container, err := testcontainers.GenericContainer(ctx, testcontainers.GenericContainerRequest{
		ContainerRequest: testcontainers.ContainerRequest{
			Image:        "mock-portal",
			Cmd:          []string{"serve", "--host", "0.0.0.0", "--control-token", "of-the-test"},
			ExposedPorts: []string{"7443/tcp"},
			WaitingFor:   wait.ForHealthCheck(),
		},
		Started: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer container.Terminate(ctx)
	origin, err := container.PortEndpoint(ctx, "7443/tcp", "")
	if err != nil {
		t.Fatal(err)
	}

	request, _ := http.NewRequest("GET", "http://"+origin+"/_mock/ca.pem", nil)
	request.Header.Set("Authorization", "Bearer of-the-test")
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(body(t, http.DefaultClient, request)))
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}

	request, _ = http.NewRequest("GET", "https://"+origin+"/portal/sharing/rest?f=json", nil)
	if answer := body(t, client, request); !strings.Contains(answer, "currentVersion") {
		t.Fatal(answer)
	}
}

func body(t *testing.T, client *http.Client, request *http.Request) string {
	t.Helper()
	answer, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
