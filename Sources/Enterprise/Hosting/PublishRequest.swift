// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// What `publish` is asked for: the source, its type, the parameters.
struct PublishRequest {
    /// The item whose data are published; `nil`: a file or a text of the request.
    var item: ContentItem?
    /// The type as it was sent, or that of the item: `csv`, `fileGeodatabase`.
    var type: String
    var bytes: [UInt8]
    var fileName: String?
    var parameters: JSON?
    var overwrites: Bool
    var deletesSource: Bool

    /// The format, if it is one that can be read.
    var format: UploadedLayers.Format? {
        UploadedLayers.Format.allCases.first { ASCII.equal($0.rawValue, type) }
    }

    /// The name of the service: that of the parameters, or the title, with underscores.
    var name: String {
        let given = parameters?["name"]?.text ?? parameters?["serviceName"]?.text ?? ""
        let stem = (fileName ?? "").prefix { $0 != "." }
        let name = given.isEmpty ? item?.title ?? String(stem) : given
        return name.isEmpty ? "Service" : name.replacing(" ", with: "_")
    }

    /// Reads the request; `nil` if it names an item that is not among those of the owner.
    init?(_ deployment: Deployment, _ context: RequestContext, _ index: Int, _ owner: String) {
        let given = context.parameters
        let file = given.files.first { $0.name == "file" }
        if let id = given.given("itemid") {
            guard let found = deployment.item(id, ofPortal: index, context), found.owner == owner else { return nil }
            item = found
        }
        switch item?.data {
        case .json(let json)?: bytes = JSONWriter.json(json)
        case .file(let content, _)?: bytes = content
        default: bytes = file?.bytes ?? Array((given["text"] ?? "").utf8)
        }
        fileName = item?.name ?? file?.fileName
        type = given.given("filetype") ?? PublishRequest.type(ofItem: item?.type ?? "")
        parameters = given.given("publishparameters").flatMap { try? JSONReader.read(Array($0.utf8)) }
        overwrites = ASCII.equal(given["overwrite"] ?? "", "true")
        deletesSource = ASCII.equal(given["deletesourceitemuponcompletion"] ?? "", "true")
    }

    private static func type(ofItem type: String) -> String {
        switch type {
        case "GeoJson": "geojson"
        case "CSV": "csv"
        case "Shapefile": "shapefile"
        case "Feature Collection": "featureCollection"
        default: type.replacing(" ", with: "")
        }
    }
}
