// SPDX-License-Identifier: Apache-2.0

internal import CGEOS

/// The functions of GEOS, which the first use loads: docs/decisions/0034-libraries-loaded-when-needed.md.
///
/// Nothing changes them once they are there.
@unsafe let geos: mp_geos = unsafe mp_geos_library().pointee
