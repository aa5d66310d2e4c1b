// SPDX-License-Identifier: Apache-2.0

import Enterprise
package import Facts
import Trust
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that a scenario was read from (itself, what it extends, its data), and whether one of them has changed.
package struct Watch {
    private struct Stamp: Hashable {
        var file: UInt64
        var size: Int64
        var seconds: Int
        var nanoseconds: Int
    }

    private let path: String
    /// How each was before it was read; `nil`: there was no such file.
    private var stamps: [String: Stamp?] = [:]
    /// What a change looked like when it was first seen: a file is read once it rests.
    private var stirred: [String: Stamp?]?

    /// Watches nothing yet: what is started is what is watched.
    package init(_ path: String) {
        self.path = DiskFiles().resolve(path, from: "")
    }

    /// Starts what the files describe. What changes from now on is noticed, even while they are read.
    package mutating func start(
        options: MockEnterprise.Options = MockEnterprise.Options()
    ) throws(MockEnterpriseError) -> MockEnterprise {
        let (scenario, findings) = read()
        guard let scenario else { throw MockEnterpriseError(.invalidScenario, findings) }
        return try MockEnterprise(scenario, options: options)
    }

    /// Whether something has changed, and rests since the last time this was asked.
    package mutating func hasChanged() -> Bool {
        let now = Watch.stamps(of: stamps.keys)
        guard now != stamps else {
            stirred = nil
            return false
        }
        guard now == stirred else {
            stirred = now
            return false
        }
        stirred = nil
        return true
    }

    /// Serves the scenario as it is now; what is wrong with it is told, and then the old one stays.
    package mutating func reload(_ portal: MockEnterprise) -> [Finding] {
        let (scenario, findings) = read()
        guard let scenario else { return findings }
        do throws(MockEnterpriseError) {
            try portal.instance.replace(with: scenario)
            return findings
        } catch {
            return error.findings
        }
    }

    private mutating func read() -> (Enterprise.Scenario?, [Finding]) {
        let files = ReadFiles()
        defer { stamps = files.stamps.withLock { $0 } }
        return ScenarioLoader.load(path, files: files)
    }

    private static func stamps(of paths: some Sequence<String>) -> [String: Stamp?] {
        Dictionary(uniqueKeysWithValues: paths.map { ($0, stamp($0)) })
    }

    private static func stamp(_ path: String) -> Stamp? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        #if canImport(Glibc)
            let changed = status.st_mtim
        #else
            let changed = status.st_mtimespec
        #endif
        return Stamp(
            file: UInt64(status.st_ino), size: Int64(status.st_size), seconds: changed.tv_sec,
            nanoseconds: changed.tv_nsec)
    }

    /// The disk's files, and how those that somebody wanted to read were before they were read.
    private struct ReadFiles: ScenarioFiles {
        let stamps = Lock<[String: Stamp?]>([:])
        private let disk = DiskFiles()

        var builtInNames: [String] { disk.builtInNames }
        func builtIn(_ name: String) -> String? { disk.builtIn(name) }
        func names(beside path: String) -> [String] { disk.names(beside: path) }
        func resolve(_ name: String, from file: String) -> String { disk.resolve(name, from: file) }
        func read(_ path: String) -> [UInt8]? {
            if !path.hasPrefix(EmbeddedScenarios.prefix) {
                stamps.withLock { stamps in
                    if stamps[path] == nil { stamps[path] = .some(Watch.stamp(path)) }
                }
            }
            return disk.read(path)
        }
    }
}
