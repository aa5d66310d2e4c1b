// SPDX-License-Identifier: Apache-2.0

package import Facts

/// A reply outside the REST API's JSON, with its own HTTP status and headers: a file, a tile, an OGC document.
package struct FileResponse: Sendable, Codable {
    package struct Header: Sendable, Hashable, Codable {
        package var name: String
        package var value: String
    }

    package var status = 200
    package var type: String
    package var bytes: [UInt8]
    package var fields: [Header] = []
    /// Why it refuses.
    package var verdict: [Verdict] = []

    static func png(_ bytes: [UInt8]) -> FileResponse { FileResponse(type: "image/png", bytes: bytes) }

    /// Returns HTTP 404 with a page, for a file that does not exist.
    static func missing(_ verdict: Verdict) -> FileResponse {
        let page = "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"
        return FileResponse(status: 404, type: "text/html;charset=utf-8", bytes: Array(page.utf8), verdict: [verdict])
    }
}
