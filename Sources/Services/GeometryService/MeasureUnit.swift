// SPDX-License-Identifier: Apache-2.0

import Formats

/// A unit of lengths or of angles: its size in meters or in radians.
enum MeasureUnit: Sendable, Hashable {
    case linear(Double)
    case angular(Double)

    static let meter = MeasureUnit.linear(1)
    static let degree = MeasureUnit.angular(.pi / 180)

    var isLinear: Bool { if case .linear = self { true } else { false } }

    /// In meters or radians.
    var size: Double {
        switch self {
        case .linear(let size), .angular(let size): size
        }
    }

    /// Reads the number of a unit: `esriSRUnitType` and `esriSRUnit2Type`.
    init?(wkid: Int) {
        if let size = Self.lengths[wkid] {
            self = .linear(size)
        } else if let size = Self.angles[wkid] {
            self = .angular(size)
        } else {
            return nil
        }
    }

    /// Sizes in meters, as the EPSG registry and the constants of ArcGIS give them (documented: esriSRUnitType,
    /// esriSRUnit2Type).
    private static let lengths: [Int: Double] = [
        9001: 1, 9002: 0.3048, 9003: 12 / 39.37, 9005: 0.304_797_265_4, 9014: 1.8288, 9030: 1852,
        9031: 1.000_013_596_5, 9033: 792 / 39.37, 9034: 7.92 / 39.37, 9035: 63_360 / 39.37, 9036: 1000,
        9037: 0.914_391_796_2, 9038: 20.116_619_516_4, 9039: 0.201_166_195_164, 9040: 0.914_398_414_616_028_7,
        9041: 0.304_799_471_538_676_2, 9042: 20.116_765_121_552_63, 9043: 0.201_167_651_215_526_3,
        9050: 0.914_399_2, 9051: 0.304_799_733_333_333_3, 9052: 20.116_782_4, 9053: 0.201_167_824,
        9060: 0.914_399_204_289_812_4, 9061: 0.304_799_734_763_270_8, 9062: 20.116_782_494_375_87,
        9063: 0.201_167_824_943_758_7, 9070: 0.304_800_833_333_333_54, 9080: 0.304_799_510_248_146_94,
        9081: 0.304_798_41, 9082: 0.304_799_6, 9083: 0.304_799_5, 9084: 0.914_398_530_744_440_8,
        9085: 0.914_395_23, 9086: 0.914_398_8, 9087: 0.914_398_5, 9093: 1609.344, 9094: 0.304_799_710_181_508_7,
        9095: 0.304_800_749_1, 9096: 0.9144, 9097: 20.1168, 9098: 0.201_168, 1025: 0.001, 1033: 0.01,
        109_001: 0.914_400_000_000_000_1, 109_002: 3600 / 3937, 109_005: 0.1, 109_006: 0.01, 109_007: 0.001,
        109_008: 0.0254, 109_009: 1 / 39.37, 109_010: 5.0292, 109_011: 198 / 39.37, 109_012: 1853.248,
        109_013: 1853.184, 109_030: 50_000, 109_031: 150_000,
    ]

    /// Sizes in radians.
    private static let angles: [Int: Double] = [
        9101: 1, 9102: .pi / 180, 9103: .pi / 10_800, 9104: .pi / 648_000, 9105: .pi / 200, 9106: .pi / 200,
        9109: 1e-6, 9112: .pi / 20_000, 9113: .pi / 2_000_000, 9114: .pi / 3200, 9122: .pi / 180,
    ]

    /// Square meters of `{"areaUnit":…}` (documented: areas-and-lengths; sizes by the definitions of the units).
    static let areas: [String: Double] = [
        "esrisquareinches": 0.0254 * 0.0254, "esrisquarefeet": 0.3048 * 0.3048, "esrisquareyards": 0.9144 * 0.9144,
        "esriacres": 4046.856_422_4, "esrisquaremiles": 1609.344 * 1609.344, "esrisquaremillimeters": 1e-6,
        "esrisquarecentimeters": 1e-4, "esrisquaredecimeters": 0.01, "esrisquaremeters": 1, "esriares": 100,
        "esrihectares": 10_000, "esrisquarekilometers": 1e6,
    ]
}
