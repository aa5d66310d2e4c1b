// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let package = Package(
    name: "portal-client",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "mock-portal", path: "../..")],
    targets: [
        .target(name: "PortalClient"),
        .testTarget(
            name: "PortalClientTests",
            dependencies: [
                "PortalClient", .product(name: "MockPortal", package: "mock-portal"),
                .product(name: "MockPortalTesting", package: "mock-portal"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
