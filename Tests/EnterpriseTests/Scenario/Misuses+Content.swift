// SPDX-License-Identifier: Apache-2.0

/// What can be wrong about items and groups.
extension Misuses {
    static let content: [String: String] = [
        "unknown owner of an item":
            "{ portal: { users: [{ username: 'cleo', password: 'b' }], items: [{ title: 'A', type: 'PDF', owner: 'clio' }] } }",
        "item without a type": "{ portal: { items: [{ title: 'A', tpye: 'PDF' }] } }",
        "unknown group of a portal's item":
            "{ portal: { groups: [{ id: 'staff' }], items: [{ title: 'A', type: 'PDF', access: { groups: ['staf'] } }] } }",
        "item of a server that is not there":
            "{ portal: { items: [{ title: 'A', type: 'PDF', url: '{server.gsi}/x' }] }, servers: [{}] }",
        "data of a server that is not there":
            "{ portal: { items: [{ title: 'A', type: 'Web Map', data: { a: [{ url: '{serve}' }, { url: '{server.b}' }] } }] } , servers: [{}] }",
        "data that is not there": "{ portal: { items: [{ title: 'A', type: 'PDF', data: 'no.pdf' }] } }",
        "extent that is none": "{ portal: { items: [{ title: 'A', type: 'PDF', extent: [[1, 2], [0, 3]] }] } }",
        "item made yesterday": "{ portal: { items: [{ title: 'A', type: 'PDF', created: 'yesterday' }] } }",
        "duplicate item":
            "{ portal: { items: [\n  { id: 'a', title: 'A', type: 'PDF' },\n  { id: 'a', title: 'B', type: 'PDF' } ] } }",
        "unknown role of a user":
            "{ portal: { users: [{ username: 'anna', password: 'b', customRole: 'Reviewr' }], roles: [{ name: 'Reviewer' }] } }",
        "unknown privilege of a role":
            "{ portal: { roles: [{ name: 'Reviewer', privileges: ['portal:user:creatItem'] }] } }",
        "unknown owner of a group":
            "{ portal: { users: [{ username: 'anna', password: 'b' }], groups: [{ id: 'g', owner: 'ana', admins: ['anan'] }] } }",
    ]
}
