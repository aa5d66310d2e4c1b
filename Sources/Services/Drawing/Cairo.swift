// SPDX-License-Identifier: Apache-2.0

internal import CCairo

/// The functions of cairo, which the first picture loads: docs/decisions/0034-libraries-loaded-when-needed.md.
///
/// Nothing changes them once they are there.
@unsafe let cairo: mp_cairo = unsafe mp_cairo_library().pointee
