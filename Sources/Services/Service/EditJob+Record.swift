// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A job that is over can be written. One that is under way cannot: what it does is code.
extension EditJob: Codable {
    private enum CodingKeys: CodingKey {
        case id, due, result, ending
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try values.decode(String.self, forKey: .id), due: try values.decode(Instant.self, forKey: .due),
            result: try values.decode(Outcome.self, forKey: .result).result,
            ending: try values.decode(String.self, forKey: .ending))
    }

    package func encode(to encoder: any Encoder) throws {
        guard let result else { throw RecordEncoder.Postponed("an asynchronous job is under way") }
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(due, forKey: .due)
        try values.encode(try Outcome(result), forKey: .result)
        try values.encode(ending, forKey: .ending)
    }

    /// What came of a job, with nothing left to do.
    private enum Outcome: Codable {
        case json(JSON)
        case written([UInt8])
        case judged(JSON, [Verdict])
        case bytes([UInt8], type: String)
        case file(FileResponse)
        case page(title: String, body: String, status: Int)
        case refused(ErrorBody, Verdict, status: Int, type: String?, delay: Duration)

        init(_ result: Result<ServiceResponse, ServiceError>) throws {
            switch result {
            case .success(.json(let json)): self = .json(json)
            case .success(.written(let bytes)): self = .written(bytes)
            case .success(.judged(let json, let verdicts)): self = .judged(json, verdicts)
            case .success(.bytes(let bytes, let type)): self = .bytes(bytes, type: type)
            case .success(.file(let file)): self = .file(file)
            case .success(.page(let title, let body, let status)):
                self = .page(title: title, body: body, status: status)
            case .success(.deferred(let make)):
                try self.init(Result { () throws(ServiceError) in try make() })
            case .failure(let error):
                self = .refused(error.body, error.verdict, status: error.status, type: error.type, delay: error.delay)
            }
        }

        var result: Result<ServiceResponse, ServiceError> {
            switch self {
            case .json(let json): .success(.json(json))
            case .written(let bytes): .success(.written(bytes))
            case .judged(let json, let verdicts): .success(.judged(json, verdicts))
            case .bytes(let bytes, let type): .success(.bytes(bytes, type: type))
            case .file(let file): .success(.file(file))
            case .page(let title, let body, let status): .success(.page(title: title, body: body, status: status))
            case .refused(let body, let verdict, let status, let type, let delay):
                .failure(ServiceError(body, verdict, status: status, type: type, delay: delay))
            }
        }
    }
}
