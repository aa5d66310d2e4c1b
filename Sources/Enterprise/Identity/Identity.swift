// SPDX-License-Identifier: Apache-2.0

/// The slice of identity: who somebody is, by a name and a password, a certificate or a web server's word.
///
/// Read `Credentials` and `WebTier+Admission` first.
enum Identity {}
