// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A resource of a service, below its URL. The rows of all slices, and nothing else, make the routes.
package struct Resource: Sendable {
    /// What it does with a request; edits and jobs change the service.
    package typealias Answer =
        @Sendable (_ request: inout ServiceRequest, _ service: inout ServiceModel) throws(ServiceError) ->
        ServiceResponse

    /// The path below the service: empty, `layers`, `{layer}/query`; `{name}` stands for one segment.
    package var path: String
    /// The types of service that have it.
    package var kinds: [ServiceKind]
    package var summary: String
    package var evidence: Evidence
    /// The first release that has it; `nil` is the first known.
    package var since: Version?
    /// The word of `capabilities` without which it is refused.
    package private(set) var needs: Capability?
    package var answer: Answer
    /// The values of `f` by which it answers a file that is neither JSON nor an image.
    package private(set) var fileFormats: Set<String> = []

    /// Returns the path with the names filled in.
    package func path(_ names: [String: String]) -> String {
        guard path.contains("{") else { return path }
        let segments = path.split(separator: "/").map { segment in
            segment.hasPrefix("{") ? names[String(segment.dropFirst().dropLast())] ?? "" : String(segment)
        }
        return segments.joined(separator: "/")
    }

    /// The number of placeholders.
    var placeholders: Int { path.split(separator: "/").count { $0.hasPrefix("{") } }

    package init(
        _ path: String, _ kinds: [ServiceKind], _ summary: String, since: Version? = nil, evidence: Evidence,
        answer: @escaping Answer
    ) {
        (self.path, self.kinds, self.summary, self.since) = (path, kinds, summary, since)
        (self.evidence, self.answer) = (evidence, answer)
    }

    /// Returns the resource with another format.
    func answering(_ format: String) -> Resource {
        var resource = self
        resource.fileFormats.insert(format)
        return resource
    }

    /// Creates a resource that only services with a capability answer.
    init(
        _ path: String, _ kinds: [ServiceKind], _ summary: String, since: Version? = nil,
        needs required: Capability.Requirement, evidence: Evidence, answer: @escaping Answer
    ) {
        self.init(path, kinds, summary, since: since, evidence: evidence) { request, service throws(ServiceError) in
            try request.needs(required, of: service)
            return try answer(&request, &service)
        }
        needs = required.capability
    }
}
