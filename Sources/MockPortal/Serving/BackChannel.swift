// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Trust

/// Requests of a portal to another server. Nothing leaves this machine: the server must be on loopback.
enum BackChannel {
    /// The most that an answer may have, in bytes.
    private static let limit = 1 << 20
    /// The time that each read may take, in milliseconds.
    private static let timeout: Int32 = 10_000
    /// The time that all of them may take.
    private static let whole: Int64 = 30_000

    /// Sends a request. `authority` is trusted beside what the request itself names (PEM); `hosts` may be asked beside loopback.
    static func run(
        _ asked: BackRequest, trusting authority: String, allowing hosts: [String] = []
    ) -> Errand.Reply {
        guard let url = WebURL(asked.url) else { return .failure("\(asked.url) is no http or https URL") }
        guard Loopback.has(url.host) || hosts.contains(where: { ASCII.equal($0, url.host) }) else {
            return .failure("\(url.host) is not on loopback, and nothing leaves this machine")
        }
        let client: Client
        do {
            let trust = url.isSecure ? try ClientContext(authority: (asked.trust ?? "") + authority) : nil
            client = try Client(host: url.host, port: url.port, trust: trust, timeout: timeout)
        } catch let failure as Client.Failure {
            return .failure(failure.description)
        } catch {
            return .failure("\(error)")
        }
        client.send(bytes(asked, url))
        var reader = ResponseReader(isHead: false)
        var count = 0
        let last = MonotonicClock.milliseconds + whole
        while true {
            guard MonotonicClock.milliseconds < last else {
                return .failure("more than \(whole / 1000) seconds passed")
            }
            switch client.receive() {
            case .bytes(let bytes):
                count += bytes.count
                guard count <= limit else { return .failure("more than \(limit) bytes came") }
                reader.receive(bytes)
                if case .answer(let status, let body)? = result(reader.next(ended: false)) {
                    return .answer(status: status, body: body)
                }
            case .ended(let how):
                return result(reader.next(ended: how == .fin)) ?? .failure("the connection ended: \(how.rawValue)")
            }
        }
    }

    private static func result(_ event: ResponseReader.Event) -> Errand.Reply? {
        switch event {
        case .needMore: nil
        case .response(let received): .answer(status: received.status, body: received.body)
        case .failure(let reason): .failure(reason)
        }
    }

    private static func bytes(_ asked: BackRequest, _ url: WebURL) -> [UInt8] {
        var head = "\(asked.method) \(url.target) HTTP/1.1\r\nHost: \(url.authority)\r\nConnection: close\r\n"
        if !asked.fields.contains(where: { ASCII.equal($0.name, "accept") }) { head += "Accept: application/json\r\n" }
        for field in asked.fields { head += "\(field.name): \(field.value)\r\n" }
        if asked.method == "POST" { head += "Content-Length: \(asked.body.count)\r\n" }
        return Array("\(head)\r\n".utf8) + asked.body
    }
}
