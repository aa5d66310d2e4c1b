// SPDX-License-Identifier: Apache-2.0

/// The slice of tokens: the doors that issue them, and the filter that checks them.
///
/// Read `Tokens+Routes` first.
enum Tokens {}
