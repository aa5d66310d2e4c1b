"""The table of requests, valid and not, that our reader, h11 and node read. Writes requests.json, which the Swift tests
read too (every split of the bytes): python3 Tests/Oracles/http/table.py
"""
import json
import pathlib

CASES = []


def case(name, text):
    assert name not in {known for known, _ in CASES}, name
    CASES.append((name, text))


def head(line="GET / HTTP/1.1", *fields, host="Host: a", end="\r\n"):
    return end.join([line, *([host] if host else []), *fields]) + end + end


# Methods
for method in ["GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "M-SEARCH", "PURGE"]:
    case(f"method {method}", head(f"{method} / HTTP/1.1"))
for method in ["get", "Get", "BREW", "G", "X" * 40, "A!#$%&'*+-.^_`|~9", "1GET"]:
    case(f"method {method[:20]}", head(f"{method} / HTTP/1.1"))
for name, method in [("with parenthesis", "G(T"), ("with colon", "GET:"), ("with comma", "G,T"), ("with quote", "G\"T"),
                     ("with slash", "G/T"), ("with at", "G@T"), ("with NUL", "G\0T"), ("with tab", "G\tT"), ("beyond ASCII", "GÉT"),
                     ("empty", "")]:
    case(f"method {name}", head(f"{method} / HTTP/1.1"))
case("CONNECT authority", head("CONNECT h:443 HTTP/1.1"))

# Targets
for name, target in [("path", "/a/b"), ("query", "/a?b=c&d"), ("only query mark", "/?"), ("two query marks", "/a?b?c"),
                     ("percent", "/a%20b"), ("bad percent", "/a%zz"), ("half percent", "/a%2"), ("double slash", "//a"),
                     ("dots", "/a/../b/./c"), ("semicolon", "/a;b=c"), ("pipe", "/a|b"), ("braces", "/a{b}"), ("quote", "/a\"b"),
                     ("less than", "/a<b>"), ("backslash", "/a\\b"), ("caret", "/a^b"), ("backtick", "/a`b"),
                     ("brackets", "/a[b]"), ("star", "/*"), ("long", "/" + "a" * 3000), ("colon", "/a:b"), ("comma", "/a,b")]:
    case(f"target {name}", head(f"GET {target} HTTP/1.1"))
for name, target in [("absolute", "http://h/p?q"), ("absolute with port", "http://h:8080/"), ("absolute https", "https://h/p"),
                     ("absolute without path", "http://h"), ("absolute upper case", "HTTP://H/"), ("other scheme", "ftp://h/p"),
                     ("no slash", "a/b"), ("star for GET", "*"), ("fragment", "/a#b"), ("only fragment", "#a"), ("authority for GET", "h:80"),
                     ("scheme only", "http://"), ("query without path", "?a")]:
    case(f"target {name}", head(f"GET {target} HTTP/1.1"))
case("target star for OPTIONS", head("OPTIONS * HTTP/1.1"))
for name, byte in [("NUL", "\0"), ("SOH", "\x01"), ("tab", "\t"), ("ESC", "\x1b"), ("DEL", "\x7f")]:
    case(f"target with {name}", head(f"GET /a{byte}b HTTP/1.1"))

# Request lines
for name, line in [("two blanks before target", "GET  / HTTP/1.1"), ("two blanks before version", "GET /  HTTP/1.1"),
                   ("blank at the end", "GET / HTTP/1.1 "), ("blank at the start", " GET / HTTP/1.1"), ("tab for blank", "GET\t/\tHTTP/1.1"),
                   ("no version", "GET /"), ("no target", "GET HTTP/1.1"), ("method only", "GET"), ("four words", "GET / HTTP/1.1 x"),
                   ("words reversed", "HTTP/1.1 / GET")]:
    case(f"line {name}", head(line))
for version in ["HTTP/1.0", "HTTP/1.2", "HTTP/1.9", "HTTP/0.9", "HTTP/2.0", "HTTP/3.0", "HTTP/1", "HTTP/1.", "HTTP/.1", "HTTP/11", "HTTP/1.10",
                "HTTP/01.1", "http/1.1", "Http/1.1", "HTTP 1.1", "HTTP-1.1", "HTTPS/1.1", "FTP/1.1", "HTTP/1,1", "HTTP/1.a", "HTTP/-1.1"]:
    case(f"version {version}", head(f"GET / {version}"))

# Line ends
case("ends LF only", head(end="\n"))
case("ends LF in the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n")
case("ends LF in a field", "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n")
case("ends LF at the end", "GET / HTTP/1.1\r\nHost: a\r\n\n")
case("ends CR only", head(end="\r"))
case("ends CR inside a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n")
case("ends CR CR LF", "GET / HTTP/1.1\r\nHost: a\r\r\n\r\n")
case("ends CR CR LF in the request line", "GET / HTTP/1.1\r\r\nHost: a\r\n\r\n")
case("ends CR in the target", "GET /a\rb HTTP/1.1\r\nHost: a\r\n\r\n")
case("ends CR after the version", "GET / HTTP/1.1\r \r\nHost: a\r\n\r\n")
case("ends CR first of all", "\r\rGET / HTTP/1.1\r\nHost: a\r\n\r\n")
case("ends CR in a field's name", "GET / HTTP/1.1\r\nHo\rst: a\r\n\r\n")
case("ends one empty line before", "\r\n" + head())
case("ends three empty lines before", "\r\n\r\n\r\n" + head())
case("ends LF before", "\n" + head())
case("ends blank line before", " \r\n" + head())

# Fields
for name, field in [("plain", "X: b"), ("no blank", "X:b"), ("empty value", "X:"), ("blank value", "X:   "), ("blanks around", "X: \t b \t"),
                    ("blank inside", "X: a  b"), ("tab inside", "X: a\tb"), ("colon in value", "X: a:b"), ("quotes", "X: \"a\""),
                    ("obs-text", "X: é"), ("long value", "X: " + "a" * 5000), ("long name", "X" * 500 + ": a"), ("odd token name", "!#$%&'*+-.^_`|~: a"),
                    ("digits name", "1: a"), ("comma list", "X: a, b,, c")]:
    case(f"field {name}", head("GET / HTTP/1.1", field))
for name, field in [("blank before colon", "X : b"), ("tab before colon", "X\t: b"), ("no colon", "Xb"), ("no name", ": b"), ("blank in name", "X y: b"),
                    ("parenthesis in name", "X(: b"), ("slash in name", "X/y: b"), ("quote in name", "\"X\": b"), ("NUL in name", "X\0: b"),
                    ("beyond ASCII in name", "Xé: b"), ("NUL in value", "X: a\0b"), ("SOH in value", "X: a\x01b"), ("DEL in value", "X: a\x7fb"),
                    ("BEL in value", "X: \x07"), ("blank at the start", " X: b"), ("comma in name", "X,: b"), ("equals in name", "X=: b")]:
    case(f"field {name}", head("GET / HTTP/1.1", field))
case("field folded", head("GET / HTTP/1.1", "X: a\r\n b"))
case("field folded by tab", head("GET / HTTP/1.1", "X: a\r\n\tb"))
case("field folded to nothing", head("GET / HTTP/1.1", "X: a\r\n "))
case("field repeated", head("GET / HTTP/1.1", "X: 1", "x: 2", "X: 3"))
case("field order kept", head("GET / HTTP/1.1", "C: 1", "A: 2", "B: 3"))
case("field ninety", head("GET / HTTP/1.1", *[f"X{n}: {n}" for n in range(90)]))

# Host
case("host none", head(host=None))
case("host none in 1.0", head("GET / HTTP/1.0", host=None))
case("host twice", head("GET / HTTP/1.1", "Host: a"))
case("host twice, differing", head("GET / HTTP/1.1", "Host: b"))
for name, host in [("empty", "Host:"), ("with port", "Host: a:80"), ("IPv6", "Host: [::1]:80"), ("in small letters", "host: a"), ("with slash", "Host: a/b"),
                   ("with blank", "Host: a b"), ("with at", "Host: u@a"), ("with comma", "Host: a,b"), ("underscore", "Host: a_b"), ("beyond ASCII", "Host: é"),
                   ("with query", "Host: a?b"), ("bad port", "Host: a:b")]:
    case(f"host {name}", head("GET / HTTP/1.1", host=host))

# Content-Length
for name, length, body in [("zero", "0", ""), ("five", "5", "hello"), ("leading zeros", "0005", "hello"), ("blanks", "  5 ", "hello"), ("short", "9", "hello"),
                           ("long", "2", "hello"), ("plus", "+5", "hello"), ("minus", "-5", "hello"), ("hex", "0x5", "hello"), ("letters", "five", "hello"),
                           ("empty", "", "hello"), ("list same", "5, 5", "hello"), ("list differing", "5, 6", "hello"), ("point", "5.0", "hello"),
                           ("blank inside", "1 0", "hello"), ("underscore", "1_0", "hello"), ("huge", "9" * 30, "hello"), ("beyond 64 bits", "18446744073709551621", "hello"),
                           ("full-width digit", "\uff15", "hello")]:
    case(f"length {name}", head("POST / HTTP/1.1", f"Content-Length: {length}") + body)
case("length twice same", head("POST / HTTP/1.1", "Content-Length: 5", "Content-Length: 5") + "hello")
case("length twice differing", head("POST / HTTP/1.1", "Content-Length: 5", "Content-Length: 6") + "hello")
case("length with GET", head("GET / HTTP/1.1", "Content-Length: 5") + "hello")
case("length with HEAD", head("HEAD / HTTP/1.1", "Content-Length: 5") + "hello")
case("length with 1.0", head("POST / HTTP/1.0", "Content-Length: 5") + "hello")
case("length none with POST", head("POST / HTTP/1.1"))
case("length none, but a body", head("POST / HTTP/1.1") + "hello")
case("length body with CR LF", head("POST / HTTP/1.1", "Content-Length: 4") + "\r\n\r\n")
case("length body that looks like a request", head("POST / HTTP/1.1", "Content-Length: 18") + "GET /x HTTP/1.1\r\n\r\n")

# Transfer-Encoding
C = "Transfer-Encoding: chunked"


def chunked(body, *fields, coding=C, line="POST / HTTP/1.1"):
    return head(line, coding, *fields) + body


for name, body in [("one", "5\r\nhello\r\n0\r\n\r\n"), ("none", "0\r\n\r\n"), ("two", "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"), ("upper hex", "A\r\n0123456789\r\n0\r\n\r\n"),
                   ("lower hex", "a\r\n0123456789\r\n0\r\n\r\n"), ("leading zeros", "0005\r\nhello\r\n000\r\n\r\n"), ("extension", "5;a=b\r\nhello\r\n0\r\n\r\n"),
                   ("extension quoted", "5;a=\"b;c\"\r\nhello\r\n0\r\n\r\n"), ("extension without value", "5;a\r\nhello\r\n0\r\n\r\n"),
                   ("extension on the last", "5\r\nhello\r\n0;x\r\n\r\n"), ("trailer", "5\r\nhello\r\n0\r\nX: y\r\n\r\n"), ("two trailers", "0\r\nX: y\r\nZ: w\r\n\r\n"),
                   ("CR LF inside", "2\r\n\r\n\r\n0\r\n\r\n"), ("binary", "3\r\n\x01\x02\x03\r\n0\r\n\r\n")]:
    case(f"chunks {name}", chunked(body))
for name, body in [("negative", "-5\r\nhello\r\n0\r\n\r\n"), ("plus", "+5\r\nhello\r\n0\r\n\r\n"), ("0x", "0x5\r\nhello\r\n0\r\n\r\n"), ("letters", "xyz\r\nhello\r\n0\r\n\r\n"),
                   ("empty size", "\r\nhello\r\n0\r\n\r\n"), ("blank before size", " 5\r\nhello\r\n0\r\n\r\n"), ("blank after size", "5 \r\nhello\r\n0\r\n\r\n"),
                   ("blank before extension", "5 ;a\r\nhello\r\n0\r\n\r\n"), ("LF only", "5\nhello\n0\n\n"), ("LF after size", "5\nhello\r\n0\r\n\r\n"),
                   ("too long", "3\r\nhello\r\n0\r\n\r\n"), ("too short", "9\r\nhello\r\n0\r\n\r\n"), ("no CR LF after data", "5\r\nhello0\r\n\r\n"),
                   ("LF after data", "5\r\nhello\n0\r\n\r\n"), ("huge size", "f" * 17 + "\r\nhello"), ("size of 16 f", "f" * 16 + "\r\nhello"),
                   ("NUL in extension", "5;\0\r\nhello\r\n0\r\n\r\n"), ("CR in extension", "5;a\rb\r\nhello\r\n0\r\n\r\n"), ("trailer without colon", "0\r\nX\r\n\r\n"),
                   ("trailer with blank before colon", "0\r\nX : y\r\n\r\n"), ("trailer folded", "0\r\nX: y\r\n z\r\n\r\n"), ("not ended", "5\r\nhello\r\n"),
                   ("last not ended", "5\r\nhello\r\n0\r\n"), ("underscore", "1_0\r\nhello\r\n0\r\n\r\n")]:
    case(f"chunks {name}", chunked(body))
BODY = "5\r\nhello\r\n0\r\n\r\n"
for name, coding in [("upper case", "Transfer-Encoding: CHUNKED"), ("blanks", "Transfer-Encoding:  chunked "), ("gzip then chunked", "Transfer-Encoding: gzip, chunked"),
                     ("chunked then gzip", "Transfer-Encoding: chunked, gzip"), ("chunked twice", "Transfer-Encoding: chunked, chunked"), ("identity", "Transfer-Encoding: identity"),
                     ("gzip", "Transfer-Encoding: gzip"), ("nonsense", "Transfer-Encoding: xchunked"), ("empty", "Transfer-Encoding:"), ("quoted", "Transfer-Encoding: \"chunked\""),
                     ("vertical tab", "Transfer-Encoding: \x0bchunked"), ("in two fields", "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked"),
                     ("repeated field", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), ("with parameter", "Transfer-Encoding: chunked;q=1")]:
    case(f"coding {name}", chunked(BODY, coding=coding))
case("coding in 1.0", chunked(BODY, line="POST / HTTP/1.0"))
case("coding with GET", chunked(BODY, line="GET / HTTP/1.1"))
case("coding and length", chunked(BODY, "Content-Length: 5"))
case("length and coding", head("POST / HTTP/1.1", "Content-Length: 5", C) + BODY)
case("coding and length 0", chunked(BODY, "Content-Length: 0"))
case("coding blank before colon", chunked(BODY, coding="Transfer-Encoding : chunked"))

# One after the other
case("two GET", head("GET /1 HTTP/1.1") + head("GET /2 HTTP/1.1"))
case("five GET", "".join(head(f"GET /{n} HTTP/1.1") for n in range(5)))
case("POST then GET", head("POST /1 HTTP/1.1", "Content-Length: 2") + "ab" + head("GET /2 HTTP/1.1"))
case("chunks then GET", chunked(BODY) + head("GET /2 HTTP/1.1"))
case("chunks with trailer then GET", chunked("0\r\nX: y\r\n\r\n") + head("GET /2 HTTP/1.1"))
case("GET, empty line, GET", head("GET /1 HTTP/1.1") + "\r\n" + head("GET /2 HTTP/1.1"))
case("GET then rubbish", head("GET /1 HTTP/1.1") + "rubbish\r\n\r\n")
case("GET then half a GET", head("GET /1 HTTP/1.1") + "GET /2 HT")
case("close then GET", head("GET /1 HTTP/1.1", "Connection: close") + head("GET /2 HTTP/1.1"))
case("1.0 then GET", head("GET /1 HTTP/1.0") + head("GET /2 HTTP/1.1"))
case("1.0 keep-alive then GET", head("GET /1 HTTP/1.0", "Connection: keep-alive") + head("GET /2 HTTP/1.1"))
case("smuggled by length and coding", head("POST / HTTP/1.1", "Content-Length: 6", C) + "0\r\n\r\nG")

# Cut off
for name, text in [("nothing", ""), ("one letter", "G"), ("half a line", "GET / HT"), ("a line", "GET / HTTP/1.1\r\n"), ("half a field", "GET / HTTP/1.1\r\nHo"),
                   ("no empty line", "GET / HTTP/1.1\r\nHost: a\r\n"), ("CR of the empty line", "GET / HTTP/1.1\r\nHost: a\r\n\r"),
                   ("half a chunk size", head("POST / HTTP/1.1", C) + "1"), ("empty line only", "\r\n")]:
    case(f"cut {name}", text)

# What is no HTTP
for name, text in [("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), ("SSH", "SSH-2.0-OpenSSH_9.0\r\n"), ("SMTP", "EHLO a\r\n\r\n"), ("HTTP/0.9", "GET /\r\n\r\n"),
                   ("a response", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), ("JSON", "{\"a\":1}\r\n\r\n"), ("NULs", "\0\0\0\0\r\n\r\n"), ("upgrade", None)]:
    if text is not None:
        case(f"no HTTP: {name}", text)
case("upgrade", head("GET / HTTP/1.1", "Connection: Upgrade", "Upgrade: websocket"))
case("expect", head("POST / HTTP/1.1", "Expect: 100-continue", "Content-Length: 2") + "ab")
case("expect something else", head("POST / HTTP/1.1", "Expect: the-moon", "Content-Length: 2") + "ab")
case("connection list", head("GET / HTTP/1.1", "Connection: keep-alive, X-a", "X-a: b"))

if __name__ == "__main__":
    path = pathlib.Path(__file__).with_name("requests.json")
    rows = ",\n".join(json.dumps({"name": name, "text": text}, ensure_ascii=True) for name, text in CASES)
    path.write_text(f"[\n{rows}\n]\n")
    print(len(CASES), "requests")
