// SPDX-License-Identifier: Apache-2.0

// The types of the public API, so that `import MockPortal` is enough: rules, verdicts and findings; doors, events and faults.
@_exported public import Enterprise
@_exported public import Facts
