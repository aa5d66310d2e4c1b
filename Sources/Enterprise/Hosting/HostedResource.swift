// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// A resource of a feature service, as the portal itself reads it: without a door, and without a limit of rows.
enum HostedResource {
    static func read(
        _ path: String, layer: Int = 0, of map: ServiceModel, _ parameters: [(String, String)] = [],
        _ deployment: inout Deployment, _ context: RequestContext, server: Int?
    ) throws(ServiceError) -> [UInt8] {
        let found = ServiceCatalog.resources.first { $0.path == path && $0.kinds.contains(.featureServer) }
        guard let resource = found else { return [] }
        var (map, profile) = (map, context.profile)
        if path.hasSuffix("query") { (map.maxRecordCount, map.feature.capabilities) = (1_000_000, "Query") }
        if let server { profile = deployment.servers[server].profile }
        var request = ServiceRequest(
            of: map.name, kind: .featureServer, version: profile.version,
            parameters: parameters.map { .init($0.0.lowercased(), $0.1) },
            format: parameters.first { $0.0 == "f" }?.1 ?? "json", profile: profile)
        request.names = ["layer": String(layer)]
        request.server = server.map { deployment.url(ofServer: $0, context) } ?? context.origin
        request.now = context.now
        request.generator = deployment.generator
        defer { deployment.generator = request.generator }
        return try bytes(resource.answer(&request, &map))
    }

    private static func bytes(_ response: ServiceResponse) throws(ServiceError) -> [UInt8] {
        switch response {
        case .json(let json), .judged(let json, _): JSONWriter.json(json)
        case .written(let bytes), .bytes(let bytes, _): bytes
        case .file(let file): file.bytes
        case .page: []
        case .deferred(let work): try bytes(work())
        }
    }

    static func json(
        _ path: String, layer: Int = 0, of map: ServiceModel, _ parameters: [(String, String)] = [],
        _ deployment: inout Deployment, _ context: RequestContext, server: Int?
    ) throws(ServiceError) -> JSON {
        let bytes = try read(path, layer: layer, of: map, parameters, &deployment, context, server: server)
        return (try? JSONReader.read(bytes)) ?? .null
    }
}
