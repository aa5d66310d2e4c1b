import MockPortal

/// What is wrong after a test, and where that is shown; `nil`: at the test itself.
struct Complaint {
    var text: String
    var place: (fileID: String, filePath: String, line: Int, column: Int)?

    static func all(_ portal: MockPortal, failsOn: Set<MockPortalTrait.Failing>, hygiene: Set<Hygiene>) -> [Complaint] {
        var list = portal.unmetExpectations.map {
            Complaint(text: $0.description, place: ($0.fileID, $0.filePath, $0.line, $0.column))
        }
        if failsOn.contains(.unmatchedRequests) {
            list += portal.unmatched.map { exchange in
                let hint = exchange.because.first.map { ": \($0.wouldPass)" } ?? ""
                return Complaint(text: "nothing answers #\(exchange.number) \(exchange.line())\(hint)")
            }
        }
        if failsOn.contains(.unusedFaults) {
            list += portal.faults.filter { $0.strikes == 0 }.map {
                Complaint(text: "fault \($0.id) never struck; \($0.matches) requests matched it")
            }
        }
        if !hygiene.isEmpty { list += portal.hygiene(hygiene).map { Complaint(text: $0.description) } }
        return list
    }
}
