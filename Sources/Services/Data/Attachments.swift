// SPDX-License-Identifier: Apache-2.0

import Formats

/// The attachments of a layer's rows. They are a value, which is rolled back and reset with the edits.
package struct Attachments: Sendable, Codable {
    package struct Attachment: Sendable, Codable {
        package var id: Int
        /// The row of the attachment.
        package var objectID: Int
        package var globalID: String?
        package var name: String
        package var contentType: String
        package var bytes: [UInt8]
        package var keywords = ""
    }

    package private(set) var list: [Attachment] = []
    private var next = 1

    package init() {}

    /// Returns the attachments of a row, in order of arrival.
    func of(_ objectID: Int) -> [Attachment] { list.filter { $0.objectID == objectID } }

    subscript(id: Int) -> Attachment? { list.first { $0.id == id } }

    /// Adds an attachment and returns its id, which no other attachment of the layer has or had.
    @discardableResult package mutating func add(
        to objectID: Int, globalID: String? = nil, name: String, contentType: String, bytes: [UInt8],
        keywords: String = ""
    ) -> Int {
        list.append(
            Attachment(
                id: next, objectID: objectID, globalID: globalID, name: name, contentType: contentType, bytes: bytes,
                keywords: keywords))
        next += 1
        return next - 1
    }

    mutating func replace(_ attachment: Attachment) {
        guard let index = list.firstIndex(where: { $0.id == attachment.id }) else { return }
        list[index] = attachment
    }

    mutating func remove(_ id: Int) { list.removeAll { $0.id == id } }
    mutating func removeAll(of objectID: Int) { list.removeAll { $0.objectID == objectID } }
}
