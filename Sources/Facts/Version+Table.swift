// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore-file: AlwaysUseLowerCamelCase
// An underscore stands for the point, as in the constants of SwiftPM's platforms.

/// The releases, one row each. A new release is a row here and its name in `known`.
extension Version {
    /// ArcGIS Server 9.3.
    package static let v9_3 = Version("9.3", number: nil, full: nil, portal: nil, cim: "2.0.0", build: nil)
    /// ArcGIS Server 10.0.
    package static let v10_0 = Version("10.0", number: "10.04", full: nil, portal: nil, cim: "2.0.0", build: nil)
    /// ArcGIS Server 10.1.
    package static let v10_1 = Version("10.1", number: "10.1", full: "10.1", portal: nil, cim: "2.0.0", build: nil)
    /// ArcGIS Server 10.2.
    package static let v10_2 = Version("10.2", number: "10.2", full: "10.2", portal: nil, cim: "2.0.0", build: nil)
    /// ArcGIS for Server 10.3.
    package static let v10_3 = Version("10.3", number: "10.3", full: "10.3.0", portal: nil, cim: "2.0.0", build: nil)
    /// ArcGIS for Server 10.3.1.
    package static let v10_3_1 = Version(
        "10.3.1", number: "10.31", full: "10.3.1", portal: "10.3.1", cim: "2.0.0", build: nil)
    /// ArcGIS for Server 10.4.
    package static let v10_4 = Version(
        "10.4", number: "10.4", full: "10.4.0", portal: "10.4.0", cim: "2.0.0", build: nil)
    /// ArcGIS Enterprise 10.5.1.
    package static let v10_5_1 = Version(
        "10.5.1", number: "10.51", full: "10.5.1", portal: "10.5.1", cim: "2.0.0", build: nil)
    /// ArcGIS Enterprise 10.6.1.
    package static let v10_6_1 = Version(
        "10.6.1", number: "10.61", full: "10.6.1", portal: "10.6.1", cim: "2.2.0", build: nil)
    /// ArcGIS Enterprise 10.7.1.
    package static let v10_7_1 = Version(
        "10.7.1", number: "10.71", full: "10.7.1", portal: "10.7.1", cim: "2.4.0", build: nil)
    /// ArcGIS Enterprise 10.8.1.
    package static let v10_8_1 = Version(
        "10.8.1", number: "10.81", full: "10.8.1", portal: "10.8.1", cim: "2.6.0", build: nil)
    /// ArcGIS Enterprise 10.9.1.
    package static let v10_9_1 = Version(
        "10.9.1", number: "10.91", full: "10.9.1", portal: "10.9.1", cim: "2.9.0", build: nil)
    /// ArcGIS Enterprise 11.1.
    package static let v11_1 = Version(
        "11.1", number: "11.1", full: "11.1.0", portal: "11.1.0", cim: "3.1.0", build: nil)
    /// ArcGIS Enterprise 11.3.
    package static let v11_3 = Version(
        "11.3", number: "11.3", full: "11.3.0", portal: "2024.1", cim: "3.3.0", build: "0")
    /// ArcGIS Enterprise 11.4.
    package static let v11_4 = Version(
        "11.4", number: "11.4", full: "11.4.0", portal: "2024.2", cim: "3.4.0", build: "0")
    /// ArcGIS Online, which answers as its hosted services did last (inferred).
    package static let online = Version(
        "online", number: "11.4", full: "11.4.0", portal: "2025.1", cim: "3.4.0", build: nil)

    /// Every release that has a profile, oldest first; ArcGIS Online, which has no number, comes last.
    package static let known: [Version] = [
        v9_3, v10_0, v10_1, v10_2, v10_3, v10_3_1, v10_4, v10_5_1, v10_6_1, v10_7_1, v10_8_1, v10_9_1, v11_1, v11_3,
        v11_4, online,
    ]

    /// The newest release of ArcGIS Enterprise, which a scenario without a version gets.
    package static let newest: Version = known.last { !$0.isOnline } ?? v11_4
}
