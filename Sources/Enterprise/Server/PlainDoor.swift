import MapServices

/// The door in front of what has no `f`, files and OGC's services: it refuses in JSON, and sends no browser to a login
/// page, for these are asked by programs (inferred).
enum PlainDoor {
    static func answer(
        _ deployment: inout Deployment, _ visit: inout Visit, type: Reading.Kind, resource: Resource
    ) -> Outcome {
        let format = visit.format
        if format != .pjson { visit.format = .json }
        defer { visit.format = format }
        var outcome = ServiceDoor.answer(&deployment, &visit, type: type, resource: resource)
        outcome.isAlwaysJSON = true
        return outcome
    }
}
