/// One place that hands out or checks tokens. Doors differ in method rules, wording and envelope.
package enum Door: String, Sendable, Hashable, CaseIterable {
    case sharingGenerateToken = "sharing/generateToken"
    case sharingRestGenerateToken = "sharing/rest/generateToken"
    case sharing = "sharing"
    case oauth2 = "oauth2"
    case tokensGenerateToken = "tokens/generateToken"
    case adminGenerateToken = "admin/generateToken"
    case admin = "admin"
    case portalAdmin = "portaladmin"
    case info = "rest/info"
    case idp = "idp"
    case catalog = "catalog"
    case service = "service"
}
