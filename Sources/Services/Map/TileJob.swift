// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A job of `exportTiles` or `estimateExportTilesSize`. Its status follows from the deployment's clock; the tiles are
/// drawn when somebody asks for them.
struct TileJob: Sendable {
    enum Operation: String, Sendable {
        case export = "exportTiles"
        case estimate = "estimateExportTilesSize"
    }

    /// How long it runs.
    static let milliseconds: Int64 = 2_000
    /// The lifetime of its files: servers delete them after ten minutes (documented of the output directory).
    private static let life: Int64 = 600_000
    /// The only result (documented: map-service-result).
    static let result = "out_service_url"

    /// `j` and 32 hexadecimal digits.
    var id: String
    var operation: Operation
    var submitted: Instant
    var inputs: [JSON.Member]
    var package: TilePackage
    /// Whether the files are in a package, not in a folder.
    var isPackage: Bool

    var due: Instant { submitted.advanced(milliseconds: TileJob.milliseconds) }

    func status(_ now: Instant) -> GPJob.Status { now < due ? .executing : .succeeded }

    /// The directory of its files, below that of the service (documented: its name begins so).
    var directory: String { "_agsLMapCache\(id.dropFirst().prefix(5).uppercased())" }

    func hasFiles(_ now: Instant) -> Bool {
        operation == .export && now >= due && now.milliseconds <= due.milliseconds + TileJob.life
    }
}

/// Tiles are drawn when somebody asks for them, so a job has no written form as long as it is kept.
extension TileJob: Codable {
    init(from decoder: any Decoder) throws { throw RecordReader.Broken(description: "no job of tiles is written") }
    func encode(to encoder: any Encoder) throws {
        throw RecordEncoder.Postponed(
            "a service keeps a job of exportTiles, whose tiles are drawn when they are fetched")
    }
}
