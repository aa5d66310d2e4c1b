// SPDX-License-Identifier: Apache-2.0

internal import CPROJ

/// The transformations of the database.
extension ProjectionBench {
    enum Chain {
        /// A number is no transformation's.
        case unknown
        /// They do not lead from one datum to the other.
        case unfit
        /// They would, but these files are not installed.
        case missing([String])
        case fits([ProjectionStep.Recipe])
    }

    /// Returns the steps from one system's datum to another's by transformations that are named.
    func chain(
        _ parts: [DatumTransformation.Part], from source: CoordinateSystem.Key, to target: CoordinateSystem.Key
    ) -> Chain {
        guard let start = datum(of: source), let end = datum(of: target) else { return .unfit }
        var datum = start
        var steps: [ProjectionStep.Recipe] = []
        var files: [String] = []
        for part in parts {
            guard let operation = operation(part.wkid) else { return .unknown }
            let isForward = part.isForward ?? (operation.source == datum)
            let (first, last) = isForward ? (operation.source, operation.target) : (operation.target, operation.source)
            guard first == datum, operation.works || !operation.missing.isEmpty else { return .unfit }
            files += operation.missing
            datum = last
            steps.append(
                .operation(authority: operation.authority, code: String(part.wkid), isForward: isForward))
        }
        guard datum == end else { return .unfit }
        return files.isEmpty ? .fits(steps) : .missing(files)
    }

    private struct Operation {
        var authority: String
        var source: String
        var target: String
        var works: Bool
        /// The files that it needs and that are not installed.
        var missing: [String]
    }

    private func operation(_ number: Int) -> Operation? {
        for authority in ["EPSG", "ESRI"] {
            guard let found = unsafe database(authority, number) else { continue }
            defer { unsafe destroy(found) }
            guard let source = unsafe datum(library.proj_get_source_crs(context, found)),
                let target = unsafe datum(library.proj_get_target_crs(context, found))
            else { continue }
            return Operation(
                authority: authority, source: source, target: target,
                works: unsafe library.proj_coordoperation_is_instantiable(context, found) == 1,
                missing: unsafe missing(found))
        }
        return nil
    }

    /// Returns the names of an operation's files that are not installed.
    private func missing(_ operation: OpaquePointer) -> [String] {
        let count = unsafe library.proj_coordoperation_get_grid_used_count(context, operation)
        return (0..<max(0, count)).compactMap { index in
            var (name, isThere): (UnsafePointer<CChar>?, Int32) = (nil, 1)
            let isKnown = unsafe library.proj_coordoperation_get_grid_used(
                context, operation, index, &name, nil, nil, nil, nil, nil, &isThere)
            guard isKnown == 1, isThere == 0 else { return nil }
            return unsafe text(name)
        }
    }

    private func database(_ authority: String, _ number: Int) -> OpaquePointer? {
        unsafe library.proj_create_from_database(
            context, authority, String(number), PJ_CATEGORY_COORDINATE_OPERATION, 0, nil)
    }

    /// Returns the name of a system's datum.
    private func datum(of key: CoordinateSystem.Key) -> String? { unsafe datum(system(key)) }

    /// Returns the name of a system's datum, and ends its life.
    private func datum(_ system: OpaquePointer?) -> String? {
        guard let system = unsafe system else { return nil }
        defer { unsafe destroy(system) }
        guard
            let datum = unsafe library.proj_crs_get_datum(context, system)
                ?? library.proj_crs_get_datum_ensemble(context, system)
                ?? library.proj_crs_get_horizontal_datum(context, system)
        else { return nil }
        defer { unsafe destroy(datum) }
        // An ensemble of WGS 84 and the datum itself are one here.
        return unsafe text(library.proj_get_name(datum))?.replacing(" ensemble", with: "")
    }
}
