// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Replication

@Suite("Addresses of engines")
struct EngineAddressTests {
    @Test(
        "what can be read is told without its password",
        arguments: [
            ("redis://engine", "redis://engine:6379/0?key=mock-portal"),
            ("redis://engine:7000/3", "redis://engine:7000/3?key=mock-portal"),
            ("redis://:hush@engine/2?key=a", "redis://engine:6379/2?key=a"),
            ("rediss://me:hush%40%3A@[::1]:7000", "rediss://[::1]:7000/0?key=mock-portal"),
            ("unix:/run/redis.sock?db=4", "unix:/run/redis.sock?key=mock-portal&db=4"),
            ("unix:///run/redis.sock", "unix:/run/redis.sock?key=mock-portal&db=0"),
        ])
    func readable(_ text: String, _ told: String) throws {
        let address = try EngineAddress(text)
        #expect(address.description == told)
        #expect(!"\(address)".contains("hush"))
    }

    @Test("user and password are decoded")
    func secrets() throws {
        let address = try EngineAddress("rediss://me:hush%40%3A@host?ca=/etc/ca.pem")
        #expect(address.user == "me" && address.password == "hush@:" && address.isSecure)
        #expect(address.authorityFile == "/etc/ca.pem")
        #expect(try EngineAddress("redis://:hush@host").user == nil)
    }

    @Test(
        "what cannot be read is refused without repeating what may be a password",
        arguments: [
            "hush", "http://hush", "redis:hush", "redis://", "redis://a:hush", "redis://a/hush", "redis://a?hush=1",
            "unix:hush", "redis://a?ca=hush", "redis://[::1]hush",
        ])
    func unreadable(_ text: String) {
        let failure = #expect(throws: EngineAddress.Unreadable.self) { try EngineAddress(text) }
        #expect(failure.map { !$0.description.contains("=hush") && !$0.description.isEmpty } == true)
    }
}
