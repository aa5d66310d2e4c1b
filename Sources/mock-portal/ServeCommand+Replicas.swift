// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// The options of a process that is one of several replicas.
extension ServeCommand {
    static func takeReplicas(
        _ arguments: Arguments, _ options: inout MockEnterprise.Options
    ) throws(Exit) {
        if let state = arguments["--state"], let why = options.setState(state) {
            throw .usage("\(arguments.name("--state")): \(why)")
        }
        if let size = try arguments.number("--snapshot-after", as: UInt16.self) {
            guard options.sharedLog != nil else {
                throw .usage("--snapshot-after is of the log of replicas, and goes with --state")
            }
            options.snapshotBytes = size == 0 ? nil : Int(size) << 20
        }
        if let text = arguments["--deployment-ports"] {
            let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { UInt16($0) ?? 0 }
            guard ends.count == 2, ends[0] > 0, ends[0] <= ends[1] else {
                throw .usage("--deployment-ports must be the first and the last port, as 7500-7599, not \"\(text)\"")
            }
            guard options.sharedLog != nil else {
                throw .usage("--deployment-ports is for replicas, and goes with --state: others take free ports")
            }
            options.deploymentPorts = ends[0]...ends[1]
        }
    }
}
