// SPDX-License-Identifier: Apache-2.0

package import Facts

/// One resource of a service, below its URL: the rows of all slices make the routes, and nothing else does.
package struct Resource: Sendable {
    /// What it does with a reading; an edit changes the reading's service.
    package typealias Answer = @Sendable (inout ServiceRequest) -> ServiceRequest.Result

    /// Below the service: nothing, `layers`, `{layer}/query`; `{name}` stands for one segment.
    package var path: String
    /// Which types of service have it.
    package var kinds: [ServiceRequest.Kind]
    package var summary: String
    package var evidence: Evidence
    /// The first release that has it; `nil` is the first known.
    package var since: Version?
    package var answer: Answer

    /// The path with its names in place.
    package func path(_ names: [String: String]) -> String {
        guard path.contains("{") else { return path }
        let segments = path.split(separator: "/").map { segment in
            segment.hasPrefix("{") ? names[String(segment.dropFirst().dropLast())] ?? "" : String(segment)
        }
        return segments.joined(separator: "/")
    }

    /// Segments that stand for anything.
    var placeholders: Int { path.split(separator: "/").count { $0.hasPrefix("{") } }

    package init(
        _ path: String, _ kinds: [ServiceRequest.Kind], _ summary: String, since: Version? = nil, evidence: Evidence,
        answer: @escaping Answer
    ) {
        (self.path, self.kinds, self.summary, self.since) = (path, kinds, summary, since)
        (self.evidence, self.answer) = (evidence, answer)
    }
}

extension MapServices {
    /// Every resource, those with a name of their own before those of a layer.
    package static let resources: [Resource] = {
        let maps = described + thumbnails + queried + queriedAtOnce + queriedAtTop + edited + rows + mapped
        let all = maps + geocoding + geoprocessing + imagery + vectorTiles
        return (0...4).flatMap { count in all.filter { $0.placeholders == count } }
    }()
}
