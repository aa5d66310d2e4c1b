// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Services

/// A request and the service that it is asked of.
@dynamicMemberLookup
struct ServiceQuestion {
    typealias Answer = Result<ServiceResponse, ServiceError>

    var request: ServiceRequest
    var service: ServiceModel

    init(
        service: ServiceModel, kind: ServiceKind, version: Version, parameters: [ServiceRequest.Parameter],
        format: String, profile: Profile? = nil
    ) {
        self.service = service
        request = ServiceRequest(
            of: service.name, kind: kind, version: version, parameters: parameters, format: format, profile: profile)
    }

    subscript<Value>(dynamicMember path: WritableKeyPath<ServiceRequest, Value>) -> Value {
        get { request[keyPath: path] }
        set { request[keyPath: path] = newValue }
    }

    mutating func ask(_ operation: Resource.Answer) -> Answer {
        do throws(ServiceError) {
            return .success(try operation(&request, &service))
        } catch {
            return .failure(error)
        }
    }

    /// What is below the service: `{layer}/query`.
    mutating func ask(_ path: String) -> Answer {
        let resource = ServiceCatalog.resources.first { $0.path == path && $0.kinds.contains(request.kind) }
        return resource.map { ask($0.answer) } ?? .success(.json(.null))
    }

    mutating func output(_ file: String) -> Answer {
        ask { request, service throws(ServiceError) in
            try OutputOperation.answer(file.split(separator: "/").map(String.init), request, in: service)
        }
    }

    mutating func plan(layer: String) -> Result<QueryPlan, ServiceError> {
        do throws(ServiceError) {
            return .success(try request.plan(layer: layer, in: service))
        } catch {
            return .failure(error)
        }
    }

    /// The answer, made if it is to be made later.
    static func finished(_ answer: Answer) -> Answer {
        guard case .success(.deferred(let work)) = answer else { return answer }
        do throws(ServiceError) { return .success(try work()) } catch { return .failure(error) }
    }

    /// The JSON of an answer; for a refusal its error.
    static func json(_ answer: Answer) -> JSON {
        switch finished(answer) {
        case .success(.json(let json)), .success(.judged(let json, _)): json
        case .success(.written(let json)): (try? JSONReader.read(quoted(json))) ?? .null
        case .success: .null
        case .failure(let error): error.body.json["error"] ?? .null
        }
    }

    /// Quotes the NaN of a point without a shape, which 10.0 up to service pack 3 writes bare (captured, 10.02).
    private static func quoted(_ json: [UInt8]) -> [UInt8] {
        Array(String(decoding: json, as: UTF8.self).replacing(":NaN", with: #":"NaN""#).utf8)
    }
}
