// SPDX-License-Identifier: Apache-2.0

import MockPortal

/// A theme stands for all its scenarios in `list` and `check`. Elsewhere it is an error that lists them.
enum Themes {
    static func refuse(_ name: String) throws(Exit) {
        let names = BuiltInScenarios.names(theme: name)
        guard !names.isEmpty, !BuiltInScenarios.names.contains(name) else { return }
        throw Exit(
            2, "mock-portal: \"\(name)\" is a theme; choose one of its scenarios:\n\(BuiltInScenarios.list(names))")
    }
}
