// SPDX-License-Identifier: Apache-2.0

import Formats

extension ScenarioLoader {
    /// Names that others may refer to. They may be thousands, as may be what refers to them: so they are listed once, when
    /// the first is looked up, and looked up in a set; what is suggested comes in the order in which the scenario has
    /// them.
    final class Names {
        private let made: () -> [String]
        private lazy var list = made()
        private lazy var known = Set(list)

        init(_ made: @escaping @autoclosure () -> [String]) { self.made = made }

        func contains(_ name: String) -> Bool { known.contains(name) }

        /// Returns what a name that is not there may have meant.
        func nearest(to name: String) -> String? { Suggestion.nearest(to: name, among: list) }
    }
}
