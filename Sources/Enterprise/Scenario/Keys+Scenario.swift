// SPDX-License-Identifier: Apache-2.0

/// The format of scenario files.
extension Keys {
    package static var scenario: Keys { Scenario.table.keys }
    package static var event: Keys { Event.table.keys }
    package static var fault: Keys { Fault.table.keys }

    static let anyInteger = 0...Int(Int32.max)
    static let ports = 0...65_535
}
