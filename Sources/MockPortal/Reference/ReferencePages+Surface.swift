// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts

extension ReferencePages {
    /// Returns the documented paths of real systems, and how many of them are emulated.
    static var surface: String {
        let rows = Surface.all
        var lines = [
            "## The whole surface", "",
            """
            Every path that the documentation of portals and servers names, or that a released client asks for. What is
            not emulated answers with a rule that ends in `.not-emulated`; `results` of the portal, the server or the
            service in a scenario can give its answer. Whether a path is emulated, the routes say.
            """, "",
        ]
        var areas: [String] = []
        var counts: [String: (known: Int, emulated: Int)] = [:]
        for row in rows {
            let area = Surface.area(of: row)
            if counts[area] == nil { areas.append(area) }
            counts[area, default: (0, 0)].known += 1
            if Router.emulates(row) { counts[area, default: (0, 0)].emulated += 1 }
        }
        lines += ["| door | documented paths | emulated | share |", "|---|---|---|---|"]
        lines += areas.map { area in
            let (known, emulated) = counts[area] ?? (0, 0)
            return "| `\(area)` | \(known) | \(emulated) | \(emulated * 100 / max(known, 1)) % |"
        }
        lines += ["", "### Not emulated", ""]
        lines += ["| path | method | since | until | why | source |", "|---|---|---|---|---|---|"]
        lines += rows.filter { !Router.emulates($0) }.map { row in
            let why = Surface.limit(of: row)?.reason ?? ""
            let source = SourceLinks.linked(row.evidence.source)
            return "| \(row.kind.rawValue): `\(row.path)` | \(row.method.rawValue) | \(row.since?.name ?? "") "
                + "| \(row.until?.name ?? "") | \(why) | \(source) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
