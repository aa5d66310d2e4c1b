import Facts
import Formats

/// What a cache and a WMS add to a map's root: services-reference 2.1.
extension Reading {
    func added(to root: Result) -> Result {
        guard kind == .mapServer, service.pasted == nil, service.cache != nil || service.hasWMS,
            case .json(.object(let members)) = root
        else { return root }
        return .json(.object(members.flatMap(added)))
    }

    private func added(_ member: JSON.Member) -> [JSON.Member] {
        switch (member.name, service.cache) {
        case ("singleFusedMapCache", let cache?):
            var members: [JSON.Member] = [.init(member.name, .bool(true)), .init("tileInfo", cache.json(version))]
            // Captured at 11.1 and 10.91; not in those of 9.3 and 10.71.
            if Version("10.9.1").map({ version >= $0 }) ?? true {
                members.append(.init("storageInfo", TileCache.storage))
            }
            return members
        case ("tileInfo", _?), ("storageInfo", _?): return []
        case ("minScale", let cache?): return [.init("minScale", .double(cache.scale(0)))]
        case ("maxScale", let cache?): return [.init("maxScale", .double(cache.scale(cache.levels)))]
        case ("supportedExtensions", _) where service.hasWMS:
            let others = member.value.text.flatMap { $0.isEmpty ? nil : "\($0), " } ?? ""
            return [.init(member.name, .string("\(others)WMSServer"))]
        default: return [member]
        }
    }
}

extension TileCache {
    /// `storageInfo` (captured, 11.1).
    static let storage: JSON = .object([
        .init("storageFormat", .string("esriMapCacheStorageModeCompactV2")), .init("packetSize", .int(128)),
    ])
}
