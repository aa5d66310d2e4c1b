// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// KML of a map: `generateKml`, `kml/mapImage.kmz` and `f=kmz` (docs/reference/maps.md#kml).
enum KMLOperation {
    /// Answers a document that links to the map's images, or to its rows.
    static func generate(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.givesKML(service)
        guard let name = request.given("docname") else {
            throw request.badMapParameter("docName", "", "docName=Name of the document")
        }
        let text = request.given("layers") ?? ""
        let ids = text.split(separator: ",").compactMap { Int(ASCII.trimmed($0)) }
        guard !ids.isEmpty, ids.allSatisfy({ id in service.layers.contains { $0.id == id } }) else {
            throw request.badMapParameter(
                "layers", text, "layers=\(service.layers.map { String($0.id) }.joined(separator: ","))")
        }
        return .file(link(name, ids, request.given("layeroptions") ?? "composite", request, service))
    }

    /// Answers the same of all visible layers: `f=kmz` of the root.
    static func root(_ request: ServiceRequest, _ service: ServiceModel) -> ServiceResponse {
        let ids = service.layers.filter { $0.kind != .group && $0.isVisible }.map(\.id)
        return .file(link(service.plainName, ids, "composite", request, service))
    }

    /// Vectors are links to rows, each layer by itself; images of layers too, or one of all (documented).
    private static func link(
        _ name: String, _ ids: [Int], _ options: String, _ request: ServiceRequest, _ service: ServiceModel
    ) -> FileResponse {
        func title(_ id: Int) -> String { service.layers.first { $0.id == id }?.name ?? String(id) }
        func image(_ ids: [Int]) -> String {
            let shown = ids.map(String.init).joined(separator: ",")
            return "\(request.url)/kml/mapImage.kmz?layers=\(Percent.encode("show:\(shown)"))"
        }
        let links: [XMLElement] =
            switch options.lowercased() {
            case "noncomposite":
                ids.map { id in
                    KML.link(title(id), "\(request.url)/\(id)/query?where=1%3D1&outFields=*&f=kmz", isImage: false)
                }
            case "separateimage": ids.map { KML.link(title($0), image([$0]), isImage: true) }
            default: [KML.link(name, image(ids), isImage: true)]
            }
        return KML(name: name, content: links).file()
    }

    /// An image of the map in degrees, by the parameters of `export`; without a `bbox` of the whole map.
    static func image(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        try request.givesKML(service)
        if request.given("bbox") == nil {
            request.parameters.removeAll { ["bbox", "bboxsr"].contains($0.name) }
            request.parameters.append(.init("bbox", service.fullBox))
        }
        let (asked, map) = try request.dynamic(of: service)
        return .deferred(try overlay(asked, map))
    }

    /// Returns the work that draws the map over its extent.
    static func overlay(
        _ request: ServiceRequest, _ service: ServiceModel
    ) throws(ServiceError) -> @Sendable () throws(ServiceError) -> ServiceResponse {
        var asked = request
        asked.parameters.removeAll { ["imagesr", "format"].contains($0.name) }
        asked.parameters += [.init("imagesr", "4326"), .init("format", "png32")]
        let export = try ExportReader(map: MapRequest(request: asked, service: service), takesSimpleDefinitions: true)
            .read()
        let (name, extent) = (service.plainName, export.drawing.frame.extent)
        return {
            let image = export.file().bytes
            return .file(
                KML(
                    name: name, content: [KML.overlay(name, "files/map.png", extent)],
                    files: [("files/map.png", image)]
                ).file())
        }
    }
}

extension ServiceRequest {
    /// Refuses what only services with KML have.
    func givesKML(_ service: ServiceModel) throws(ServiceError) {
        guard !service.givesKML else { return }
        throw lacking("KmlServer", service.capabilities(.mapServer, nil, version))
    }
}

extension ServiceModel {
    /// Whether it also gives KML, as its list of extensions says.
    var givesKML: Bool {
        hasKML ?? (pasted ?? described)?["supportedExtensions"]?.text?.contains("KmlServer") ?? false
    }

    /// The name without the folder.
    var plainName: String { name.split(separator: "/").last.map(String.init) ?? name }
}
