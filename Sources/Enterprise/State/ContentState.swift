// SPDX-License-Identifier: Apache-2.0

import Facts

/// What clients did to a portal's content, beside its items: uploads, jobs, files and relations.
struct ContentState: Sendable, Codable {
    /// A relation of two items: the service and its data, a map and its copy.
    struct Relationship: Sendable, Hashable, Codable {
        var origin: String
        var destination: String
        /// In Esri's words: `Service2Data`.
        var type: String
    }

    /// A comment on an item.
    struct Comment: Sendable, Hashable, Codable {
        var id: String
        var owner: String
        var text: String
        var created: Instant
    }

    var jobs: [ContentJob] = []
    /// The comments on items, by their ids.
    var comments: [String: [Comment]] = [:]
    /// The ratings of items from 1 to 5, by their ids and the members.
    var ratings: [String: [String: Double]] = [:]
    /// The parts of files that were uploaded, by the item's id and their numbers.
    var parts: [String: [Int: [UInt8]]] = [:]
    /// The items whose file was announced and is not committed.
    var partial: Set<String> = []
    /// The files below `info` beside the thumbnail, by the item's id.
    var infoFiles: [String: [ItemResource]] = [:]
    var relationships: [Relationship] = []
    /// The ids of folders that were renamed, by owner and title.
    var folderIDs: [String: String] = [:]
    /// What was deleted and can be restored, oldest first.
    var recycled: [RecycledItem] = []
    /// The work that clients ask the end of at the organization.
    var portalJobs: [PortalJob] = []
    var publishing = Publishing()

    /// Forgets what belongs to an item that was deleted.
    mutating func forget(_ id: String) {
        jobs.removeAll { $0.itemID == id }
        parts[id] = nil
        partial.remove(id)
        infoFiles[id] = nil
        (comments[id], ratings[id]) = (nil, nil)
        relationships.removeAll { $0.origin == id || $0.destination == id }
    }

    /// Writes a file below `info`, over one of the same name.
    mutating func write(_ file: ItemResource, of id: String) {
        infoFiles[id, default: []].removeAll { $0.name == file.name }
        infoFiles[id, default: []].append(file)
    }
}
