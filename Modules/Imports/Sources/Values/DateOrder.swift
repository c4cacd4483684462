/// The order in which a date that is not ISO 8601 gives its parts.
public enum DateOrder: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// 31/12/2026
    case dayFirst
    /// 12/31/2026
    case monthFirst
    /// 26/12/31
    case yearFirst

    /// In two words, "day first".
    public var description: String {
        switch self {
        case .dayFirst: "day first"
        case .monthFirst: "month first"
        case .yearFirst: "year first"
        }
    }
}

/// Tells a column's date order from its cells: a day past the 12th cannot be a month.
package struct DateOrderEvidence: Sendable {
    private var failures: [DateOrder: Int] = [:]

    package init() {}

    /// Takes a cell into account. One that is a date in no order, or in every one, says nothing.
    package mutating func observe(_ cell: Span<UInt8>) {
        let failing = DateOrder.allCases.filter { (try? CellValue.date(cell, order: $0)) == nil }
        if failing.count < DateOrder.allCases.count {
            for order in failing { failures[order, default: 0] += 1 }
        }
    }

    /// Takes what other cells tell into account.
    mutating func merge(_ other: DateOrderEvidence) { failures.merge(other.failures, uniquingKeysWith: +) }

    /// Whether some cell is a date in one order and in another none.
    var tells: Bool { !failures.isEmpty }

    /// The order in which most cells are dates, `preferred` where others do no better.
    package func order(preferring preferred: DateOrder) -> DateOrder {
        ([preferred] + DateOrder.allCases).min { failures[$0, default: 0] < failures[$1, default: 0] } ?? preferred
    }
}
