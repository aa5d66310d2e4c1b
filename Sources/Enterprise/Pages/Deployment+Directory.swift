// SPDX-License-Identifier: Apache-2.0

import Services

/// Pages of the services directory.
extension Deployment {
    /// Where in the services directory the answer stands. Only for pages: what is asked for otherwise, which is nearly all, needs none.
    func directoryLocation(_ context: RequestContext) -> DirectoryLocation? {
        guard case .server(let index) = context.site else { return nil }
        switch context.format {
        case .html, .other:
            var page = DirectoryLocation(context, isSecured: servers[index].isSecured)
            if page?.form == nil { page?.form = taskForm(context, server: index) }
            return page
        default: return nil
        }
    }

    /// The form of `execute` and `submitJob` of the task that the request is about; `nil`: it is about another resource, or no task's.
    func taskForm(_ context: RequestContext, server: Int) -> DirectoryForm? {
        let titles = ["execute": "Execute Task", "submitJob": "Submit Job"]
        guard let name = context.names["task"], let operation = context.route.path.split(separator: "/").last,
            let title = titles[String(operation)]
        else { return nil }
        let service = [context.names["folder"], context.names["service"]].compactMap { $0 }.joined(separator: "/")
        let tasks = servers[server].services.first { $0.name == service && $0.types.contains("GPServer") }?.map.tasks
        return tasks?.first { $0.name == name }.map { DirectoryForm(title, of: $0) }
    }
}
