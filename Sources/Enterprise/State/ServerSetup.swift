// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What administrators have set up on a server, besides its services and the users of its store.
struct ServerSetup: Sendable, Codable {
    /// The settings that were changed, by the path of their resource below `admin`.
    var settings: [String: JSON] = [:]
    /// The lists that were changed, by the path of their resource: directories, web adaptors, usage reports.
    var lists: [String: [JSON]] = [:]
    /// The folders that were created, in order.
    var folders: [ServerFolder] = []
    /// The roles that were created, and those that users of the scenario have.
    var roles: [StoreRole] = []
    var uploads: [ServerUpload] = []
    /// The certificates of its machine.
    var certificates: [SiteCertificate] = []
    /// A Boolean value that indicates whether the machine's own certificate is one of them, or is deleted.
    var ownsCertificates = false
    /// The asynchronous operations, oldest first.
    var jobs: [ServerJob] = []
    /// What was exported, by location.
    var exports: [String: ServerExport] = [:]
    var log = SiteLog()
    var usage = ServerUsage()
    /// A Boolean value that indicates whether the primary site administrator may not sign in.
    var isAdministratorDisabled = false
    /// A Boolean value that indicates whether the machine is stopped: it can be administered, and hosts nothing.
    var isStopped = false
    /// When the operation on the machine ends that is under way.
    var machineBusyUntil: Instant?
    /// The server whose site the machine has joined.
    var joined: Int?

    /// The site that the roles of its users belong to.
    init(_ accounts: Accounts) {
        var seen: Set<String> = []
        for role in accounts.list.flatMap(\.roles) where seen.insert(role).inserted {
            roles.append(StoreRole(name: role, description: ""))
        }
    }

    /// The only value of a setting that doors ask for, or `nil` while nobody has changed it.
    func setting(_ path: String, _ name: String) -> JSON? { settings.isEmpty ? nil : settings[path]?[name] }

    /// A Boolean value that indicates whether the services directory has pages.
    var hasServicesDirectory: Bool {
        setting(SettingsPath.servicesDirectory, "enabled")?.text.map { ASCII.equal($0, "true") } ?? true
    }

    /// A Boolean value that indicates whether files of the directories need a token.
    var securesDirectories: Bool { setting(SettingsPath.security, "virtualDirsSecurityEnabled")?.truth ?? false }

    /// A Boolean value that indicates whether plain HTTP is redirected to HTTPS.
    var isHTTPSOnly: Bool { setting(SettingsPath.security, "httpEnabled")?.truth == false }

    /// The addresses that may administer the site; empty: all.
    var administrators: [String] {
        let text = setting(SettingsPath.security, "allowedAdminAccessIPs")?.text ?? ""
        return text.split(separator: ",").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    }
}

/// The paths of settings that doors ask for.
enum SettingsPath {
    static let security = "security/config"
    static let servicesDirectory = "system/handlers/rest/servicesdirectory"
    static let log = "logs/settings"
    static let properties = "system/properties"
    static let usage = "usagereports/settings"
}
