// SPDX-License-Identifier: Apache-2.0

package import Facts

/// An answer that is no resource of the REST API and has an HTTP side of its own: a file, a tile, a document of OGC.
package struct Reply: Sendable {
    package var status = 200
    package var type: String
    package var bytes: [UInt8]
    package var fields: [(name: String, value: String)] = []
    /// Why it refuses.
    package var verdict: [Verdict] = []

    static func png(_ bytes: [UInt8]) -> Reply { Reply(type: "image/png", bytes: bytes) }

    /// There is no such file: a page and HTTP 404.
    static func missing(_ verdict: Verdict) -> Reply {
        let page = "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"
        return Reply(status: 404, type: "text/html;charset=utf-8", bytes: Array(page.utf8), verdict: [verdict])
    }
}
