// SPDX-License-Identifier: Apache-2.0

import Facts

extension QueryReader {
    /// Returns a parameter's value, if it has one and the release knows the parameter.
    func given(_ name: String) -> String? {
        guard let value = request.given(name) else { return nil }
        guard let since = QueryParameter.releases[name] else { return value }
        return request.version >= since ? value : nil
    }

    func isTrue(_ name: String, default: Bool = false) -> Bool {
        given(name) == nil ? `default` : request.isTrue(name)
    }
}
