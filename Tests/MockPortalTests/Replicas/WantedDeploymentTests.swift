// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import MockPortal

@Suite("Wanted deployments")
struct WantedDeploymentTests {
    private static let request = Request(
        method: "POST", target: Target("/_mock/deployments"), fields: Fields([]), body: Array("{}".utf8))

    @Test("each has the next port that is free, and an id of its own; what is read is what was written")
    func ports() throws {
        var wanted = WantedDeployments()
        #expect(wanted.want(Self.request, among: 10...12)?.port == 10)
        #expect(wanted.want(Self.request, among: 10...12)?.port == 11)
        #expect(wanted.drop("d1") == 1)
        #expect(wanted.drop("d1") == nil)
        // Not the port of the one that was just ended.
        #expect(wanted.want(Self.request, among: 10...12).map { "\($0.id) \($0.port)" } == "d3 12")
        #expect(wanted.want(Self.request, among: 10...12)?.port == 10)
        #expect(wanted.want(Self.request, among: 10...12) == nil)
        var writer = RecordWriter()
        wanted.write(to: &writer)
        var reader = RecordReader(writer.bytes)
        var read = try WantedDeployments(from: &reader)
        #expect(reader.isAtEnd)
        #expect(read.list.map(\.id) == ["d2", "d3", "d4"] && read.list.map(\.port) == [11, 12, 10])
        #expect(read.list.allSatisfy { $0.request.body == Self.request.body })
        #expect(read.drop("d2") == 2 && read.want(Self.request, among: 10...12)?.id == "d5")
    }
}
