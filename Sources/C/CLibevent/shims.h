// SPDX-License-Identifier: Apache-2.0

#pragma once
// libevent's configuration header defines _GNU_SOURCE. The C library must be configured before that; otherwise fd_set
// has a different member name here than in the other modules.
#if __has_include(<features.h>)
#include <features.h>
#endif
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/bufferevent_ssl.h>
#include <event2/event.h>
#include <event2/listener.h>
#include <event2/thread.h>
#include <event2/util.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <string.h>

// libevent's own header needs OpenSSL's type; Swift has it from COpenSSL as an opaque pointer.
static inline struct bufferevent *_Nullable mp_bufferevent_tls(
    struct event_base *_Nonnull base, evutil_socket_t fd, void *_Nonnull ssl) {
    return bufferevent_openssl_socket_new(
        base, fd, (struct ssl_st *)ssl, BUFFEREVENT_SSL_ACCEPTING, BEV_OPT_CLOSE_ON_FREE);
}

// Writes the numeric address of a socket address and returns its port, or 0 if it is neither IPv4 nor IPv6.
static inline uint16_t mp_address(const struct sockaddr *_Nonnull address, char *_Nonnull text, socklen_t size) {
    text[0] = 0;
    if (address->sa_family == AF_INET) {
        const struct sockaddr_in *four = (const struct sockaddr_in *)address;
        inet_ntop(AF_INET, &four->sin_addr, text, size);
        return ntohs(four->sin_port);
    }
    if (address->sa_family == AF_INET6) {
        const struct sockaddr_in6 *six = (const struct sockaddr_in6 *)address;
        inet_ntop(AF_INET6, &six->sin6_addr, text, size);
        return ntohs(six->sin6_port);
    }
    return 0;
}

// Returns a socket that listens on a numeric address, or a negative errno.
static inline int mp_listen(const char *_Nonnull host, uint16_t port, uint16_t *_Nonnull bound) {
    union {
        struct sockaddr any;
        struct sockaddr_in four;
        struct sockaddr_in6 six;
    } address;
    memset(&address, 0, sizeof(address));
    socklen_t size;
    if (inet_pton(AF_INET, host, &address.four.sin_addr) == 1) {
        address.four.sin_family = AF_INET;
        address.four.sin_port = htons(port);
        size = sizeof(address.four);
    } else if (inet_pton(AF_INET6, host, &address.six.sin6_addr) == 1) {
        address.six.sin6_family = AF_INET6;
        address.six.sin6_port = htons(port);
        size = sizeof(address.six);
    } else {
        return -22;
    }
    int fd = socket(address.any.sa_family, SOCK_STREAM, 0);
    if (fd < 0) return -errno;
    int on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (address.any.sa_family == AF_INET6) setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof(on));
    evutil_make_socket_nonblocking(fd);
    evutil_make_socket_closeonexec(fd);
    if (bind(fd, &address.any, size) != 0 || listen(fd, 1024) != 0) {
        int failure = errno;
        evutil_closesocket(fd);
        return -failure;
    }
    getsockname(fd, &address.any, &size);
    *bound = ntohs(address.any.sa_family == AF_INET ? address.four.sin_port : address.six.sin6_port);
    return fd;
}

// Sets the time-out of reads and writes, in milliseconds. On Linux the send time-out limits connect(2), too.
static inline void mp_limit(int fd, int milliseconds) {
    struct timeval limit = {milliseconds / 1000, (milliseconds % 1000) * 1000};
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
}

// Returns a connected, blocking socket whose reads and writes have a time-out in milliseconds, or a negative errno
// (-ENOENT: no such host).
static inline int mp_connect(const char *_Nonnull host, const char *_Nonnull port, int milliseconds) {
    struct addrinfo hints, *list = NULL;
    memset(&hints, 0, sizeof(hints));
    hints.ai_socktype = SOCK_STREAM;
    if (getaddrinfo(host, port, &hints, &list) != 0) return -ENOENT;
    int result = -ECONNREFUSED;
    for (struct addrinfo *at = list; at != NULL; at = at->ai_next) {
        int fd = socket(at->ai_family, at->ai_socktype, at->ai_protocol);
        if (fd < 0) continue;
        evutil_make_socket_closeonexec(fd);
        mp_limit(fd, milliseconds);
#ifdef SO_NOSIGPIPE
        int on = 1;
        setsockopt(fd, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof(on));
#endif
        if (connect(fd, at->ai_addr, at->ai_addrlen) == 0) {
            result = fd;
            break;
        }
        // What a connection that takes too long is called here.
        result = errno == EINPROGRESS ? -ETIMEDOUT : -errno;
        evutil_closesocket(fd);
    }
    freeaddrinfo(list);
    return result;
}

// Connects to a socket by its path. Returns a descriptor, or a negative errno.
static inline int mp_connect_socket(const char *_Nonnull path, int milliseconds) {
    struct sockaddr_un address;
    memset(&address, 0, sizeof(address));
    address.sun_family = AF_UNIX;
    if (strlen(path) >= sizeof(address.sun_path)) return -ENAMETOOLONG;
    strcpy(address.sun_path, path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (fd < 0) return -errno;
    evutil_make_socket_closeonexec(fd);
    mp_limit(fd, milliseconds);
    if (connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0) return fd;
    int failure = errno;
    evutil_closesocket(fd);
    return -failure;
}

// Makes closing the socket reset the connection.
static inline void mp_reset_on_close(int fd) {
    struct linger linger = {1, 0};
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
}
