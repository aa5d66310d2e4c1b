// SPDX-License-Identifier: Apache-2.0
// Ends with 0 if mock-portal answers on this machine: the container has no shell and no curl to ask with.
// health [PORT]; without it MOCK_PORTAL_PORT, or 7443. An answer that asks for the control token is an answer.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int count, char **arguments) {
    const char *named = count > 1 ? arguments[1] : getenv("MOCK_PORTAL_PORT");
    int port = named != NULL && *named != 0 ? atoi(named) : 7443;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int peer = socket(AF_INET, SOCK_STREAM, 0);
    struct timeval limit = {.tv_sec = 3};
    setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(peer, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (peer < 0 || connect(peer, (struct sockaddr *)&address, sizeof address) != 0) {
        perror("mock-portal does not answer");
        return 1;
    }
    char request[128];
    int length = snprintf(
        request, sizeof request, "GET /_mock/health HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n", port);
    if (write(peer, request, (size_t)length) != length) return 1;
    char answer[512];
    size_t got = 0;
    while (got < sizeof answer - 1) {
        ssize_t more = read(peer, answer + got, sizeof answer - 1 - got);
        if (more <= 0) break;
        got += (size_t)more;
    }
    answer[got] = 0;
    close(peer);
    if (strncmp(answer, "HTTP/1.1 200", 12) == 0 || strncmp(answer, "HTTP/1.1 401", 12) == 0) return 0;
    fprintf(stderr, "mock-portal answers: %.60s\n", answer);
    return 1;
}
