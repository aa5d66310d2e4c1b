// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder of a package that was unpacked somewhere: the program in `lib/mock-portal`, and beside it what its libraries
/// look for at places that were compiled in.
package struct Installation: Sendable, Hashable {
    /// The folder, without a slash at its end.
    package let root: String

    /// Finds the folder that an executable stands in, or `nil` if it is no package's: then the machine's files are used.
    package init?(executable path: String) {
        let place = "/lib/mock-portal/mock-portal"
        guard path.hasSuffix(place) else { return nil }
        root = String(path.dropLast(place.count))
        guard Self.exists("\(root)/share/mock-portal") else { return nil }
    }

    /// Returns the variables that OpenSSL, PROJ and fontconfig read. `given` are those of the process.
    ///
    /// `MOCK_PORTAL_PROJ_DATA` names a folder with grids. The machine's fonts go before the package's.
    package func variables(given: (String) -> String?) -> [String: String] {
        var variables: [String: String] = [:]
        let modules = "\(root)/lib/mock-portal/ossl-modules"
        if Self.exists(modules) { variables["OPENSSL_MODULES"] = modules }
        let data = given("MOCK_PORTAL_PROJ_DATA") ?? "\(root)/share/mock-portal/proj"
        if Self.exists(data) {
            variables["PROJ_DATA"] = data
            // A database of another PROJ in the user's folder would be of another layout.
            variables["PROJ_USER_WRITABLE_DIRECTORY"] = data
        }
        let fonts = "\(root)/share/mock-portal/fonts/fonts.conf"
        if given("FONTCONFIG_FILE") == nil, !Self.exists("/etc/fonts/fonts.conf"), Self.exists(fonts) {
            variables["FONTCONFIG_FILE"] = fonts
        }
        return variables
    }

    /// Sets the variables of the process. Call this before any thread is started.
    package static func prepare() {
        guard let path = executable, let installation = Installation(executable: path) else { return }
        let variables = installation.variables { name in
            guard let value = unsafe getenv(name) else { return nil }
            let text = unsafe String(cString: value)
            return text.isEmpty ? nil : text
        }
        for (name, value) in variables { unsafe _ = setenv(name, value, 1) }
    }

    /// The program's own file, behind all links.
    private static var executable: String? {
        #if canImport(Glibc)
            var path = [CChar](repeating: 0, count: 4096)
            let count = unsafe readlink("/proc/self/exe", &path, path.count)
            guard count > 0, count < path.count else { return nil }
            return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #else
            var (name, length) = ([CChar](repeating: 0, count: 4096), UInt32(4096))
            guard unsafe _NSGetExecutablePath(&name, &length) == 0, let path = unsafe realpath(name, nil) else {
                return nil
            }
            defer { unsafe free(path) }
            return unsafe String(cString: path)
        #endif
    }

    private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }
}
