import Testing

@testable import MapServices
