import Testing

@testable import MockPortal
