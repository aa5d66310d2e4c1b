// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `clipping`: an area outside of which layers are not drawn, with layers that it does not concern
/// (docs/reference/maps.md#clipping-and-filters).
struct MapMask: Sendable {
    /// A polygon or an envelope, in the spatial reference of the map that is drawn.
    var shape: JSON
    var excluded: Set<Int>
}

extension MapRequest {
    /// From 10.8 on, of services of ArcGIS Pro (documented).
    private var takesShapes: Bool { request.version >= .v10_8 && service.isPro(request.version) }

    /// Reads `clipping`; `{}` is none.
    func mask(_ reference: SpatialReference) throws(ServiceError) -> MapMask? {
        guard takesShapes, let text = request.given("clipping"), text != "{}" else { return nil }
        let example = #"{"geometryType":"esriGeometryEnvelope","geometry":{…},"excludedLayers":[]}"#
        guard let json = try? JSONReader.read(json5: Array(text.utf8)), let shape = json["geometry"],
            shape["rings"] != nil || shape["xmin"] != nil, Geometry(shape) != nil
        else { throw request.badMapParameter("clipping", text, example) }
        let own = shape["spatialReference"].flatMap { $0.members == nil ? nil : SpatialReference(json: $0) }
        guard let placed = (own ?? self.own ?? service.reference).project(shape, to: reference), Geometry(placed) != nil
        else { throw request.badReference("clipping", text) }
        let excluded = json["excludedLayers"]?.elements?.compactMap(\.integer) ?? []
        return MapMask(shape: placed, excluded: Set(excluded))
    }

    /// Reads `spatialFilter`: a geometry and a relation, as of a query; `{}` is none.
    func spatialFilter(_ layer: SpatialReference) throws(ServiceError) -> SpatialFilter? {
        guard takesShapes, let text = request.given("spatialfilter"), text != "{}" else { return nil }
        let example = #"{"geometryType":"esriGeometryEnvelope","geometry":{…},"spatialRel":"esriSpatialRelIntersects"}"#
        guard let json = try? JSONReader.read(json5: Array(text.utf8)), let shape = json["geometry"] else {
            throw request.badMapParameter("spatialFilter", text, example)
        }
        func written(_ json: JSON) -> String {
            json.text ?? String(decoding: JSONWriter.json(json), as: UTF8.self)
        }
        var asked = request
        asked.parameters = [
            .init("geometry", written(shape)), .init("geometrytype", json["geometryType"]?.text ?? ""),
            .init("spatialrel", json["spatialRel"]?.text ?? ""),
            .init("relationparam", json["relationParam"]?.text ?? ""),
        ]
        if shape["spatialReference"] == nil, let wkid = (own ?? service.reference).wkid {
            asked.parameters.append(.init("insr", String(wkid)))
        }
        do throws(SpatialFilter.Failure) {
            return try SpatialFilter.read(asked, layer, isHosted: false)
        } catch {
            throw request.badMapParameter("spatialFilter", text, example)
        }
    }

    /// Returns the way that `datumTransformations` names for a layer, from 10.5 on: the first of them that leads from its
    /// datum to the other (documented: export-map).
    func way(
        from layer: SpatialReference, to reference: SpatialReference
    ) throws(ServiceError) -> SpatialReference.Path? {
        guard request.version >= .v10_5, let text = request.given("datumtransformations") else { return nil }
        let example = "datumTransformations=[1623] or [{\"wkid\":108190}]"
        guard let list = (try? JSONReader.read(json5: Array(text.utf8)))?.elements else {
            throw request.badMapParameter("datumTransformations", text, example)
        }
        for entry in list {
            let spelled = String(decoding: JSONWriter.json(entry), as: UTF8.self)
            guard let named = DatumTransformation(spelled) else {
                throw request.badMapParameter("datumTransformations", text, example)
            }
            guard layer != reference else { continue }
            do throws(DatumTransformation.Failure) {
                if let way = try named.path(from: layer, to: reference) { return way }
            } catch {
                throw request.badMapParameter("datumTransformations", text, example)
            }
        }
        return nil
    }
}
