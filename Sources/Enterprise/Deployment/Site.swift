/// One portal or one server of a deployment, by its place in the list.
enum Site: Sendable, Hashable {
    case portal(Int)
    case server(Int)

    var kind: Route.Kind {
        switch self {
        case .portal: .portal
        case .server: .server
        }
    }
}
