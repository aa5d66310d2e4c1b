// SPDX-License-Identifier: Apache-2.0

/// What can be wrong about services and their layers.
extension Misuses {
    private static let service =
        "{ name: 'A', type: 'MapServer', layers: [{ id: 0, name: 'L', source: 'builtin:data/airports.geojson' }] }"

    static let services: [String: String] = [
        "duplicate service": "{ servers: [{ services: [\(service), \(service)] }] }",
        "missing file":
            "{ servers: [{ services: [{ name: 'A', type: 'MapServer', layers: [{ id: 0, name: 'L', source: 'no/such.geojson' }] }] }] }",
        "layer that is no GeoJSON":
            "{ servers: [{ services: [{ name: 'A', type: 'MapServer', layers: [{ id: 0, name: 'L', source: 'bad.geojson' }] }] }] }",
        "layer with a value of another type":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, source: 'rows.geojson', fields: [{ name: 'n', type: 'esriFieldTypeInteger' }] }] }] }] }",
        "layer with a field twice":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'n' }, { name: 'N' }] }] }] }] }",
        "layer with two object ids":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, objectIdField: 'a', fields: [{ name: 'b', type: 'esriFieldTypeOID' }] }] }] }] }",
        "unknown type of a field":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'n', type: 'esriFieldTypeInt' }] }] }] }] }",
        "domain without codes":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'n', domain: { type: 'codedValue', name: 'd' } }] }] }] }] }",
        "default of another type":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'n', type: 'esriFieldTypeInteger', defaultValue: 'x' }] }] }] }] }",
        "service from no root": "{ servers: [{ services: [{ name: 'A', source: 'bad.geojson' }] }] }",
        "unknown service type": "{ servers: [{ services: [{ name: 'A', type: 'MapSever' }] }] }",
        "unknown group":
            "{ portal: { groups: [{ id: 'g1' }] }, servers: [{ services: [{ name: 'A', type: 'MapServer', access: { groups: ['g2'] } }] }] }",
        "unknown owner":
            "{ portal: { users: [{ username: 'anna', password: 'b' }] }, servers: [{ services: [{ name: 'A', owner: 'ana' }] }] }",
        "unknown group of an item":
            "{ portal: { groups: [{ id: 'team' }] }, servers: [{ services: [{ name: 'A', item: { access: { groups: ['taem'] } } }] }] }",
        "bad service name": "{ servers: [{ services: [{ name: 'a/b/c', type: 'MapServer' }] }] }",
        "duplicate layer":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, source: 'rows.geojson' }, { id: 0, source: 'rows.geojson' }] }] }] }",
        "file of nearly that name":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, source: 'data/raods.geojson' }] }] }] }",
        "built-in data of nearly that name":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, source: 'builtin:data/airport.geojson' }] }] }] }",
        "misspelt service key": "{ servers: [{ services: [{ name: 'A', maxRecordcount: 5 }] }] }",
        "misspelt layer key":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, sorce: 'rows.geojson' }] }] }] }",
        "label of an unknown field":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, fields: [{ name: 'title' }], labelingInfo: [{ labelExpression: '[titel] CONCAT NEWLINE' }] }] }] }] }",
        "label in a word of Arcade that is not read":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, source: 'data/roads.geojson', labelingInfo: [{ labelExpressionInfo: { expression: 'Upper($feature.n)' } }] }] }] }] }",
        "unknown place of a label":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, source: 'data/roads.geojson', labelingInfo: [{ labelExpression: '[n]', labelPlacement: 'esriServerPointLabelPlacementAboveRigth' }] }] }] }] }",
        "label that says nothing":
            "{ servers: [{ services: [{ name: 'A', layers: [{ id: 0, source: 'data/roads.geojson', labelingInfo: [{ minScale: 5 }] }] }] }] }",
        "picture of a raster that is none":
            "{ servers: [{ services: [{ name: 'A', type: 'ImageServer', image: { source: 'rows.geojson' } }] }] }",
        "picture of nearly that name":
            "{ servers: [{ services: [{ name: 'A', type: 'ImageServer', image: { source: 'builtin:data/quarter.png' } }] }] }",
        "root of an image service with a misspelt key":
            "{ servers: [{ services: [{ name: 'A', type: 'ImageServer', image: { properties: { bandNmaes: [] } } }] }] }",
        "unknown access": "{ servers: [{ services: [{ name: 'A', access: 'pubic' }] }] }",
        "unknown state of a service": "{ servers: [{ services: [{ name: 'A', state: 'stoped' }] }] }",
        "folder without a name": "{ servers: [{ services: [{ name: '/A' }] }] }",
        "misspelt renderer": layer("renderer: { type: 'uniqeValue', field1: 'name' }"),
        "renderer without a type": layer("renderer: { field1: 'n' }"),
        "renderer that is a word": layer("renderer: 'simple'"),
        "renderer by a field that is not there": layer("renderer: { type: 'classBreaks', field: 'hight' }"),
        "display field that is not there": layer("displayField: 'nam'"),
        "time field that is not there": layer("timeInfo: { startTimeField: 'begn' }"),
        "relationship by a field that is not there":
            layer("relationships: [{ id: 0, relatedTableId: 0, keyField: 'naem' }]"),
        "definition with a field that is not there": layer("definitionExpression: 'higth > 3'"),
        "definition that is no clause": layer("definitionExpression: 'height >'"),
    ]

    private static func layer(_ more: String) -> String {
        """
        { servers: [{ services: [{ name: 'A', layers: [{ id: 0,
            fields: [{ name: 'name', type: 'esriFieldTypeString' }, { name: 'height', type: 'esriFieldTypeInteger' },
                     { name: 'begin', type: 'esriFieldTypeDate' }],
            \(more) }] }] }] }
        """
    }
}
