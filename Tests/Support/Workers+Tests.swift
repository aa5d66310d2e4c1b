// SPDX-License-Identifier: Apache-2.0

package import Engine

extension Workers {
    /// The pool for what tests have done at once: no request of another test waits behind it.
    package static let tests = Workers(name: "mock-tests")
}
