import Facts
package import Formats

/// What a source holds: rows, and what it says of the layer itself.
package struct LayerSource: Sendable {
    package var store: FeatureStore?
    /// A layer's description, if that is what the source is.
    package var description: JSON?

    package init(store: FeatureStore?, description: JSON? = nil) {
        (self.store, self.description) = (store, description)
    }

    /// Reads a GeoJSON FeatureCollection, an Esri FeatureSet, or a layer's description as servers answer it; which of
    /// them it is, its members show.
    static func read(
        _ bytes: [UInt8], file: String, _ declaration: Declaration
    ) -> Result<LayerSource, BadSource> {
        let (root, findings) = JSON5Reader.read(bytes, file: file)
        guard let root else {
            let problem = Finding(file: file, position: Position(line: 1, column: 1), message: "no JSON")
            return .failure(BadSource(findings.first ?? problem))
        }
        do throws(BadSource) {
            if case .string("FeatureCollection") = root["type"]?.value {
                return .success(LayerSource(store: FeatureStore(try GeoJSON.read(root, declaration))))
            }
            if let error = root["error"] { throw BadSource(error, "this is an error that a server answered, no layer") }
            if root["features"] != nil {
                return .success(LayerSource(store: FeatureStore(try FeatureSet.read(root, declaration))))
            }
            if case .string(let type) = root["type"]?.value, Layer.Kind(rawValue: type) != nil {
                return .success(try described(root, declaration))
            }
        } catch {
            return .failure(error)
        }
        return .failure(
            BadSource(root, "expected a GeoJSON FeatureCollection, an Esri FeatureSet or a layer's description"))
    }

    private static func described(_ root: Node, _ declaration: Declaration) throws(BadSource) -> LayerSource {
        let json = root.json
        let whole = Declaration(described: json).with(declaration)
        // Groups and pictures have no fields: `null` in answers.
        guard json["fields"]?.elements != nil else { return LayerSource(store: nil, description: json) }
        var data = try RowTable(file: root.file).layer(whole)
        data.extent = json["extent"].flatMap(Envelope.init(json:))
        if let display = json["displayField"]?.text, !display.isEmpty { data.displayField = display }
        return LayerSource(store: FeatureStore(data), description: json)
    }
}

extension BadSource {
    init(_ node: Node, _ message: String, suggestion: String? = nil) {
        self.init(Finding(file: node.file, position: node.position, message: message, suggestion: suggestion))
    }
}
