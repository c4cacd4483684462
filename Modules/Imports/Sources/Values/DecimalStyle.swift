/// Which mark stands before the decimals; the other one may group thousands.
public enum DecimalStyle: Hashable, Sendable, CaseIterable {
    /// 1,234.50
    case point
    /// 1.234,50
    case comma

    var decimalMark: UInt8 { self == .point ? 0x2E : 0x2C }
    var thousandsMark: UInt8 { self == .point ? 0x2C : 0x2E }

    /// The style in which a cell, in UTF-8, has decimals, where it is a number in the other one too, without any: `1.234`.
    static func ofDecimals(in cell: Span<UInt8>) -> DecimalStyle? {
        guard let point = try? CellNumber(cell, style: .point), let comma = try? CellNumber(cell, style: .comma),
            point.value.scale != comma.value.scale
        else { return nil }
        return point.value.scale > 0 ? .point : .comma
    }
}

/// Tells a column's decimal style from its cells.
///
/// How many decimals the currency of an amount has tells nothing: `1.375` is what a supplier asks for a unit, and who takes it
/// for a thousand because no price has three decimals is wrong by a factor of a thousand.
package struct DecimalStyleEvidence: Sendable {
    private var failures: [DecimalStyle: Int] = [:]

    /// No evidence yet.
    package init() {}

    /// Takes a cell, in UTF-8, into account. One that is a number in neither style says nothing, nor does one that is in both.
    package mutating func observe(_ cell: Span<UInt8>) {
        let failing = DecimalStyle.allCases.filter { (try? CellNumber(cell, style: $0)) == nil }
        if failing.count == 1 { failures[failing[0], default: 0] += 1 }
    }

    /// Takes a cell of a column of whole numbers into account.
    ///
    /// A single mark says nothing there: `1.234` is a thousand in one style, and in the other one a slip that must be seen.
    /// Two groups of thousands, or both marks, are nobody's slip.
    package mutating func observeWholeNumber(_ cell: Span<UInt8>) {
        var marks = 0
        for index in cell.indices where [0x2E, 0x2C].contains(cell[index]) { marks += 1 }
        if marks >= 2 { observe(cell) }
    }

    /// Takes what other cells tell into account.
    mutating func merge(_ other: DecimalStyleEvidence) { failures.merge(other.failures, uniquingKeysWith: +) }

    /// The style in which most cells are numbers, `preferred` where both do as well.
    package func style(preferring preferred: DecimalStyle) -> DecimalStyle {
        let other: DecimalStyle = preferred == .point ? .comma : .point
        return failures[preferred, default: 0] <= failures[other, default: 0] ? preferred : other
    }
}
