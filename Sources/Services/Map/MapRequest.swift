// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of the parameters that `export`, `identify`, `find` and WMS share.
struct MapRequest {
    let request: ServiceRequest
    let service: ServiceModel
    /// The default spatial reference of coordinates; `nil` is the map's.
    var own: SpatialReference?

    /// Returns the parts of layers to draw, from bottom to top.
    func parts(
        _ layers: [Layer], _ definitions: LayerDefinitions, _ time: TimeSpan?
    ) throws(ServiceError) -> [MapDrawing.Part] {
        var parts: [MapDrawing.Part] = []
        for layer in layers.reversed() {
            guard let store = layer.store, store.layer.geometryType != nil else { continue }
            let rows = try rows(layer, store, definitions, time)
            parts.append(
                MapDrawing.Part(
                    layer: layer, rows: rows, renderer: layer.drawn, labels: layer.labels,
                    opacity: 1 - layer.transparency / 100))
        }
        return parts
    }

    func rows(
        _ layer: Layer, _ store: FeatureStore, _ definitions: LayerDefinitions, _ time: TimeSpan?
    ) throws(ServiceError) -> LayerRows {
        do throws(Where.Failure) {
            return try LayerRows(
                layer, store, definition: definitions[layer.id], time: time, now: request.now, user: request.user)
        } catch {
            throw request.badDefinition(layer, definitions[layer.id] ?? layer.definition ?? "", error)
        }
    }

    /// Returns `sr`, `bboxSR` or `imageSR`: a number, JSON, or the map's own by default.
    func reference(_ name: String) throws(ServiceError) -> SpatialReference {
        guard let text = request.given(name.lowercased()) else { return own ?? service.reference }
        guard let reference = SpatialReference(written: text),
            reference.project(Envelope(xmin: 0, ymin: 0, xmax: 0, ymax: 0), to: own ?? service.reference) != nil
        else { throw request.badReference(name, text) }
        return reference
    }

    /// Returns an envelope: four numbers separated by commas, or JSON.
    func envelope(_ name: String) throws(ServiceError) -> Envelope {
        guard let text = request.given(name.lowercased()) else {
            throw request.badMapParameter(name, "", "xmin,ymin,xmax,ymax")
        }
        let numbers: [Double?]
        if text.contains("{"), let json = try? JSONReader.read(Array(text.utf8)) {
            numbers = ["xmin", "ymin", "xmax", "ymax"].map { json[$0]?.double }
        } else {
            numbers = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        }
        guard numbers.count == 4, let xmin = numbers[0], let ymin = numbers[1], let xmax = numbers[2],
            let ymax = numbers[3], xmin < xmax, ymin < ymax,
            [xmin, ymin, xmax, ymax].allSatisfy({ $0.isFinite && abs($0) < 1e12 })
        else { throw request.badMapParameter(name, text, "xmin,ymin,xmax,ymax with xmin below xmax") }
        return Envelope(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax)
    }

    /// Returns width and height in pixels: `400,400`.
    func size(_ text: String, _ name: String) throws(ServiceError) -> (width: Int, height: Int) {
        let numbers = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        guard numbers.count >= 2, let width = numbers[0], let height = numbers[1], width >= 1, height >= 1,
            width < 1e6, height < 1e6
        else { throw request.badMapParameter(name, text, "\(name)=400,400") }
        let limit = Maps.largestPicture
        guard width <= Double(limit), height <= Double(limit) else { throw request.tooLarge(name, text) }
        return (Int(width.rounded()), Int(height.rounded()))
    }

    func dpi(_ text: String?, _ name: String) throws(ServiceError) -> Double {
        guard let text else { return 96 }
        guard let dpi = Double(ASCII.trimmed(text)), dpi >= 1, dpi <= 2400 else {
            throw request.badMapParameter(name, text, "96")
        }
        return dpi
    }

    func time() throws(ServiceError) -> TimeSpan? {
        guard let text = request.given("time") else { return nil }
        guard let time = TimeSpan(text) else {
            throw request.badMapParameter("time", text, "milliseconds since 1970, or two with a comma")
        }
        return time
    }

    /// Returns the `layerDefs`; `takesSimple` says whether the server accepts the simple form.
    func definitions(takesSimple: Bool) throws(ServiceError) -> LayerDefinitions {
        guard let text = request.given("layerdefs") else { return LayerDefinitions() }
        guard let definitions = LayerDefinitions(text), takesSimple || !definitions.isSimple else {
            throw request.badMapParameter("layerDefs", text, #"{"0":"POP > 5"}"#)
        }
        return definitions
    }

    /// Refuses parameters that change the result and are not emulated.
    func notEmulated(_ names: [String]) throws(ServiceError) {
        for name in names {
            if let value = request.given(name.lowercased()), value != "[]", value != "{}" {
                throw request.notEmulated(name, value)
            }
        }
        return ()
    }
}

extension Layer {
    /// The renderer: the scenario's, or the recorded description's.
    var drawn: Renderer {
        Renderer(
            json: renderer ?? pasted?["drawingInfo"]?["renderer"], fields: data?.fields ?? [],
            geometry: data?.geometryType)
    }
}
