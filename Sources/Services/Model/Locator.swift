// SPDX-License-Identifier: Apache-2.0

package import Formats

/// The places of a GeocodeServer with their addresses, and the search for them.
package struct Locator: Sendable, Codable {
    package struct Location: Sendable, Codable {
        package var address: String
        /// The coordinates as the scenario spells them, in the locator's spatial reference.
        package var x: JSON
        package var y: JSON
        /// The `attributes` of a candidate, and the `address` of reverse geocoding.
        package var attributes: [JSON.Member]
        package var extent: Envelope?
        /// The score of a full match.
        package var score: Double

        package init(
            address: String, x: JSON, y: JSON, attributes: [JSON.Member] = [], extent: Envelope? = nil,
            score: Double = 100
        ) {
            (self.address, self.x, self.y) = (address, x, y)
            (self.attributes, self.extent, self.score) = (attributes, extent, score)
        }
    }

    /// A place that a text matches.
    struct Candidate: Sendable {
        var location: Location
        var score: Double
        /// The index among the locations.
        var number: Int
    }

    package var locations: [Location]
    /// The names of the address fields; `nil` means those of the World locator.
    package var addressFields: [String]?

    package init(locations: [Location], addressFields: [String]? = nil) {
        (self.locations, self.addressFields) = (locations, addressFields)
    }

    /// Returns the points of a layer, named by its display field.
    package static func locations(_ store: FeatureStore) -> [Location] {
        let data = store.layer
        let name = data.fields.firstIndex { $0.name == data.displayField } ?? 0
        return data.features.compactMap { row in
            guard let geometry = row.geometry.flatMap({ data.reference.project($0, to: .wgs84) }),
                let x = geometry["x"],
                let y = geometry["y"]
            else { return nil }
            let address = row.values[name].text ?? String(decoding: JSONWriter.json(row.values[name]), as: UTF8.self)
            let attributes = zip(data.fields, row.values).filter { $0.0.type != .objectID }
            return Location(
                address: address, x: x, y: y, attributes: attributes.map { JSON.Member($0.0.name, $0.1) })
        }
    }

    /// The smallest score of a candidate.
    private static let minimumScore = 60.0

    /// Returns the places whose address or attributes contain the words of a text, best first.
    func candidates(_ text: String) -> [Candidate] {
        let asked = Locator.wording(text)
        guard !asked.isEmpty else { return [] }
        let all = locations.enumerated().compactMap { number, location -> Candidate? in
            let known = Locator.known(location)
            let found = asked.count(where: known.contains)
            let score = (location.score * Double(found) / Double(asked.count) * 100).rounded() / 100
            return score < Locator.minimumScore ? nil : Candidate(location: location, score: score, number: number)
        }
        return all.sorted { ($1.score, $0.number) < ($0.score, $1.number) }
    }

    /// Returns the places whose address matches what was typed so far: every word is the beginning of one of theirs.
    func suggestions(_ text: String) -> [Candidate] {
        let asked = Locator.wording(text)
        guard !asked.isEmpty else { return [] }
        return locations.enumerated().compactMap { number, location in
            let known = Locator.wording(location.address)
            let fits = asked.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
            return fits ? Candidate(location: location, score: location.score, number: number) : nil
        }
    }

    private static func known(_ location: Location) -> Set<String> {
        let texts = [location.address] + location.attributes.compactMap(\.value.text)
        return Set(texts.flatMap(wording))
    }

    private static func wording(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
