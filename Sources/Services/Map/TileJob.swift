// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A job of `exportTiles` or `estimateExportTilesSize`. Its status follows from the deployment's clock; the tiles are
/// drawn when somebody asks for them.
struct TileJob: Sendable {
    enum Operation: String, Sendable, Codable {
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
    /// The tiles; `nil` once its files are gone, or if it was read from a record.
    var package: TilePackage?
    /// What an estimate found, if it was made already.
    var estimated: Estimate?
    /// Whether the files are in a package, not in a folder.
    var isPackage: Bool

    struct Estimate: Sendable, Hashable, Codable {
        var size: Int
        var count: Int
    }

    /// Returns what an estimate finds: some of the tiles are drawn.
    func estimate() -> Estimate {
        estimated ?? package.map { Estimate(size: $0.export.estimatedSize(), count: $0.export.count) }
            ?? Estimate(size: 0, count: 0)
    }

    var due: Instant { submitted.advanced(milliseconds: TileJob.milliseconds) }

    func status(_ now: Instant) -> GPJob.Status { now < due ? .executing : .succeeded }

    /// The directory of its files, below that of the service (documented: its name begins so).
    var directory: String { "_agsLMapCache\(id.dropFirst().prefix(5).uppercased())" }

    func hasFiles(_ now: Instant) -> Bool {
        operation == .export && now >= due && now.milliseconds <= due.milliseconds + TileJob.life
    }
}

/// Tiles are drawn when somebody asks for them, so a job whose files can be asked for has no written form.
extension TileJob: Codable {
    private enum CodingKeys: CodingKey {
        case id, operation, submitted, inputs, isPackage, estimated
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id),
            operation: try values.decode(Operation.self, forKey: .operation),
            submitted: try values.decode(Instant.self, forKey: .submitted),
            inputs: try values.decode([JSON.Member].self, forKey: .inputs),
            estimated: try values.decodeIfPresent(Estimate.self, forKey: .estimated),
            isPackage: try values.decode(Bool.self, forKey: .isPackage))
    }

    func encode(to encoder: any Encoder) throws {
        let now = OutputFiles.now(encoder.userInfo)
        guard operation == .estimate || now.map({ $0.milliseconds > due.milliseconds + TileJob.life }) == true else {
            throw RecordEncoder.Postponed("the tiles of exportTiles are drawn when they are fetched, for ten minutes")
        }
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(operation, forKey: .operation)
        try values.encode(submitted, forKey: .submitted)
        try values.encode(inputs, forKey: .inputs)
        try values.encodeIfPresent(operation == .estimate ? estimate() : nil, forKey: .estimated)
        try values.encode(isPackage, forKey: .isPackage)
    }
}
