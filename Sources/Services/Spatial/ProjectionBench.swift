// SPDX-License-Identifier: Apache-2.0

internal import CPROJ
import Trust

/// A context of PROJ with the transformations that were made in it. One thread at a time has it: `ProjectionBench.use`
/// lends one of a pool, whose size is the largest number of threads that ever projected at once.
@safe final class ProjectionBench: @unchecked Sendable {
    // Sendable: the pool lends it to one thread at a time.
    let library: mp_proj
    let context: OpaquePointer
    private var made: [Int: OpaquePointer] = unsafe [:]

    /// The number of transformations that a bench keeps.
    private static let most = 64
    /// Two CRS, and what PROJ finds between them.
    private static let crs = PJ_CATEGORY_CRS

    private init?() {
        guard let library = unsafe mp_proj_library()?.pointee, let context = unsafe library.proj_context_create()
        else { return nil }
        // Whatever a machine is configured to do: a double asks no server for grids, and writes nothing to stderr.
        _ = unsafe library.proj_context_set_enable_network(context, 0)
        _ = unsafe library.proj_log_level(context, PJ_LOG_NONE)
        self.library = library
        unsafe self.context = context
    }

    deinit {
        unsafe made.values.forEach { _ = unsafe library.proj_destroy($0) }
        _ = unsafe library.proj_context_destroy(context)
    }

    // MARK: Coordinates

    /// Moves positions in place. What cannot be moved becomes infinite.
    func move(_ step: ProjectionStep, _ xs: inout [Double], _ ys: inout [Double]) {
        guard let transformation = unsafe transformation(step) else {
            xs = [Double](repeating: .infinity, count: xs.count)
            ys = xs
            return
        }
        let (count, size) = (min(xs.count, ys.count), MemoryLayout<Double>.stride)
        let direction = step.recipe.isInverse ? PJ_INV : PJ_FWD
        if let angle = step.recipe.angle {
            for index in 0..<count { (xs[index], ys[index]) = (xs[index] * angle, ys[index] * angle) }
        }
        _ = unsafe xs.withUnsafeMutableBufferPointer { xs in
            unsafe ys.withUnsafeMutableBufferPointer { ys in
                unsafe library.proj_trans_generic(
                    transformation, direction, xs.baseAddress, size, count, ys.baseAddress, size, count, nil, 0, 0,
                    nil, 0, 0)
            }
        }
    }

    /// Returns the rectangle around a moved rectangle, with 21 positions on each side, or `nil` if it cannot be moved.
    func bounds(_ step: ProjectionStep, _ box: Envelope) -> Envelope? {
        guard let transformation = unsafe transformation(step), step.recipe.angle == nil else { return nil }
        var out = Envelope(xmin: 0, ymin: 0, xmax: 0, ymax: 0)
        let isDone = unsafe library.proj_trans_bounds(
            context, transformation, step.recipe.isInverse ? PJ_INV : PJ_FWD, box.xmin, box.ymin, box.xmax, box.ymax,
            &out.xmin, &out.ymin, &out.xmax, &out.ymax, 21)
        guard isDone == 1, [out.xmin, out.ymin, out.xmax, out.ymax].allSatisfy(\.isFinite) else { return nil }
        return out
    }

    /// Returns whether PROJ can make the transformation.
    func makes(_ step: ProjectionStep) -> Bool { unsafe transformation(step) != nil }

    private func transformation(_ step: ProjectionStep) -> OpaquePointer? {
        if let known = unsafe made[step.id] { return unsafe known }
        guard let new = unsafe make(step.recipe) else { return nil }
        if unsafe made.count >= ProjectionBench.most {
            unsafe made.values.forEach { _ = unsafe library.proj_destroy($0) }
            unsafe made.removeAll()
        }
        unsafe made[step.id] = new
        return unsafe new
    }

    private func make(_ recipe: ProjectionStep.Recipe) -> OpaquePointer? {
        switch recipe {
        case .between(let source, let target):
            guard let source = unsafe system(source) else { return nil }
            defer { _ = unsafe library.proj_destroy(source) }
            guard let target = unsafe system(target) else { return nil }
            defer { _ = unsafe library.proj_destroy(target) }
            return unsafe between(source, target)
        case .toGeographic(let key), .fromGeographic(let key):
            guard let system = unsafe system(key) else { return nil }
            defer { _ = unsafe library.proj_destroy(system) }
            guard let base = unsafe library.proj_crs_get_geodetic_crs(context, system) else { return nil }
            defer { _ = unsafe library.proj_destroy(base) }
            return unsafe between(system, base)
        case .operation(let authority, let code, _):
            guard
                let operation = unsafe library.proj_create_from_database(
                    context, authority, code, PJ_CATEGORY_COORDINATE_OPERATION, 0, nil)
            else { return nil }
            return unsafe normalized(operation)
        case .around(let longitude, let latitude, let ellipsoid, _):
            let shape = ellipsoid.flattening == 0 ? "+b=\(ellipsoid.radius)" : "+rf=\(ellipsoid.flattening)"
            let text = "+proj=aeqd +lat_0=\(latitude) +lon_0=\(longitude) +a=\(ellipsoid.radius) \(shape)"
            return unsafe library.proj_create(context, text)
        }
    }

    private func between(_ source: OpaquePointer, _ target: OpaquePointer) -> OpaquePointer? {
        guard
            let way = unsafe library.proj_create_crs_to_crs_from_pj(context, source, target, nil, nil)
        else { return nil }
        return unsafe normalized(way)
    }

    /// Returns the transformation with east before north, whatever the order of the systems' axes.
    private func normalized(_ way: OpaquePointer) -> OpaquePointer? {
        defer { _ = unsafe library.proj_destroy(way) }
        return unsafe library.proj_normalize_for_visualization(context, way)
    }

    // MARK: Systems

    /// Returns the facts of a coordinate system, or `nil` if PROJ does not know it or it is not one of two coordinates.
    func facts(_ key: CoordinateSystem.Key) -> CoordinateSystem? {
        guard let system = unsafe system(key) else { return nil }
        defer { _ = unsafe library.proj_destroy(system) }
        guard let axes = unsafe library.proj_crs_get_coordinate_system(context, system) else { return nil }
        defer { _ = unsafe library.proj_destroy(axes) }
        var factor = 0.0
        var (authority, code): (UnsafePointer<CChar>?, UnsafePointer<CChar>?) = (nil, nil)
        var direction: UnsafePointer<CChar>? = nil
        guard
            unsafe library.proj_cs_get_axis_info(
                context, axes, 0, nil, nil, &direction, &factor, nil, &authority, &code) == 1
        else { return nil }
        let unit = unsafe text(authority) == "EPSG" ? Int(unsafe text(code) ?? "") : nil
        guard let ellipsoid = unsafe library.proj_get_ellipsoid(context, system) else { return nil }
        defer { _ = unsafe library.proj_destroy(ellipsoid) }
        var (radius, flattening) = (0.0, 0.0)
        guard unsafe library.proj_ellipsoid_get_parameters(context, ellipsoid, &radius, nil, nil, &flattening) == 1
        else { return nil }
        var area = Envelope(xmin: 0, ymin: 0, xmax: 0, ymax: 0)
        let hasArea = unsafe library.proj_get_area_of_use(
            context, system, &area.xmin, &area.ymin, &area.xmax, &area.ymax, nil)
        let kind = unsafe library.proj_get_type(system)
        guard unsafe kind != PJ_TYPE_PROJECTED_CRS || hasFormulas(system) else { return nil }
        let wkt = unsafe text(library.proj_as_wkt(context, system, PJ_WKT1_ESRI, nil))
        return CoordinateSystem(
            key: key, isGeographic: kind == PJ_TYPE_GEOGRAPHIC_2D_CRS || kind == PJ_TYPE_GEOGRAPHIC_3D_CRS,
            isNorthFirst: unsafe text(direction) == "north", unit: factor, unitCode: unit,
            ellipsoid: Ellipsoid(radius: radius, flattening: flattening), angle: unsafe angle(of: system),
            area: hasArea == 1 && area.xmin > -1000 ? area : nil, wkt: wkt,
            authority: unsafe text(library.proj_get_id_auth_name(system, 0)),
            code: Int(unsafe text(library.proj_get_id_code(system, 0)) ?? ""))
    }

    /// Returns whether PROJ can reckon with a projection: some of Esri's are only names to some of its versions.
    private func hasFormulas(_ system: OpaquePointer) -> Bool {
        guard let projection = unsafe library.proj_crs_get_coordoperation(context, system) else { return false }
        defer { unsafe destroy(projection) }
        return unsafe library.proj_coordoperation_is_instantiable(context, projection) == 1
    }

    /// Returns the radians in one unit of the geographic system below.
    private func angle(of system: OpaquePointer) -> Double {
        let degree = Double.pi / 180
        guard let base = unsafe library.proj_crs_get_geodetic_crs(context, system) else { return degree }
        defer { _ = unsafe library.proj_destroy(base) }
        guard let axes = unsafe library.proj_crs_get_coordinate_system(context, base) else { return degree }
        defer { _ = unsafe library.proj_destroy(axes) }
        var factor = 0.0
        let isKnown = unsafe library.proj_cs_get_axis_info(context, axes, 0, nil, nil, nil, &factor, nil, nil, nil)
        return isKnown == 1 ? factor : degree
    }

    /// The file of PROJ's database.
    var database: String? { unsafe text(library.proj_context_get_database_path(context)) }

    /// Returns the authority and the number of the geographic system that a system is based on.
    func base(_ key: CoordinateSystem.Key) -> (authority: String, code: Int)? {
        guard let system = unsafe system(key) else { return nil }
        defer { _ = unsafe library.proj_destroy(system) }
        guard let base = unsafe library.proj_crs_get_geodetic_crs(context, system) else { return nil }
        defer { _ = unsafe library.proj_destroy(base) }
        guard let authority = unsafe text(library.proj_get_id_auth_name(base, 0)),
            let code = Int(unsafe text(library.proj_get_id_code(base, 0)) ?? "")
        else { return nil }
        return (authority, code)
    }

    /// Returns the number that an authority gives the system of a name or of another's name for it.
    func number(named name: String, by authority: String) -> Int? {
        guard let list = unsafe library.proj_create_from_name(context, authority, name, nil, 0, 0, 0, nil) else {
            return nil
        }
        defer { unsafe library.proj_list_destroy(list) }
        for index in 0..<(unsafe library.proj_list_get_count(list)) {
            guard let found = unsafe library.proj_list_get(context, list, index) else { continue }
            defer { _ = unsafe library.proj_destroy(found) }
            guard unsafe ProjectionBench.isHorizontal(library.proj_get_type(found)),
                let number = Int(unsafe text(library.proj_get_id_code(found, 0)) ?? "")
            else { continue }
            return number
        }
        return nil
    }

    /// Returns the system; of a compound one, its horizontal part. A number is EPSG's if it has it, else Esri's.
    func system(_ key: CoordinateSystem.Key) -> OpaquePointer? {
        var found: OpaquePointer?
        switch key {
        case .number(let number):
            let code = String(number)
            unsafe found =
                library.proj_create_from_database(context, "EPSG", code, ProjectionBench.crs, 0, nil)
                ?? library.proj_create_from_database(context, "ESRI", code, ProjectionBench.crs, 0, nil)
        case .text(let wkt): unsafe found = library.proj_create_from_wkt(context, wkt, nil, nil, nil)
        }
        guard let system = unsafe found else { return nil }
        let kind = unsafe library.proj_get_type(system)
        if kind == PJ_TYPE_COMPOUND_CRS {
            defer { _ = unsafe library.proj_destroy(system) }
            guard let part = unsafe library.proj_crs_get_sub_crs(context, system, 0) else { return nil }
            guard unsafe ProjectionBench.isHorizontal(library.proj_get_type(part)) else {
                _ = unsafe library.proj_destroy(part)
                return nil
            }
            return unsafe part
        }
        // A WKT 1 with TOWGS84.
        let isBound = kind == PJ_TYPE_BOUND_CRS
        guard !isBound else { return unsafe system }
        guard ProjectionBench.isHorizontal(kind) else {
            _ = unsafe library.proj_destroy(system)
            return nil
        }
        return unsafe system
    }

    private static func isHorizontal(_ type: PJ_TYPE) -> Bool {
        type == PJ_TYPE_PROJECTED_CRS || type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS
    }

    /// Ends the life of an object of PROJ.
    func destroy(_ object: OpaquePointer) { _ = unsafe library.proj_destroy(object) }

    func text(_ pointer: UnsafePointer<CChar>?) -> String? { unsafe pointer.map { unsafe String(cString: $0) } }
}

extension ProjectionBench {
    private static let idle = Lock<[ProjectionBench]>([])

    /// Lends a bench to the calling thread. `nil` if there is no PROJ.
    static func use<Result>(_ body: (ProjectionBench) -> Result) -> Result? {
        guard let bench = idle.withLock({ $0.popLast() }) ?? ProjectionBench() else { return nil }
        defer { idle.withLock { $0.append(bench) } }
        return body(bench)
    }
}
