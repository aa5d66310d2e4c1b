import Testing

@testable import Enterprise
