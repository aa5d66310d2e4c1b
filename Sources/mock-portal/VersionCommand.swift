// SPDX-License-Identifier: Apache-2.0

import MockPortal

enum VersionCommand {
    static let number = MockEnterprise.version
}
