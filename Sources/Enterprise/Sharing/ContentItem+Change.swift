// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Changes of an item by the parameters of `addItem` and `update`.
extension ContentItem {
    /// Sets the given properties. Others are unchanged; an empty string clears one.
    mutating func change(_ context: RequestContext) {
        let given = context.parameters
        modified = context.now
        title = given.given("title") ?? title
        type = given.given("type") ?? type
        if let list = given["tags"] { tags = ItemEdits.list(list) }
        if let list = given["typekeywords"] { typeKeywords = ItemEdits.list(list) }
        let texts: [(String, WritableKeyPath<ContentItem, String?>)] = [
            ("description", \.description), ("snippet", \.snippet), ("url", \.url), ("name", \.name),
            ("accessinformation", \.accessInformation), ("licenseinfo", \.licenseInfo), ("culture", \.culture),
            ("spatialreference", \.spatialReference),
        ]
        for (name, index) in texts {
            if let value = given[name] { self[keyPath: index] = value.isEmpty ? nil : value }
        }
        // The name of the file, where it does not come with the file itself.
        if let file = given.given("filename") { name = file }
        if let text = given.given("properties") {
            properties = (try? JSONReader.read(Array(text.utf8))) ?? properties
        }
        if let text = given.given("extent") { extent = ContentItem.rectangle(text) ?? extent }
        if let text = given["text"] {
            let json = try? JSONReader.read(Array(text.utf8))
            data = json.map(Data.json) ?? .file(Array(text.utf8), type: FileType.of("text.txt"))
        }
        if let file = given.files.first(where: { $0.name == "file" }) {
            name = name ?? file.fileName
            let isUnknown = file.type == "application/octet-stream"
            data = .file(file.bytes, type: isUnknown ? FileType.of(file.fileName) : file.type)
        }
        if let file = given.files.first(where: { $0.name == "thumbnail" }) {
            thumbnail = Thumbnail(name: file.fileName, bytes: file.bytes)
        }
    }

    /// Parses `xmin,ymin,xmax,ymax`, or two corners as JSON.
    private static func rectangle(_ text: String) -> Envelope? {
        let sides = text.split { "[], ".contains($0) }.compactMap { Double($0) }
        guard sides.count == 4 else { return nil }
        return Envelope(xmin: sides[0], ymin: sides[1], xmax: sides[2], ymax: sides[3])
    }
}
