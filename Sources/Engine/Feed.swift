// SPDX-License-Identifier: Apache-2.0

/// Bytes that follow the head of a response for as long as the connection lasts. The response has no length: it ends with
/// the connection.
package struct Feed: Sendable {
    /// Returns what is new, a piece at a time; empty: nothing for now. Asked only while the client takes what it gets.
    let next: @Sendable () -> [UInt8]
    /// What is sent when nothing was for a while, so that those between know that the connection is in use.
    let heartbeat: [UInt8]
    /// That while, in milliseconds.
    let interval: Int64
    /// Tells when `next` is to be asked again.
    let changes: ChangeNotifier

    package init(
        changes: ChangeNotifier, heartbeat: [UInt8], every interval: Int64, next: @escaping @Sendable () -> [UInt8]
    ) {
        self.changes = changes
        self.heartbeat = heartbeat
        self.interval = interval
        self.next = next
    }
}
