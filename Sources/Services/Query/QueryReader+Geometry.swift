// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The form of the rows' geometries.
extension QueryReader {
    func form() throws(ServiceError) -> GeometryForm {
        var form = GeometryForm(from: layer.reference, to: layer.reference)
        // One that cannot be read counts as absent (fgpv-vpgf/fgpv-vpgf#3379).
        let text = manner.outSR == .ignore ? nil : given("outsr")
        if let text, let reference = SpatialReference(written: text) {
            // The answer uses the layer's own number for its own spatial reference (OSGeo/gdal#218).
            let isOwn = layer.reference.isSame(as: reference)
            guard isOwn || layer.reference.isProjected(to: reference) else {
                throw request.unknownReference("outSR", text)
            }
            form.to = isOwn ? layer.reference : reference
        } else if request.format == "geojson", layer.reference.isProjected(to: .wgs84) {
            // GeoJSON is in WGS 84 unless something else is requested (RFC 7946 section 4).
            form.to = .wgs84
        }
        form.named = try path(from: form.from, to: form.to)
        (form.hasZ, form.hasM) = (layer.hasZ, layer.hasM)
        (form.returnsZ, form.returnsM) = (isTrue("returnz"), isTrue("returnm"))
        form.returnsCurves = isTrue("returntruecurves")
        if let text = given("geometryprecision") {
            guard let digits = Int(ASCII.trimmed(text)), digits >= 0 else {
                throw request.badParameter("geometryPrecision", text)
            }
            form.precision = digits
        }
        if let text = given("maxallowableoffset") {
            guard let tolerance = Double(ASCII.trimmed(text)), tolerance >= 0, tolerance.isFinite else {
                throw request.badParameter("maxAllowableOffset", text)
            }
            if tolerance > 0 { form.tolerance = tolerance }
        }
        if let text = given("quantizationparameters"), text != "{}" {
            let extent = layer.extent.flatMap(form.project)
            guard let json = try? JSONReader.read(Array(text.utf8)),
                let grid = Grid(json, extent: extent, tolerance: form.tolerance, form.to)
            else {
                throw request.badParameter("quantizationParameters", text)
            }
            form.grid = grid
        }
        return form
    }

    /// Returns the way that `datumTransformation` names, since 10.5 (documented). Between systems of one datum it means
    /// nothing (documented); one that does not lead from one datum to the other counts as absent (inferred).
    private func path(
        from source: SpatialReference, to target: SpatialReference
    ) throws(ServiceError) -> SpatialReference.Path? {
        guard let text = given("datumtransformation"), request.version >= .v10_5, source != target else { return nil }
        guard let named = DatumTransformation(text) else { throw request.badParameter("datumTransformation", text) }
        do throws(DatumTransformation.Failure) {
            return try named.path(from: source, to: target)
        } catch {
            throw request.badParameter("datumTransformation", text)
        }
    }
}
