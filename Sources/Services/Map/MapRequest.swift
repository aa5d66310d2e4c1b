// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A reader of the parameters that `export`, `identify`, `find` and WMS share.
struct MapRequest {
    let reading: ServiceRequest
    /// The default spatial reference of coordinates; `nil` is the map's.
    var own: SpatialReference?
    var service: MapService { reading.service }

    typealias Answer<Value> = Result<Value, ServiceRequest.Refused>

    /// Returns the parts of layers to draw, from bottom to top.
    func parts(_ layers: [Layer], _ definitions: LayerDefinitions, _ time: TimeSpan?) -> Answer<[MapDrawing.Part]> {
        var parts: [MapDrawing.Part] = []
        for layer in layers.reversed() {
            guard let store = layer.store, store.layer.geometryType != nil else { continue }
            switch rows(layer, store, definitions, time) {
            case .failure(let refused): return .failure(refused)
            case .success(let rows):
                parts.append(
                    MapDrawing.Part(
                        layer: layer, rows: rows, renderer: layer.drawn, labels: layer.labels,
                        opacity: 1 - layer.transparency / 100))
            }
        }
        return .success(parts)
    }

    func rows(
        _ layer: Layer, _ store: FeatureStore, _ definitions: LayerDefinitions, _ time: TimeSpan?
    ) -> Answer<LayerRows> {
        do throws(Where.Failure) {
            return .success(
                try LayerRows(
                    layer, store, definition: definitions[layer.id], time: time, now: reading.now, user: reading.user))
        } catch {
            return .failure(reading.badDefinition(layer, definitions[layer.id] ?? layer.definition ?? "", error))
        }
    }

    /// Returns `sr`, `bboxSR` or `imageSR`: a number, JSON, or the map's own by default.
    func reference(_ name: String) -> Answer<SpatialReference> {
        guard let text = reading.given(name.lowercased()) else { return .success(own ?? service.reference) }
        guard let reference = SpatialReference(written: text),
            reference.project(Envelope(xmin: 0, ymin: 0, xmax: 0, ymax: 0), to: own ?? service.reference) != nil
        else { return .failure(reading.badReference(name, text)) }
        return .success(reference)
    }

    /// Returns an envelope: four numbers separated by commas, or JSON.
    func envelope(_ name: String) -> Answer<Envelope> {
        guard let text = reading.given(name.lowercased()) else {
            return .failure(reading.badMapParameter(name, "", "xmin,ymin,xmax,ymax"))
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
        else { return .failure(reading.badMapParameter(name, text, "xmin,ymin,xmax,ymax with xmin below xmax")) }
        return .success(Envelope(xmin: xmin, ymin: ymin, xmax: xmax, ymax: ymax))
    }

    /// Returns width and height in pixels: `400,400`.
    func size(_ text: String, _ name: String) -> Answer<(width: Int, height: Int)> {
        let numbers = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        guard numbers.count >= 2, let width = numbers[0], let height = numbers[1], width >= 1, height >= 1,
            width < 1e6, height < 1e6
        else { return .failure(reading.badMapParameter(name, text, "\(name)=400,400")) }
        let limit = MapServices.largestPicture
        guard width <= Double(limit), height <= Double(limit) else { return .failure(reading.tooLarge(name, text)) }
        return .success((Int(width.rounded()), Int(height.rounded())))
    }

    func dpi(_ text: String?, _ name: String) -> Answer<Double> {
        guard let text else { return .success(96) }
        guard let dpi = Double(ASCII.trimmed(text)), dpi >= 1, dpi <= 2400 else {
            return .failure(reading.badMapParameter(name, text, "96"))
        }
        return .success(dpi)
    }

    func time() -> Answer<TimeSpan?> {
        guard let text = reading.given("time") else { return .success(nil) }
        guard let time = TimeSpan(text) else {
            return .failure(reading.badMapParameter("time", text, "milliseconds since 1970, or two with a comma"))
        }
        return .success(time)
    }

    /// Returns the `layerDefs`; `takesSimple` says whether the server accepts the simple form.
    func definitions(takesSimple: Bool) -> Answer<LayerDefinitions> {
        guard let text = reading.given("layerdefs") else { return .success(LayerDefinitions()) }
        guard let definitions = LayerDefinitions(text), takesSimple || !definitions.isSimple else {
            return .failure(reading.badMapParameter("layerDefs", text, #"{"0":"POP > 5"}"#))
        }
        return .success(definitions)
    }

    /// Refuses parameters that change the result and are not emulated.
    func notEmulated(_ names: [String]) -> Answer<Void> {
        for name in names {
            if let value = reading.given(name.lowercased()), value != "[]", value != "{}" {
                return .failure(reading.notEmulated(name, value))
            }
        }
        return .success(())
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

extension MapServices {
    /// The largest side of an image in pixels: `maxImageWidth` and `maxImageHeight` (captured).
    static let largestPicture = 4096
}
