// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// The choice of how SQLite looks for rows, among the constraints of a statement.
struct RowChoice {
    private let columns: [RowColumn]
    private(set) var plan: RowScan.Plan = []
    private var column = 0
    /// The numbers of the constraints whose values are given to the scan: the low end, then the high one.
    private(set) var used: [Int] = []

    init(_ columns: [RowColumn]) { self.columns = columns }

    /// What SQLite remembers of the choice.
    var number: Int32 { Int32(column) << 4 | plan.rawValue }

    static func plan(_ number: Int32) -> RowScan.Plan { RowScan.Plan(rawValue: number & 15) }
    static func column(_ number: Int32) -> Int { Int(number >> 4) }

    private var isEqual: Bool { plan.isSuperset(of: [.column, .lowest, .highest]) && used.count == 1 }

    /// How good it is: one id, one value of a column, ids from one on, values from one on, nothing.
    private var rank: Int {
        if plan.contains(.id) { return 4 }
        if plan.isEmpty { return 0 }
        return plan.contains(.column) ? isEqual ? 3 : 1 : 2
    }

    var cost: Double { [1e6, 4e5, 3e5, 40, 2][rank] }
    var rows: Int64 { [1_000_000, 300_000, 300_000, 20, 1][rank] }

    /// Considers a constraint.
    mutating func offer(_ constraint: Int, column: Int, _ sign: Int32) {
        // The geometry is null or not, the place in the source is computed.
        guard column < columns.count - 2 else { return }
        let isID = column <= 0
        switch sign {
        case SQLITE_INDEX_CONSTRAINT_EQ:
            if isID, rank < 4 { (plan, self.column, used) = ([.id], 0, [constraint]) }
            if !isID, rank < 3 { (plan, self.column, used) = ([.column, .lowest, .highest], column, [constraint]) }
        case SQLITE_INDEX_CONSTRAINT_GT, SQLITE_INDEX_CONSTRAINT_GE:
            offer(.lowest, constraint, isID ? 0 : column)
        case SQLITE_INDEX_CONSTRAINT_LT, SQLITE_INDEX_CONSTRAINT_LE:
            offer(.highest, constraint, isID ? 0 : column)
        default: break
        }
    }

    /// Considers an end of a range; texts are indexed by hashes, which have no order.
    private mutating func offer(_ end: RowScan.Plan, _ constraint: Int, _ column: Int) {
        let isID = column == 0
        guard isID || columns[column] != .text else { return }
        let kind: RowScan.Plan = isID ? [] : .column
        if rank == 0 || isID && rank == 1 {
            (plan, self.column, used) = ([end, kind], column, [constraint])
        } else if rank == (isID ? 2 : 1), self.column == column, !plan.contains(end) {
            plan.insert(end)
            if end == .lowest { used.insert(constraint, at: 0) } else { used.append(constraint) }
        }
    }
}
