// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// `f=jsapi` of a map service (documented: map-service). Real pages load Esri's API from the internet and show an
/// interactive map; this one shows the service's full extent as `export` draws it.
enum ViewerPage {
    static func page(_ service: ServiceModel, _ context: RequestContext) -> Page {
        let path = context.call.request.target.path
        let token = context.parameters.given("token").map { "&token=\(Percent.encode($0))" } ?? ""
        let picture = "\(path)/export?bbox=\(service.fullBox)&size=800,600&format=png&f=image\(token)"
        return Page(
            title: "ArcGIS JavaScript API: \(service.name)",
            body: """
                <h1>\(Page.escape(service.name))</h1>
                <p><img src="\(Page.escape(picture))" width="800" height="600" alt="\(Page.escape(service.name))"></p>
                <p>\(ServicesPage.link("Service", path))</p>
                """)
    }
}
