// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// One list of settings for every Swift target: Swift 6, strict memory safety, warnings as errors, and the upcoming
/// features that make imports say what they are for.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
]

let package = Package(
    name: "mock-portal",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "MockPortal", targets: ["MockPortal"]),
        .library(name: "MockPortalTesting", targets: ["MockPortalTesting"]),
        .library(name: "MockPortalXCTest", targets: ["MockPortalXCTest"]),
        .executable(name: "mock-portal", targets: ["mock-portal"]),
    ],
    targets: [
        // System libraries: the apt and brew names are the ones in `packages.txt`.
        .systemLibrary(
            name: "COpenSSL", path: "Sources/C/COpenSSL", pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .systemLibrary(
            name: "CLibevent", path: "Sources/C/CLibevent", pkgConfig: "libevent_openssl",
            providers: [.apt(["libevent-dev"]), .brew(["libevent"])]),
        .systemLibrary(
            name: "CSQLite", path: "Sources/C/CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(
            name: "CPNG", path: "Sources/C/CPNG", pkgConfig: "libpng",
            providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
        .systemLibrary(
            name: "CJPEG", path: "Sources/C/CJPEG", pkgConfig: "libturbojpeg",
            providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),
        // Debian's giflib has no file for pkg-config; it lies where compilers look.
        .systemLibrary(
            name: "CGIF", path: "Sources/C/CGIF", providers: [.apt(["libgif-dev"]), .brew(["giflib"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/C/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "XMLSecLibrary", path: "Sources/C/XMLSecLibrary", pkgConfig: "xmlsec1-openssl",
            providers: [.apt(["libxmlsec1-dev"]), .brew(["libxmlsec1"])]),
        // Loaded when they are first needed: no target links them, the targets are for their headers.
        .target(name: "CLoading", path: "Sources/C/CLoading"),
        .target(name: "CGEOS", dependencies: ["CLoading"], path: "Sources/C/CGEOS"),
        .target(name: "CCairo", dependencies: ["CLoading"], path: "Sources/C/CCairo"),
        .target(name: "CPROJ", dependencies: ["CLoading"], path: "Sources/C/CPROJ"),
        .target(name: "CGSSAPI", dependencies: ["CLoading"], path: "Sources/C/CGSSAPI"),
        .target(name: "CYAML", dependencies: ["CLoading"], path: "Sources/C/CYAML"),
        .target(name: "CHiredis", dependencies: ["CLoading"], path: "Sources/C/CHiredis"),
        .target(name: "CXMLSec", dependencies: ["XMLSecLibrary"], path: "Sources/C/CXMLSec"),
        .target(name: "CThreads", path: "Sources/C/CThreads"),
        .target(name: "CLasting", dependencies: ["COpenSSL"], path: "Sources/C/CLasting"),
        .target(name: "CAssets", path: "Sources/C/CAssets"),

        .target(name: "Facts", swiftSettings: settings),
        .target(name: "Formats", dependencies: ["Facts", "CZlib"], swiftSettings: settings),
        .target(
            name: "Trust", dependencies: ["Formats", "COpenSSL", "CXMLSec", "CThreads", "CLasting", "CGSSAPI"],
            swiftSettings: settings),
        .target(
            name: "Engine", dependencies: ["Formats", "Trust", "CLibevent", "COpenSSL", "CThreads"],
            swiftSettings: settings),
        .target(
            name: "Services",
            dependencies: [
                "Facts", "Formats", "Trust", "CSQLite", "CLoading", "CGEOS", "CPROJ", "CCairo", "CPNG", "CJPEG",
                "CGIF",
            ], swiftSettings: settings),
        .target(
            name: "Enterprise", dependencies: ["Facts", "Formats", "Trust", "Services", "CAssets"],
            swiftSettings: settings),
        .target(name: "Recording", dependencies: ["Facts", "Formats", "CYAML"], swiftSettings: settings),
        .target(
            name: "Replication", dependencies: ["Formats", "Trust", "Engine", "CHiredis"], swiftSettings: settings),
        .target(
            name: "MockPortal",
            dependencies: [
                "Facts", "Formats", "Trust", "Engine", "Services", "Enterprise", "Recording", "Replication",
            ],
            swiftSettings: settings),
        .target(name: "MockPortalTesting", dependencies: ["MockPortal"], swiftSettings: settings),
        .target(name: "MockPortalXCTest", dependencies: ["MockPortal"], swiftSettings: settings),
        .executableTarget(name: "mock-portal", dependencies: ["MockPortal"], swiftSettings: settings),

        .target(name: "CStackUse", path: "Tests/CStackUse"),
        // By itself: what is built optimized cannot have TestSupport, which is of the testing library.
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["Engine", "CStackUse", "SeededRandom"], path: "Tests/Support",
            swiftSettings: settings),
        // What takes bytes of others, for tests that give it absurd ones.
        .target(
            name: "FuzzTargets", dependencies: ["MockPortal", "Recording", "Enterprise", "Trust", "Facts", "Formats"],
            path: "Tests/Fuzz/Targets", swiftSettings: settings),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "FactsTests", dependencies: ["Facts", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "FormatsTests", dependencies: ["Formats", "Facts", "TestSupport"], swiftSettings: settings),
        .testTarget(name: "TrustTests", dependencies: ["Trust", "Formats", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "EngineTests", dependencies: ["Engine", "Formats", "Trust", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "ServicesTests",
            dependencies: ["Services", "Facts", "Formats", "CAssets", "CLoading", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "EnterpriseTests", dependencies: ["Enterprise", "Facts", "Formats", "Services", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "RecordingTests", dependencies: ["Recording", "Facts", "Formats", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "ReplicationTests", dependencies: ["Replication", "Formats", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "MockPortalTests",
            dependencies: [
                "MockPortal", "Recording", "Replication", "Enterprise", "Engine", "Trust", "Facts", "Formats",
                "TestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "MockPortalTestingTests", dependencies: ["MockPortalTesting", "MockPortal"], swiftSettings: settings),
        .testTarget(
            name: "MockPortalXCTestTests", dependencies: ["MockPortalXCTest", "MockPortal"], swiftSettings: settings),
    ]
)

// What measures the inside of the package belongs to it, and to nobody else's build: `make bench` asks for it.
if Context.environment["MOCK_PORTAL_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "InProcessBench", dependencies: ["MockPortal", "Engine", "Enterprise", "Facts", "Formats", "Trust"],
            path: "Benchmarks/InProcess", swiftSettings: settings))
}

// What libFuzzer leads; it has a `main` of its own: `make libfuzzer` asks for it.
if Context.environment["MOCK_PORTAL_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "FuzzDriver", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver", swiftSettings: settings))
}

// What asks a deployment absurd requests, without sockets: `make fuzz-rounds` asks for it.
if Context.environment["MOCK_PORTAL_FUZZ_ROUNDS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "FuzzRounds", dependencies: ["FuzzTargets", "SeededRandom", "Enterprise", "Facts", "Formats"],
            path: "Tests/Fuzz/Rounds",
            swiftSettings: settings))
}
