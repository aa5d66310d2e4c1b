// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A Web Map Service of a map: OGC 01-068r3 (1.1.1) and 06-042 (1.3.0).
package struct WMS: Sendable {
    enum Version: String, Sendable {
        case v111 = "1.1.1"
        case v130 = "1.3.0"
    }

    let request: ServiceRequest
    let service: ServiceModel
    let version: Version

    /// An exception of the protocol.
    struct Exception: Error {
        /// The code, such as `LayerNotDefined`; some causes have none.
        var code: String?
        var text: String
        /// What was wrong.
        var parameter: String
        var value: String
    }

    /// Creates the service with the nearest version that it supports, as servers do: below 1.3.0, that is 1.1.1.
    init(_ request: ServiceRequest, _ service: ServiceModel) {
        (self.request, self.service) = (request, service)
        let asked = request.given("version") ?? request.given("wmtver") ?? "1.3.0"
        version = asked.hasPrefix("1.3") ? .v130 : .v111
    }

    /// The reference systems by name; in 1.3.0, `EPSG:4326` has latitude first and `CRS:84` longitude first.
    private static let always: [(name: String, reference: SpatialReference)] = [
        ("EPSG:4326", .wgs84), ("CRS:84", .wgs84), ("EPSG:3857", .webMercator), ("EPSG:102100", .webMercator),
    ]

    /// Those of every map, and the map's own.
    var systems: [(name: String, reference: SpatialReference)] {
        let own = service.reference
        guard let number = own.latestWkid, own.system != nil, !WMS.always.contains(where: { $0.reference == own })
        else { return WMS.always }
        return WMS.always + [("EPSG:\(number)", own)]
    }

    /// The layers by name: numbers from 0 (documented), the lowest layer first (inferred). Groups have none.
    var layers: [(name: String, layer: Layer)] {
        service.layers.filter { $0.kind != .group && $0.data?.geometryType != nil }.reversed().enumerated()
            .map { (String($0.offset), $0.element) }
    }

    func answer() -> ServiceResponse {
        do throws(Exception) {
            let asked = request.given("service") ?? "WMS"
            guard ASCII.equal(asked, "WMS") else {
                throw Exception(
                    code: nil, text: "The service is WMS.", parameter: "service", value: asked)
            }
            switch request.given("request")?.lowercased() {
            case "getcapabilities", "capabilities":
                // Each layer's extent is projected to each system.
                return .deferred { .file(xml(capabilities(), type: capabilitiesType)) }
            case "getmap", "map": return try map()
            case "getfeatureinfo", "feature_info": return try featureInfo()
            case let other:
                throw Exception(
                    code: "OperationNotSupported", text: "There is no such operation.", parameter: "request",
                    value: other ?? "")
            }
        } catch {
            return .file(report(error))
        }
    }

    private var capabilitiesType: String {
        version == .v130 ? "text/xml;charset=UTF-8" : "application/vnd.ogc.wms_xml;charset=UTF-8"
    }

    func xml(_ root: XMLElement, type: String) -> FileResponse {
        FileResponse(type: type, bytes: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root.xml)".utf8))
    }

    /// Returns a `ServiceExceptionReport`, with status 200 like all OGC answers.
    private func report(_ exception: Exception) -> FileResponse {
        let attributes =
            version == .v130
            ? [("version", "1.3.0"), ("xmlns", "http://www.opengis.net/ogc")] : [("version", "1.1.1")]
        let inner = XMLElement(
            "ServiceException", exception.code.map { [("code", $0)] } ?? [], text: exception.text)
        var reply = xml(
            XMLElement("ServiceExceptionReport", attributes, [inner]),
            type: version == .v130 ? "text/xml;charset=UTF-8" : "application/vnd.ogc.se_xml;charset=UTF-8")
        reply.verdict = [
            Verdict(
                WMS.Rules.wms,
                facts: [
                    .init("version", version.rawValue), .init("parameter", exception.parameter),
                    .init("value", String(exception.value.prefix(80))),
                ], wouldPass: exception.text)
        ]
        return reply
    }
}

extension WMS {
    /// `services/{service}/MapServer/WMSServer`, beside the REST API.
    package static let resource = Resource(
        "WMSServer", [.mapServer], "The map as WMS 1.1.1 and 1.3.0.",
        evidence: .documented("OGC 01-068r3 and OGC 06-042; owslib's requests in scenarios/clients")
    ) { request, service throws(ServiceError) in
        guard service.hasWMS else {
            return .file(
                .missing(
                    Verdict(
                        Rules.noWMS, facts: [.init("service", service.name)],
                        wouldPass: "a service whose supportedExtensions include WMSServer")))
        }
        return WMS(request, service).answer()
    }
}
