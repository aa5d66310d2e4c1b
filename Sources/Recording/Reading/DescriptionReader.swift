// SPDX-License-Identifier: Apache-2.0

import Formats

/// A resource in JSON, pasted without its URL: `MapServer?f=json`, `portals/self`, an error.
enum DescriptionReader {
    static func read(_ stream: inout JSONStream, _ name: String) throws(UnreadableRecording) -> RecordedFile {
        let json = try stream.value(keeping: RecordedFile.longestBody)
        guard json.members != nil else { throw stream.failure("this JSON is no object") }
        guard try stream.peek() == nil else { throw stream.failure("there is more after the JSON") }
        guard !stream.wasCut else { throw stream.failure("this description is larger than a mebibyte") }
        var file = RecordedFile(.description)
        if let exchange = exchange(json, number: 1) { file.add(exchange) }
        return file
    }

    /// Returns the request whose answer it can be, at a site without a name.
    static func exchange(_ json: JSON, number: Int) -> RecordedExchange? {
        guard let path = path(json), let url = WebURL("https://pasted.example\(path)?f=json") else { return nil }
        let answer = RecordedAnswer(
            status: 200, fields: [.init("Content-Type", "application/json;charset=UTF-8")],
            body: JSONWriter.json(json))
        return RecordedExchange(number: number, url: url, answer: answer)
    }

    private static func path(_ json: JSON) -> String? {
        func has(_ names: String...) -> Bool { names.allSatisfy { json[$0] != nil } }
        let services = "/arcgis/rest/services"
        if has("isPortal") || has("portalHostname") { return "/portal/sharing/rest/portals/self" }
        if has("username", "role") { return "/portal/sharing/rest/community/self" }
        if has("authInfo") || has("owningSystemUrl") { return "/arcgis/rest/info" }
        if has("folders", "services") { return services }
        if has("pixelType") || has("bandCount") { return "\(services)/Pasted/ImageServer" }
        if has("geometryType", "fields") || json["type"]?.text?.hasSuffix("Layer") == true {
            return "\(services)/Pasted/MapServer/\(json["id"]?.integer ?? 0)"
        }
        if has("layers") {
            let isFeature = has("allowGeometryUpdates") || has("hasVersionedData")
            return "\(services)/Pasted/\(isFeature && !has("mapName") ? "FeatureServer" : "MapServer")"
        }
        if has("tasks", "executionType") || has("executionType") { return "\(services)/Pasted/GPServer" }
        if has("addressFields") || has("candidateFields") { return "\(services)/Pasted/GeocodeServer" }
        if json["error"]?["code"] != nil || json["error"]?.text != nil { return "\(services)/Pasted/MapServer" }
        if has("currentVersion") { return services }
        return nil
    }
}
