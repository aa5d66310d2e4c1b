// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore-file: AlwaysUseLowerCamelCase
// An underscore stands for the point, as in the constants of SwiftPM's platforms.

/// The releases, one row each. A new release is a constant, which is its place in time, and its row in `releases`.
///
/// The numbers are captured or documented (docs/reference/releases.md); those of 12.0 and 12.1, and the `cim` of releases
/// between two captured ones, are inferred from the releases of ArcGIS Pro that came with them. Portals have numbers of
/// their own, which ArcGIS API for Python compares (docs/reference/releases.md#numbers-of-the-portal).
extension Version {
    /// ArcGIS Server 9.3.
    package static let v9_3 = Version(order: 9_03_00)
    /// ArcGIS Server 9.3.1.
    package static let v9_3_1 = Version(order: 9_03_01)
    /// ArcGIS Server 10.0 without a service pack.
    package static let v10_0_0 = Version(order: 10_00_00)
    /// ArcGIS Server 10.0 with service pack 1.
    package static let v10_0_1 = Version(order: 10_00_01)
    /// ArcGIS Server 10.0 with service pack 2.
    package static let v10_0_2 = Version(order: 10_00_02)
    /// ArcGIS Server 10.0 with service pack 3.
    package static let v10_0_3 = Version(order: 10_00_03)
    /// ArcGIS Server 10.0 with service pack 4.
    package static let v10_0 = Version(order: 10_00_04)
    /// ArcGIS Server 10.0 with service pack 5.
    package static let v10_0_5 = Version(order: 10_00_05)
    /// ArcGIS for Server 10.1.
    package static let v10_1 = Version(order: 10_01_00)
    /// ArcGIS for Server 10.1 with service pack 1.
    package static let v10_1_1 = Version(order: 10_01_01)
    /// ArcGIS for Server 10.2.
    package static let v10_2 = Version(order: 10_02_00)
    /// ArcGIS for Server 10.2.1.
    package static let v10_2_1 = Version(order: 10_02_01)
    /// ArcGIS for Server 10.2.2.
    package static let v10_2_2 = Version(order: 10_02_02)
    /// ArcGIS for Server 10.3.
    package static let v10_3 = Version(order: 10_03_00)
    /// ArcGIS for Server 10.3.1.
    package static let v10_3_1 = Version(order: 10_03_01)
    /// ArcGIS for Server 10.4.
    package static let v10_4 = Version(order: 10_04_00)
    /// ArcGIS for Server 10.4.1.
    package static let v10_4_1 = Version(order: 10_04_01)
    /// ArcGIS Enterprise 10.5.
    package static let v10_5 = Version(order: 10_05_00)
    /// ArcGIS Enterprise 10.5.1.
    package static let v10_5_1 = Version(order: 10_05_01)
    /// ArcGIS Enterprise 10.6.
    package static let v10_6 = Version(order: 10_06_00)
    /// ArcGIS Enterprise 10.6.1.
    package static let v10_6_1 = Version(order: 10_06_01)
    /// ArcGIS Enterprise 10.7.
    package static let v10_7 = Version(order: 10_07_00)
    /// ArcGIS Enterprise 10.7.1.
    package static let v10_7_1 = Version(order: 10_07_01)
    /// ArcGIS Enterprise 10.8.
    package static let v10_8 = Version(order: 10_08_00)
    /// ArcGIS Enterprise 10.8.1.
    package static let v10_8_1 = Version(order: 10_08_01)
    /// ArcGIS Enterprise 10.9.
    package static let v10_9 = Version(order: 10_09_00)
    /// ArcGIS Enterprise 10.9.1.
    package static let v10_9_1 = Version(order: 10_09_01)
    /// ArcGIS Enterprise 11.0.
    package static let v11_0 = Version(order: 11_00_00)
    /// ArcGIS Enterprise 11.1.
    package static let v11_1 = Version(order: 11_01_00)
    /// ArcGIS Enterprise 11.2.
    package static let v11_2 = Version(order: 11_02_00)
    /// ArcGIS Enterprise 11.3.
    package static let v11_3 = Version(order: 11_03_00)
    /// ArcGIS Enterprise 11.4.
    package static let v11_4 = Version(order: 11_04_00)
    /// ArcGIS Enterprise 11.5.
    package static let v11_5 = Version(order: 11_05_00)
    /// ArcGIS Enterprise 12.0. What portals say of themselves is inferred.
    package static let v12_0 = Version(order: 12_00_00)
    /// ArcGIS Enterprise 12.1. What portals say of themselves is inferred.
    package static let v12_1 = Version(order: 12_01_00)
    /// ArcGIS Online, which answers as its hosted services did when they were last captured whole.
    package static let online = Version(order: .max)

    /// The release of a scenario that names none (docs/contracts.md#the-command): newer ones are known by little more
    /// than their numbers.
    package static let newest: Version = v11_4

    /// The rows, oldest first.
    static let releases: [Release] = [
        Release(.v9_3, "9.3", number: nil, full: nil, portal: nil, cim: "2.0.0", build: nil),
        Release(.v9_3_1, "9.3.1", number: nil, full: nil, portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_0_0, "10.0.0", number: "10", full: nil, portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_0_1, "10.0.1", number: "10.01", full: nil, portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_0_2, "10.0.2", number: "10.02", full: nil, portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_0_3, "10.0.3", number: "10.03", full: nil, portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_0, "10.0", number: "10.04", full: nil, portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_0_5, "10.0.5", number: "10.05", full: nil, portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_1, "10.1", number: "10.1", full: "10.1", portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_1_1, "10.1.1", number: "10.11", full: "10.1.1", portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_2, "10.2", number: "10.2", full: "10.2", portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_2_1, "10.2.1", number: "10.21", full: "10.2.1", portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_2_2, "10.2.2", number: "10.22", full: "10.2.2", portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_3, "10.3", number: "10.3", full: "10.3.0", portal: nil, cim: "2.0.0", build: nil),
        Release(.v10_3_1, "10.3.1", number: "10.31", full: "10.3.1", portal: "3.8", cim: "2.0.0", build: nil),
        Release(.v10_4, "10.4", number: "10.4", full: "10.4.0", portal: "4.1", cim: "2.0.0", build: nil),
        Release(.v10_4_1, "10.4.1", number: "10.41", full: "10.4.1", portal: "4.3", cim: "2.0.0", build: nil),
        Release(.v10_5, "10.5", number: "10.5", full: "10.5.0", portal: "5.1", cim: "2.0.0", build: nil),
        Release(.v10_5_1, "10.5.1", number: "10.51", full: "10.5.1", portal: "5.2", cim: "2.0.0", build: nil),
        Release(.v10_6, "10.6", number: "10.6", full: "10.6.0", portal: "5.4", cim: "2.1.0", build: nil),
        Release(.v10_6_1, "10.6.1", number: "10.61", full: "10.6.1", portal: "6.2", cim: "2.2.0", build: nil),
        Release(.v10_7, "10.7", number: "10.7", full: "10.7.0", portal: "6.4", cim: "2.3.0", build: nil),
        Release(.v10_7_1, "10.7.1", number: "10.71", full: "10.7.1", portal: "7.1", cim: "2.4.0", build: nil),
        Release(.v10_8, "10.8", number: "10.8", full: "10.8.0", portal: "7.3", cim: "2.5.0", build: nil),
        Release(.v10_8_1, "10.8.1", number: "10.81", full: "10.8.1", portal: "8.2", cim: "2.6.0", build: nil),
        Release(.v10_9, "10.9", number: "10.9", full: "10.9.0", portal: "8.4", cim: "2.8.0", build: nil),
        Release(.v10_9_1, "10.9.1", number: "10.91", full: "10.9.1", portal: "9.2", cim: "2.9.0", build: nil),
        Release(.v11_0, "11.0", number: "11", full: "11.0.0", portal: "10.1", cim: "3.0.0", build: nil),
        Release(.v11_1, "11.1", number: "11.1", full: "11.1.0", portal: "10.3", cim: "3.1.0", build: nil),
        Release(.v11_2, "11.2", number: "11.2", full: "11.2.0", portal: "2023.2", cim: "3.2.0", build: nil),
        Release(.v11_3, "11.3", number: "11.3", full: "11.3.0", portal: "2024.1", cim: "3.3.0", build: "51526"),
        Release(.v11_4, "11.4", number: "11.4", full: "11.4.0", portal: "2024.2", cim: "3.4.0", build: "0"),
        Release(.v11_5, "11.5", number: "11.5", full: "11.5.0", portal: "2025.1", cim: "3.5.0", build: "56755"),
        Release(.v12_0, "12.0", number: "12", full: "12.0.0", portal: "2025.2", cim: "3.6.0", build: "0"),
        Release(.v12_1, "12.1", number: "12.1", full: "12.1.0", portal: "2026.1", cim: "3.7.0", build: "0"),
        Release(.online, "online", number: "11.5", full: "11.5.0", portal: "2025.1", cim: "3.5.0", build: nil),
    ]
}
