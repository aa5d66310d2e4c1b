// SPDX-License-Identifier: Apache-2.0

// The types of the public API, so that importing this module is enough: releases, rules and findings; and the doors.
@_exported public import Enterprise
@_exported public import Facts
