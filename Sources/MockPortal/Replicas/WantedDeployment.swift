// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Replication

/// A deployment beside that of replicas, as all of them know it.
struct WantedDeployment: Sendable {
    /// The number of its id.
    var number: Int
    /// The port at which every replica serves it.
    var port: UInt16
    /// The request that it was wanted by, which has its scenario.
    var request: Request

    var id: String { "d\(number)" }
    func write(to writer: inout RecordWriter) {
        writer.put(number)
        writer.put(UInt64(port))
        writer.put(request)
    }

    init(from reader: inout RecordReader) throws(RecordReader.Broken) {
        number = try reader.integer()
        port = UInt16(truncatingIfNeeded: try reader.number())
        request = try reader.request()
    }

    init(number: Int, port: UInt16, request: Request) {
        (self.number, self.port, self.request) = (number, port, request)
    }
}

/// The deployments that are wanted, in the order in which they were: the same list at all replicas.
struct WantedDeployments: Sendable {
    private(set) var list: [WantedDeployment] = []
    /// The number of the last one. None is used twice.
    private var last = 0
    private var lastPort: UInt16 = 0

    /// Takes in one more at the next port that is free; `nil`: there is none.
    ///
    /// The port of one that was just ended comes last, for somebody may still have it.
    mutating func want(_ request: Request, among ports: ClosedRange<UInt16>) -> WantedDeployment? {
        let free = ports.filter { port in !list.contains { $0.port == port } }
        guard let port = free.first(where: { $0 > lastPort }) ?? free.first else { return nil }
        (last, lastPort) = (last + 1, port)
        let wanted = WantedDeployment(number: last, port: port, request: request)
        list.append(wanted)
        return wanted
    }

    /// Removes one, and returns its number; `nil`: there is none with that id.
    mutating func drop(_ id: String) -> Int? {
        list.firstIndex { $0.id == id }.map { list.remove(at: $0).number }
    }

    func write(to writer: inout RecordWriter) {
        writer.put(last)
        writer.put(UInt64(lastPort))
        writer.put(list) { $1.write(to: &$0) }
    }

    init() {}

    init(from reader: inout RecordReader) throws(RecordReader.Broken) {
        last = try reader.integer()
        lastPort = UInt16(truncatingIfNeeded: try reader.number())
        list = try reader.list { reader throws(RecordReader.Broken) in try WantedDeployment(from: &reader) }
    }
}
