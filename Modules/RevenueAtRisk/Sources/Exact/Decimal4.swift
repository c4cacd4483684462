import FlywheelKit

/// A number with exactly four decimals: units a day, full days.
///
/// What is shown is what is multiplied. A term is rounded to these four decimals once, before it is used, so whoever
/// multiplies the printed terms gets the printed amount.
public struct Decimal4: Hashable, Sendable, BitwiseCopyable, Codable {
    /// The number times 10,000.
    public let tenThousandths: Int64

    /// A number of `tenThousandths`: 400,000 is 40.0000.
    public init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

    /// `value` rounded to four decimals, ties to even; `nil` when it is not a number or lies beyond 900 trillion.
    public init?(rounding value: Double) {
        guard let count = Int64(exactly: (value * 10_000).rounded(.toNearestOrEven)) else { return nil }
        tenThousandths = count
    }

    /// Full days rounded to four decimals, ties to even. They come from at most 90 of ``Season/indexes``.
    init(fullDays: Double) { tenThousandths = Int64((fullDays * 10_000).rounded(.toNearestOrEven)) }

    /// Nothing.
    public static let zero = Decimal4(tenThousandths: 0)

    /// The nearest floating-point number.
    public var value: Double { Double(tenThousandths) / 10_000 }

    /// The exact product rounded once, ties to even, to four decimals; `nil` when that leaves 64 bits.
    ///
    /// Units a day times full days is the units at risk of a listing that has no price.
    public func multiplied(by other: Decimal4) -> Decimal4? {
        let product = Int128(tenThousandths) * Int128(other.tenThousandths)
        return Int64(exactly: product.dividedHalfEven(by: 10_000)).map(Decimal4.init(tenThousandths:))
    }
}

extension Decimal4: Comparable {
    /// By size.
    public static func < (left: Decimal4, right: Decimal4) -> Bool { left.tenThousandths < right.tenThousandths }
}

extension Decimal4: CustomStringConvertible {
    /// Four decimals, or two when the rest is zero: `0.6475`, `40.00`.
    public var description: String {
        let (whole, part) = tenThousandths.magnitude.quotientAndRemainder(dividingBy: 10_000)
        let decimals = String(String(10_000 + part).dropFirst())
        let shown = part % 100 == 0 ? String(decimals.prefix(2)) : decimals
        return (tenThousandths < 0 ? "-" : "") + "\(whole).\(shown)"
    }
}
