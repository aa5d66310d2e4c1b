// SPDX-License-Identifier: Apache-2.0

import Facts

extension WMS {
    /// The rules by which Web Map Services refuse.
    enum Rules {
        static let wms = Rule(
            "wms.exception", "The WMS request cannot be answered.", advice: "See the ServiceException.",
            evidence: .documented("OGC 06-042 and OGC 01-068r3; the texts are inferred"))
        static let noWMS = Rule(
            "wms.not-enabled", "The service was published without WMS.",
            advice: "Set wms: true for the service.",
            evidence: .documented(
                "enterprise.arcgis.com/en/server/12.0/publish-services/windows/wms-services.htm: by enabling the capability"
            ))
    }

    static let rules: [Rule] = [Rules.wms, Rules.noWMS]
}
