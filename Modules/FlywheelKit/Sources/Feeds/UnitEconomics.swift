/// What is left of a unit at what a buyer pays for it: that less the tax in it, less the marketplace's part, less what the
/// unit costs. In minor units of one currency, and exact.
public struct UnitEconomics: Hashable, Sendable {
    private static let whole: Int128 = 10_000
    private static let mostPaid: Int128 = 1_000_000_000_000_000

    /// Cost and fees that do not go with the price, times ``parts``.
    private let outlay: Int128
    /// What stays of ``parts`` that a buyer pays.
    private let kept: Int128
    private let parts: Int128

    /// - Parameters:
    ///   - outlay: cost, and fees that are a sum.
    ///   - feeRate: the marketplace's part of what a buyer pays, in ten-thousandths.
    ///   - taxRate: the tax in that, in ten-thousandths of the rest.
    public init(outlay: Int64, feeRate: Int64 = 0, taxRate: Int64 = 0) {
        (kept, parts) = Self.kept(feeRate: feeRate, taxRate: taxRate)
        self.outlay = Int128(outlay) * parts
    }

    /// Of a unit of which is known what just covers it: a floor, where nobody knows its cost.
    public init(coveredAt paid: Int64, feeRate: Int64 = 0, taxRate: Int64 = 0) {
        (kept, parts) = Self.kept(feeRate: feeRate, taxRate: taxRate)
        outlay = Int128(paid) * kept
    }

    private static func kept(feeRate: Int64, taxRate: Int64) -> (kept: Int128, parts: Int128) {
        let taxed = whole + Int128(taxRate)
        return (whole * whole - Int128(feeRate) * taxed, whole * taxed)
    }

    /// What is left of a unit for which a buyer pays so much.
    public func margin(at paid: Int64) -> Double { Double(Int128(paid) * kept - outlay) / Double(parts) }

    /// The least that a buyer has to pay for nothing to be lost; `nil` where no price that anything could have is enough.
    public var leastPaid: Int64? {
        guard kept > 0 else { return nil }
        let least = outlay / kept + (outlay % kept > 0 ? 1 : 0)
        return least <= Self.mostPaid ? Int64(least) : nil
    }

    /// What covers a unit: ``leastPaid`` before it is rounded up.
    public var cover: Double { Double(outlay) / Double(kept) }
}
