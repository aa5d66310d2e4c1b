// SPDX-License-Identifier: Apache-2.0

import Formats

/// A way to read a whole layer page by page: the ids that came, in the order in which they came, twice if they came twice.
/// What a client gives up on it leaves out.
struct PagingStyle: Sendable {
    typealias Read = @Sendable (inout PagedLayer) -> [Int]

    var name: String
    var format = "json"
    var read: Read

    init(_ name: String, format: String = "json", _ read: @escaping Read) {
        (self.name, self.format, self.read) = (name, format, read)
    }

    static let everything = [("where", "1=1"), ("outFields", "*")]

    // MARK: resultOffset

    /// Until a page says no more that others follow; on by as many rows as came.
    static func byFlag(_ size: Int?, _ more: [(String, String)] = []) -> Read {
        { shelf in
            var ids: [Int] = []
            while true {
                let count = size.map { [("resultRecordCount", "\($0)")] } ?? []
                guard let page = shelf.post(everything + more + count + [("resultOffset", "\(ids.count)")]) else {
                    break
                }
                ids += page.ids
                if !page.isCut || page.isError { break }
            }
            return ids
        }
    }

    /// Until a page is not full; on by the size of a page.
    static func byFullPages(_ size: Int, _ more: [(String, String)] = []) -> Read {
        { shelf in
            var ids: [Int] = []
            for offset in 0... {
                let paging = [("resultOffset", "\(offset * size)"), ("resultRecordCount", "\(size)")]
                guard let page = shelf.get(everything + more + paging) else { break }
                ids += page.ids
                if page.ids.count < size { break }
            }
            return ids
        }
    }

    /// As many pages as the count of the rows needs.
    static func byCount(_ size: Int) -> Read {
        { shelf in
            guard let count = shelf.get([("where", "1=1"), ("returnCountOnly", "true")])?.json["count"]?.integer
            else { return [] }
            return stride(from: 0, to: count, by: size).flatMap { offset in
                let paging = [("resultOffset", "\(offset)"), ("resultRecordCount", "\(size)")]
                return shelf.post(everything + paging)?.ids ?? []
            }
        }
    }

    // MARK: Object ids

    static func allIDs(_ shelf: inout PagedLayer) -> [Int] {
        let page = shelf.get([("where", "1=1"), ("returnIdsOnly", "true")])
        return page?.json["objectIds"]?.elements?.compactMap(\.integer) ?? []
    }

    /// Lists of ids, as long as a page may be.
    static func byIDs(isPost: Bool, _ parameters: @escaping @Sendable ([Int]) -> [(String, String)]) -> Read {
        { shelf in
            let all = allIDs(&shelf)
            return stride(from: 0, to: all.count, by: PagedLayer.limit).flatMap { index -> [Int] in
                let asked =
                    parameters(Array(all[index..<min(index + PagedLayer.limit, all.count)])) + [("outFields", "*")]
                return (isPost ? shelf.post(asked) : shelf.get(asked))?.ids ?? []
            }
        }
    }

    /// From the first to the last of as many ids as a page may have, in their order.
    static func byIDWindows(_ clause: @escaping @Sendable (Int, Int) -> String) -> Read {
        { shelf in
            let all = allIDs(&shelf).sorted()
            return stride(from: 0, to: all.count, by: PagedLayer.limit).flatMap { index in
                let last = all[min(index + PagedLayer.limit, all.count) - 1]
                return shelf.get([("where", clause(all[index], last)), ("outFields", "*")])?.ids ?? []
            }
        }
    }

    // MARK: Conditions

    /// What lies behind the last id that came, in the order of the ids.
    static func afterLast(_ shelf: inout PagedLayer) -> [Int] {
        var ids: [Int] = []
        while true {
            let asked = [
                ("where", "OBJECTID > \(ids.last ?? -1)"), ("outFields", "*"), ("orderByFields", "OBJECTID ASC"),
            ]
            guard let page = shelf.post(asked), !page.ids.isEmpty else { break }
            ids += page.ids
        }
        return ids
    }

    /// The smallest and largest id by statistics, whatever the columns are called.
    static func bounds(_ shelf: inout PagedLayer, _ more: [(String, String)] = [("where", "1=1")]) -> ClosedRange<Int>?
    {
        let statistics =
            #"[{"statisticType":"min","onStatisticField":"OBJECTID","outStatisticFieldName":"LOW"},"#
            + #"{"statisticType":"max","onStatisticField":"OBJECTID","outStatisticFieldName":"HIGH"}]"#
        let page = shelf.get(more + [("outStatistics", statistics)])
        let row = page?.json["features"]?[0]?["attributes"]?.members?.compactMap(\.value.integer) ?? []
        guard row.count == 2, row[0] <= row[1], page?.json["features"]?.elements?.count == 1 else { return nil }
        return row[0]...row[1]
    }

    /// Windows of as many numbers as a page may have rows, between the bounds.
    static func byWindows(_ clause: @escaping @Sendable (Int, Int) -> String) -> Read {
        { shelf in
            guard let bounds = bounds(&shelf) else { return [] }
            return stride(from: bounds.lowerBound, through: bounds.upperBound, by: PagedLayer.limit).flatMap { low in
                shelf.get([("where", clause(low, low + PagedLayer.limit)), ("outFields", "*")])?.ids ?? []
            }
        }
    }

    /// Quarters of the extent until one is not full; what lies on their edges comes from several, and counts once.
    static func byQuarters(_ shelf: inout PagedLayer) -> [Int] {
        var (ids, open): ([Int], [[Double]]) = ([], [[-1, -1, 13, 13]])
        while let box = open.popLast() {
            let envelope = box.map { "\($0)" }.joined(separator: ",")
            guard let page = shelf.get([("geometry", envelope), ("inSR", "4326"), ("outFields", "*")]) else { break }
            if page.ids.count < PagedLayer.limit {
                ids += page.ids.filter { !ids.contains($0) }
                continue
            }
            let (x, y) = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            open += [
                [box[0], box[1], x, y], [x, box[1], box[2], y], [box[0], y, x, box[3]], [x, y, box[2], box[3]],
            ]
        }
        return ids
    }
}
