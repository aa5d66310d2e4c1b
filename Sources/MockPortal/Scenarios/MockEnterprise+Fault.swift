// SPDX-License-Identifier: Apache-2.0

public import Enterprise
import Formats

extension MockEnterprise {
    /// A failure on purpose: what is done, and to which requests. Of what is named, all must hold; counts start at 1.
    ///
    /// ```swift
    /// let id = try portal.inject(.init(.error(code: 500, message: "Error"), path: "/arcgis/rest/**", nth: 2))
    /// let slow = MockPortal.Fault(.delay(.seconds(30)), door: .service, times: 1)
    /// ```
    public struct Fault: Sendable, Written {
        /// Where on the way of an exchange something is done.
        public enum Stage: String, Sendable {
            /// The connection was accepted, and nothing read.
            case accept
            /// The first bytes of TLS came.
            case handshake
            /// The request came, and nothing of the response went.
            case head
            /// The head of the response went, and half of its body.
            case body
            /// All of the response went but its last byte; for a reset, all of it.
            case end
        }

        /// What is done.
        public enum Effect: Sendable, Hashable {
            /// The answer waits until the deployment's clock has moved so far: moving it lets the answer go, a frozen clock
            /// holds it. Whole milliseconds.
            case delay(Duration)
            /// Nothing more is sent from there on, and the connection stays.
            case stall(Stage)
            /// The connection is reset there.
            case reset(Stage)
            /// The answer goes slowly, by wall time.
            case dribble(bytesPerSecond: Int)
            /// The connection ends after so many bytes of the body.
            case truncate(afterBytes: Int)
            /// `Content-Length` is off by so many bytes; not 0.
            case contentLength(by: Int)
            /// Another answer instead; header fields as names and values.
            case answer(status: Int = 200, headers: [String: String] = [:], body: String = "")
            /// An error in the envelope of the door instead.
            case error(code: Int, message: String, details: [String] = [])
            /// The body is compressed where it should not be, or is said to be.
            case gzip(Gzip)
            /// TLS is not agreed on.
            case handshake(Handshake)
            /// Something happens to the deployment just before it answers.
            case event(Event)
        }

        /// What is wrong with a compressed body.
        public enum Gzip: String, Sendable {
            /// It is compressed, though nobody asked for it; `Content-Encoding` says so.
            case unasked
            /// It is compressed, and nothing says so.
            case undeclared
            /// `Content-Encoding` says so, and it is not.
            case pretended
        }

        /// Why TLS is not agreed on.
        public enum Handshake: String, Sendable {
            /// The server ends it with the alert `handshake_failure` (RFC 8446 section 6).
            case alert
            /// The certificate's time is over.
            case expired
            /// The certificate is another machine's.
            case otherName = "other-name"
            /// The certificate is signed by nobody but itself.
            case selfSigned = "self-signed"
        }

        /// What is done.
        public var effect: Effect
        /// A glob on the decoded path: `*` within a segment, `**` across; of a whole URL the path counts. `nil`: any.
        public var path: String?
        /// `GET`, `POST`; `nil`: any.
        public var method: String?
        /// The door; `nil`: any.
        public var door: Door?
        /// Who the caller turns out to be; `nil`: anybody.
        public var user: String?
        /// Parameters, in the query or in a form; `*` stands for anything.
        public var query: [String: String]
        /// Parameters that must not be there.
        public var lacking: [String]
        /// Path and query, as sent, have more bytes than these; `nil`: however long.
        public var longerThan: Int?
        /// Of the requests for which all else holds this one only; `nil`: all.
        public var nth: Int?
        /// Of the requests for which all else holds this one and all later ones; `nil`: all.
        public var from: Int?
        /// How often at most; `nil`: without end.
        public var times: Int?
        /// So long after the first request that matched, by the deployment's clock, the counts begin anew; `nil`: never.
        /// Whole milliseconds.
        public var per: Duration?
        /// How many of a hundred of those that all else lets through, from 1 to 100; the seed says which. `nil`: all.
        public var percent: Int?
        let location: CodeLocation
        var more: String? { nil }

        /// Writes a fault; findings name `file`, `line` and `column`.
        public init(
            _ effect: Effect, path: String? = nil, method: String? = nil, door: Door? = nil, user: String? = nil,
            query: [String: String] = [:], lacking: [String] = [], longerThan: Int? = nil, nth: Int? = nil,
            from: Int? = nil, times: Int? = nil, per: Duration? = nil, percent: Int? = nil,
            file: String = #filePath, line: Int = #line, column: Int = #column
        ) {
            self.effect = effect
            self.path = path
            self.method = method
            self.door = door
            self.user = user
            self.query = query
            self.lacking = lacking
            self.longerThan = longerThan
            self.nth = nth
            self.from = from
            self.times = times
            self.per = per
            self.percent = percent
            location = CodeLocation(file: file, line: line, column: column)
        }

        func write(to writing: inout Writing) {
            writing.put("when", When(fault: self))
            writing.put("then", Then(effect: effect, location: location))
        }

        private struct When: Written {
            var fault: Fault
            var location: CodeLocation { fault.location }
            var more: String? { nil }
            func write(to writing: inout Writing) {
                writing.put("path", fault.path.map(RequestMatcher.path))
                writing.put("method", fault.method)
                writing.put("door", fault.door?.rawValue)
                writing.put("user", fault.user)
                writing.put("query", fault.query, absent: fault.lacking)
                writing.put("longerThan", fault.longerThan)
                writing.put("nth", fault.nth)
                writing.put("from", fault.from)
                writing.put("times", fault.times)
                writing.put("per", fault.per?.iso8601)
                writing.put("percent", fault.percent)
            }
        }

        private struct Then: Written {
            var effect: Effect
            var location: CodeLocation
            var more: String? { nil }
            func write(to writing: inout Writing) {
                switch effect {
                case .delay(let duration): writing.put("delay", duration.iso8601)
                case .stall(let stage): writing.put("stall", stage.rawValue)
                case .reset(let stage): writing.put("reset", stage.rawValue)
                case .dribble(let rate):
                    writing.put("dribble", One(name: "bytesPerSecond", number: rate, location: location))
                case .truncate(let count):
                    writing.put("truncate", One(name: "afterBytes", number: count, location: location))
                case .gzip(let how): writing.put("gzip", how.rawValue)
                case .handshake(let how): writing.put("handshake", how.rawValue)
                case .event(let event): writing.put("event", Happening(event: event, location: location))
                case .contentLength(let by): writing.put("contentLength", by < 0 ? "\(by)" : "+\(by)")
                case .answer, .error:
                    writing.put(isError ? "error" : "answer", Told(effect: effect, location: location))
                }
            }

            private var isError: Bool { if case .error = effect { true } else { false } }
        }

        private struct One: Written {
            var name: String
            var number: Int
            var location: CodeLocation
            var more: String? { nil }
            func write(to writing: inout Writing) { writing.put(name, number) }
        }

        private struct Told: Written {
            var effect: Effect
            var location: CodeLocation
            var more: String? { nil }
            func write(to writing: inout Writing) {
                switch effect {
                case .answer(let status, let headers, let body):
                    writing.put("status", status)
                    writing.put("headers", headers)
                    writing.put("body", body)
                case .error(let code, let message, let details):
                    writing.put("code", code)
                    writing.put("message", message)
                    writing.put("details", details)
                default: break
                }
            }
        }
    }
}

extension Duration {
    /// Rounded down to whole milliseconds; clamped.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, isTooMuch) = seconds.multipliedReportingOverflow(by: 1000)
        guard !isTooMuch else { return seconds < 0 ? .min : .max }
        return product + attoseconds / 1_000_000_000_000_000
    }

    /// As scenario files write it: `PT2.5S`.
    var iso8601: String {
        let whole = milliseconds.magnitude / 1000
        let rest = String(milliseconds.magnitude % 1000)
        let fraction = rest == "0" ? "" : "." + String(repeating: "0", count: 3 - rest.utf8.count) + rest
        return "\(milliseconds < 0 ? "-" : "")PT\(whole)\(fraction)S"
    }
}
