// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats

/// Datum transformations whose files are not installed: what is answered then is only near, and says so.
extension ServiceRequest {
    /// The names of parameters with transformations; of several, a list.
    private static let transformations = ["datumtransformation", "transformation", "datumtransformations"]

    /// A Boolean value that indicates whether it names a transformation at all: few requests do.
    package var namesTransformation: Bool {
        parameters.contains { $0.name.utf8.count > 13 && ServiceRequest.transformations.contains($0.name) }
    }

    /// Returns a verdict on a transformation that the request names and that cannot be computed as named: PROJ then takes
    /// the best one that it can. `own` is the reference of what is asked.
    package func gridVerdict(_ service: ServiceModel) -> Verdict? {
        guard let name = ServiceRequest.transformations.first(where: { given($0) != nil }), let text = given(name)
        else {
            return nil
        }
        let json = try? JSONReader.read(json5: Array(text.utf8))
        let spelled = (json?.elements ?? []).map { String(decoding: JSONWriter.json($0), as: UTF8.self) }
        let own = names["layer"].flatMap { id in service.layers.first { String($0.id) == id }?.data?.reference }
        let sources =
            ["insr"].compactMap { given($0).flatMap(SpatialReference.init(written:)) } + [own ?? service.reference]
        let targets = ["outsr", "imagesr", "insr"].compactMap { given($0).flatMap(SpatialReference.init(written:)) }
        for one in spelled.isEmpty ? [text] : spelled {
            guard let named = DatumTransformation(one) else { continue }
            for source in sources {
                for target in targets + [own ?? service.reference] where target != source {
                    let files = named.missingFiles(from: source, to: target)
                    guard !files.isEmpty else { continue }
                    return Verdict(
                        Commons.Rules.grid,
                        facts: [.init(name, String(one.prefix(80))), .init("files", files.joined(separator: ", "))],
                        wouldPass: "the file installed where PROJ looks for it, or a transformation without files")
                }
            }
        }
        return nil
    }
}
