import Facts
import Formats

extension MapServices {
    static let queried: [Resource] = [
        Resource(
            "{layer}/query", [.mapServer, .featureServer], "Rows of a layer.",
            evidence: .captured("services-reference 3")
        ) { reading in
            switch reading.plan(layer: reading.names["layer"] ?? "") {
            case .failure(let refused): return .refused(refused)
            case .success(let plan):
                if let result = plan.quickResult() { return result }
                return .later { plan.result() }
            }
        }
    ]
}

/// `query` of a layer: services-reference 3.
extension Reading {
    /// Reads a layer's query; what is wrong with it is refused here.
    package func plan(layer id: String) -> Swift.Result<Plan, Refused> {
        findRows(id).flatMap { layer, store in
            QueryReader(reading: self, layer: store.layer, of: layer).read().map { query in
                Plan(reading: self, store: store, query: query)
            }
        }
    }

    func run(_ query: Query, _ store: FeatureStore) -> Result {
        do throws(FeatureStore.Failure) {
            return try answer(query, store)
        } catch {
            return .refused(failed(error))
        }
    }

    private func answer(_ query: Query, _ store: FeatureStore) throws(FeatureStore.Failure) -> Result {
        let data = store.layer
        if let statistics = query.statistics { return try summed(statistics, query, store) }
        if query.isDistinct { return try distinct(query, store) }
        // The count supersedes the ids (documented).
        if isTrue("returncountonly") { return try counted(query, store) }
        if isTrue("returnidsonly") { return try identified(query, store) }
        if isTrue("returnextentonly") { return try extent(query, store) }
        let limit = min(query.count ?? .max, service.limit(version))
        let (rows, hasMore) = try query.rows(store, limit: limit)
        // 10.3 left the flag out of pages, 10.3.1 puts it there (services-reference 3.3).
        return format == "geojson"
            ? .json(geoJSON(rows, query, data, hasMore)) : .json(features(rows, query, data, hasMore))
    }

    /// Key orders as captured: services-reference 3.2.
    private func summed(
        _ statistics: Statistics, _ query: Query, _ store: FeatureStore
    ) throws(FeatureStore.Failure) -> Result {
        let data = store.layer
        let limit = min(query.count ?? .max, service.limit(version))
        let rows = try statistics.rows(query, store, limit: limit + 1)
        let fields =
            statistics.columns.map(\.field)
        if isTrue("returncountonly") { return .json(.object([.init("count", .int(rows.count))])) }
        return .json(table(rows, fields, data, limit, isSummed: true))
    }

    private func distinct(_ query: Query, _ store: FeatureStore) throws(FeatureStore.Failure) -> Result {
        if isTrue("returncountonly") {
            let rows = try query.distinct(store, limit: -1)
            return .json(.object([.init("count", .int(rows.count))]))
        }
        let limit = min(query.count ?? .max, service.limit(version))
        let rows = try query.distinct(store, limit: limit + 1)
        return .json(table(rows, query.fields.map { store.layer.fields[$0] }, store.layer, limit, isSummed: false))
    }

    /// Rows of values without a geometry.
    private func table(_ rows: [[JSON]], _ fields: [Field], _ data: LayerData, _ limit: Int, isSummed: Bool) -> JSON {
        var members: [JSON.Member] = []
        if kind == .mapServer {
            members.append(.init("displayFieldName", .string(isSummed ? "" : data.displayField)))
            members.append(.init("fieldAliases", .object(fields.map { JSON.Member($0.name, .string($0.alias)) })))
        } else {
            members += [
                .init("objectIdFieldName", .string(data.objectIDField)), .init("globalIdFieldName", .string("")),
                .init("hasZ", .bool(false)), .init("hasM", .bool(false)),
            ]
            if let type = data.geometryType {
                members.append(.init("geometryType", .string(type.rawValue)))
                members.append(.init("spatialReference", data.reference.short(version)))
            }
        }
        members.append(.init("fields", .array(fields.map(field))))
        let features = rows.prefix(limit).map { row in
            JSON.object([.init("attributes", .object(zip(fields, row).map { JSON.Member($0.name, $1) }))])
        }
        members.append(.init("features", .array(features)))
        if rows.count > limit { members.append(.init("exceededTransferLimit", .bool(true))) }
        return .object(members)
    }

    private func counted(_ query: Query, _ store: FeatureStore) throws(FeatureStore.Failure) -> Result {
        let ids = try query.ids(store, limit: -1)
        if isTrue("returnextentonly") {
            return .json(.object([.init("count", .int(ids.count)), .init("extent", envelope(ids, store))]))
        }
        return .json(.object([.init("count", .int(ids.count))]))
    }

    /// Not limited by maxRecordCount; none is `null` on a server (reported).
    private func identified(_ query: Query, _ store: FeatureStore) throws(FeatureStore.Failure) -> Result {
        let ids = try query.ids(store, limit: -1)
        return .json(
            .object([
                .init("objectIdFieldName", .string(store.layer.objectIDField)),
                .init("objectIds", ids.isEmpty ? .null : .array(ids.map(JSON.int))),
            ]))
    }

    private func extent(_ query: Query, _ store: FeatureStore) throws(FeatureStore.Failure) -> Result {
        let ids = try query.ids(store, limit: -1)
        return .json(.object([.init("extent", envelope(ids, store))]))
    }

    private func envelope(_ ids: [Int], _ store: FeatureStore) -> JSON {
        let envelopes = ids.compactMap { store.feature($0)?.envelope }
        guard let all = envelopes.reduce(nil, { whole, next in whole?.union(next) ?? next }) as Envelope? else {
            // Captured at 10.4: four strings and no spatialReference.
            return .object(["xmin", "ymin", "xmax", "ymax"].map { JSON.Member($0, .string("NaN")) })
        }
        return .object([
            .init("xmin", .double(all.xmin)), .init("ymin", .double(all.ymin)), .init("xmax", .double(all.xmax)),
            .init("ymax", .double(all.ymax)), .init("spatialReference", store.layer.reference.short(version)),
        ])
    }

    /// Key orders as captured: services-reference 3.2.
    private func features(_ rows: [Feature], _ query: Query, _ data: LayerData, _ hasMore: Bool) -> JSON {
        let fields = query.fields.map { data.fields[$0] }
        var members: [JSON.Member] = []
        if kind == .mapServer {
            members.append(.init("displayFieldName", .string(data.displayField)))
            members.append(
                .init("fieldAliases", .object(fields.map { JSON.Member($0.name, .string($0.alias)) })))
        } else {
            members.append(.init("objectIdFieldName", .string(data.objectIDField)))
            members.append(.init("globalIdFieldName", .string("")))
        }
        if let type = data.geometryType {
            members.append(.init("geometryType", .string(type.rawValue)))
            members.append(.init("spatialReference", query.outSR.short(version)))
        }
        members.append(.init("fields", .array(fields.map(field))))
        members.append(.init("features", .array(rows.map { feature($0, query, fields, data.reference) })))
        if hasMore { members.append(.init("exceededTransferLimit", .bool(true))) }
        return .object(members)
    }

    private func field(_ field: Field) -> JSON {
        let name = JSON.Member("name", .string(field.name))
        let type = JSON.Member("type", .string(field.type.rawValue))
        let alias = JSON.Member("alias", .string(field.alias))
        var members = kind == .mapServer ? [name, type, alias] : [name, alias, type]
        if let length = field.length { members.append(.init("length", .int(length))) }
        return .object(members)
    }

    private func feature(_ row: Feature, _ query: Query, _ fields: [Field], _ layerReference: SpatialReference) -> JSON
    {
        let attributes = zip(fields, query.fields).map { JSON.Member($0.name, row.values[$1]) }
        var members: [JSON.Member] = [.init("attributes", .object(attributes))]
        if query.returnsGeometry, let geometry = row.geometry {
            members.append(.init("geometry", layerReference.project(geometry, to: query.outSR) ?? geometry))
        }
        return .object(members)
    }

    /// RFC 7946, with the flag at the top as ArcGIS Server puts it (services-reference 3.3).
    private func geoJSON(_ rows: [Feature], _ query: Query, _ data: LayerData, _ hasMore: Bool) -> JSON {
        var members: [JSON.Member] = [.init("type", .string("FeatureCollection"))]
        if hasMore { members.append(.init("exceededTransferLimit", .bool(true))) }
        let features = rows.map { row -> JSON in
            let properties = query.fields.map { JSON.Member(data.fields[$0].name, row.values[$0]) }
            return .object([
                .init("type", .string("Feature")), .init("id", .int(row.objectID)),
                .init("geometry", query.returnsGeometry ? GeoJSON.geometry(row.geometry, data.geometryType) : .null),
                .init("properties", .object(properties)),
            ])
        }
        members.append(.init("features", .array(features)))
        return .object(members)
    }
}
