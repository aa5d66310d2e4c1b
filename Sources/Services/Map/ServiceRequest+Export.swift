// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

extension MapServices {
    /// The resources that draw and search a map.
    static let mapped: [Resource] = [
        Resource(
            "export", [.mapServer], "An image of the map.",
            evidence: .documented(
                "docs/reference/maps.md#operations; scenarios/clients: requests recorded of six clients")
        ) { $0.export() },
        Resource(
            "identify", [.mapServer], "The features at a location.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/identify-map-service/")
        ) { $0.identify() },
        Resource(
            "find", [.mapServer], "The rows that contain a text.", evidence: .captured("Esri/esri-leaflet FindSpec")
        ) {
            $0.find()
        },
        Resource(
            "legend", [.mapServer], "The symbols of the layers.", since: .v10_0,
            evidence: .captured("TerriaJS/terriajs legends of 10.04 and 11.1")
        ) { $0.legend() },
        Resource(
            "generateKml", [.mapServer], "Refused, as by services without KML.",
            evidence: .captured("CartoDB/cartodb#11317: the words, for a query")
        ) { .refused($0.lacking("KmlServer", $0.service.capabilities ?? "Map,Query,Data")) },
        Resource(
            "tile/{level}/{row}/{column}", [.mapServer], "A tile of a cached map.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/map-tile/")
        ) { $0.tile() },
        Resource(
            "{layer}/images/{image}", [.mapServer], "A symbol of the legend.", since: .v10_0,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/legend-map-service/: url")
        ) { $0.legendImage() },
    ]
}

/// `export` of a map: docs/reference/maps.md#operations.
extension ServiceRequest {
    mutating func export() -> Result {
        if let refused = without("Map") { return .refused(refused) }
        let takesSimple = choice(.mapSimpleLayerDefs) == .pass
        let export = dynamic().flatMap { ExportReader(reading: $0, takesSimpleDefinitions: takesSimple).read() }
        switch export {
        case .failure(let refused): return .refused(refused)
        case .success(let export):
            guard format == "image" else { return .json(put(export)) }
            return .later { .reply(export.reply()) }
        }
    }

    /// Adds the image to the output directory and returns its URL; it is drawn when it is fetched.
    private mutating func put(_ export: Export) -> JSON {
        let file = "_ags_map\(Hex.encode(generator.bytes(16))).\(export.format.ending)"
        service.pictures.put(file, now: now) { export.reply() }
        let frame = export.drawing.frame
        let name = "\(service.name)_\(kind.rawValue)"
        return .object([
            .init("href", .string("\(server)/rest/directories/arcgisoutput/\(name)/\(file)")),
            .init("width", .int(frame.width)), .init("height", .int(frame.height)),
            .init("extent", frame.extent.json(frame.reference, version)),
            .init("scale", .scale(frame.scale)),
        ])
    }

    /// Returns a file of the output directory that `export` wrote.
    package func picture(_ file: String) -> Result {
        guard let write = service.pictures.file(file, now: now) else {
            return .reply(
                .missing(
                    Verdict(
                        MapServices.MapRules.noOutput, facts: [.init("file", file)],
                        wouldPass: "the href of an export less than ten minutes old")))
        }
        return .later { .reply(write()) }
    }
}

extension Envelope {
    /// Returns the extent with the short form of its spatial reference, as in answers to requests.
    func json(_ reference: SpatialReference, _ version: Version) -> JSON {
        .object([
            .init("xmin", .double(xmin)), .init("ymin", .double(ymin)), .init("xmax", .double(xmax)),
            .init("ymax", .double(ymax)), .init("spatialReference", reference.short(version)),
        ])
    }
}

extension JSON {
    /// Returns a scale as a server prints it: `36978595.474472`, and from 10^7 on `3.6978595474472E7` with an uppercase
    /// E.
    static func scale(_ number: Double) -> JSON {
        guard case .number(let spelling) = JSON.double(number) else { return .string("NaN") }
        return .number(spelling.replacing("e", with: "E"))
    }
}
