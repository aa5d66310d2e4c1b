// SPDX-License-Identifier: Apache-2.0

extension Description {
    /// What a key depends on besides the release: the kind of layer or service.
    enum Condition: String, Sendable, CaseIterable {
        case always
        /// Layers and tables with rows: no groups, no rasters.
        case rows
        /// Layers with rows and geometries.
        case features
        /// Everything but tables in the runtime of ArcMap, whose descriptions are short (captured, 10.5 and 10.51).
        case layers
        /// Rows with a date, in the runtime of ArcMap; all layers in that of ArcGIS Pro.
        case dates
        /// Image services with cached tiles.
        case tiles
        /// Image services without cached tiles.
        case pixels
        /// Image services with a catalog.
        case catalog

        func holds(_ subject: Subject) -> Bool {
            switch self {
            case .always: true
            case .rows: !subject.isWithoutRows
            case .features: !subject.isWithoutRows && subject.layer?.isTable != true
            case .layers: subject.isPro || subject.layer?.isTable != true
            case .dates: subject.isPro || subject.hasDates
            case .tiles: subject.service.imagery?["tileInfo"] != nil
            case .pixels: subject.service.imagery?["tileInfo"] == nil
            case .catalog: Description.catalog(subject) != nil
            }
        }
    }
}

extension Description.Subject {
    /// A Boolean value that indicates whether rows have a date.
    var hasDates: Bool { data?.fields.contains { $0.type == .date } ?? false }
}
