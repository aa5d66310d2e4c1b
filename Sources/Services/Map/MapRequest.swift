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
        parts.reserveCapacity(layers.count)
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
        let filter = try spatialFilter(store.layer.reference)
        do throws(Where.Failure) {
            var rows = try LayerRows(
                layer, store, definition: definitions[layer.id],
                time: LayerTiming(request.given("layertimeoptions"), of: layer.id).applied(to: time),
                now: request.now, user: request.user)
            if let filter { rows.related = { filter.filter($0, $1) } }
            return rows
        } catch {
            throw request.badDefinition(layer, definitions[layer.id] ?? layer.definition ?? "", error)
        }
    }

    /// Returns `sr`, `bboxSR` or `imageSR`: a number, JSON, or the map's own by default, which a value that is none of
    /// them counts as (inferred).
    func reference(_ name: String) throws(ServiceError) -> SpatialReference {
        guard let text = request.given(name.lowercased()), let reference = SpatialReference(written: text) else {
            return own ?? service.reference
        }
        guard reference.isProjected(to: own ?? service.reference) else {
            throw request.badReference(name, text)
        }
        return reference
    }

    /// Returns an envelope: four numbers separated by commas, or JSON. Corners that are swapped are put in order, as
    /// esri-leaflet sends them (docs/reference/maps.md#what-servers-tolerate); without any area it is refused (inferred).
    func envelope(_ name: String) throws(ServiceError) -> Envelope {
        guard let text = request.given(name.lowercased()) else {
            throw request.badMapParameter(name, "", "xmin,ymin,xmax,ymax")
        }
        let numbers: [Double?]
        if text.contains("{"), let json = try? JSONReader.read(json5: Array(text.utf8)) {
            numbers = ["xmin", "ymin", "xmax", "ymax"].map { json[$0]?.double }
        } else {
            numbers = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        }
        guard numbers.count >= 4, let x = numbers[0], let y = numbers[1], let otherX = numbers[2],
            let otherY = numbers[3], x != otherX, y != otherY,
            [x, y, otherX, otherY].allSatisfy({ $0.isFinite && abs($0) < 1e12 })
        else { throw request.badMapParameter(name, text, "xmin,ymin,xmax,ymax of a rectangle") }
        return Envelope(xmin: min(x, otherX), ymin: min(y, otherY), xmax: max(x, otherX), ymax: max(y, otherY))
    }

    /// Returns `size`; one that cannot be read counts as the default, 400,400 (documented; that it does is inferred).
    func size() throws(ServiceError) -> (width: Int, height: Int) {
        guard let text = request.given("size"), let size = pixels(text) else { return (400, 400) }
        return try checked(size, text, "size")
    }

    /// Returns width and height of `imageDisplay`, which is required (documented).
    func display(_ text: String) throws(ServiceError) -> (width: Int, height: Int) {
        guard let size = pixels(text) else {
            throw request.badMapParameter("imageDisplay", text, "imageDisplay=600,550,96")
        }
        return try checked(size, text, "imageDisplay")
    }

    private func pixels(_ text: String) -> (width: Double, height: Double)? {
        let numbers = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
        guard numbers.count >= 2, let width = numbers[0], let height = numbers[1] else { return nil }
        return (width, height)
    }

    private func checked(
        _ size: (width: Double, height: Double), _ text: String, _ name: String
    ) throws(ServiceError) -> (width: Int, height: Int) {
        let (width, height) = size
        guard width >= 1, height >= 1, width < 1e6, height < 1e6 else {
            throw request.badMapParameter(name, text, "\(name)=400,400")
        }
        let limit = Maps.largestPicture
        guard width <= Double(limit), height <= Double(limit) else { throw request.tooLarge(name, text) }
        return (Int(width.rounded()), Int(height.rounded()))
    }

    /// Returns the dots per inch, within the possible; what is no number counts as 96 (documented; that it does is
    /// inferred).
    func dpi(_ text: String?) -> Double {
        guard let dpi = text.flatMap({ Double(ASCII.trimmed($0)) }), dpi.isFinite else { return 96 }
        return min(2400, max(1, dpi))
    }

    /// Returns the format of a name. One that servers write and MockPortal does not is refused; an unknown one counts as
    /// the default (inferred).
    func format(_ name: String, default usual: PictureFormat) throws(ServiceError) -> PictureFormat {
        if let format = PictureFormat(name: name) { return format }
        if PictureFormat.missing.contains(name.lowercased()) { throw request.badImageFormat(name) }
        return usual
    }

    /// Returns `time`; a word that is no time counts as absent (docs/reference/maps.md#what-servers-tolerate).
    func time() -> TimeSpan? { request.given("time").flatMap { TimeSpan($0) } }

    /// Returns the `layerDefs`; `takesSimple` says whether the server accepts the simple form. A word that is neither
    /// form counts as absent (docs/reference/maps.md#what-servers-tolerate).
    func definitions(takesSimple: Bool) throws(ServiceError) -> LayerDefinitions {
        guard let text = request.given("layerdefs"), text.contains(where: { "{[:".contains($0) }) else {
            return LayerDefinitions()
        }
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
