// SPDX-License-Identifier: Apache-2.0

// What the public face speaks of, so that `import MockEnterprise` is enough: releases, rules and findings; and the doors.
@_exported public import Enterprise
@_exported public import Facts
