import FlywheelKit

/// A decimal number as written: `unscaled` divided by ten to the power of `scale`.
package struct ExactDecimal: Hashable, Sendable {
    package var unscaled: Int64
    /// How many decimals were written, zeros included; not negative.
    package var scale: Int

    package init(unscaled: Int64, scale: Int) {
        self.unscaled = unscaled
        self.scale = scale
    }

    /// The nearest binary number; never for money.
    package var approximate: Double {
        var divisor = 1.0
        for _ in 0..<scale { divisor *= 10 }
        return Double(unscaled) / divisor
    }

    /// The number in units of ten to the power of minus `decimals`, nil if that drops a digit other than zero or does
    /// not fit: 12.5 at 2 decimals is 1250.
    package func units(decimals: Int) -> Int64? {
        var units = unscaled
        for _ in 0..<max(0, scale - decimals) {
            let (quotient, remainder) = units.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { return nil }
            units = quotient
        }
        for _ in 0..<max(0, decimals - scale) {
            let (product, overflows) = units.multipliedReportingOverflow(by: 10)
            guard !overflows else { return nil }
            units = product
        }
        return units
    }

    /// Whether it is a whole number of thousands and less where the mark in it stands between these: `2.500`. Amounts that
    /// have three decimals need a currency that has.
    func mayBeThousands(besideDecimals decimals: Int) -> Bool {
        scale == 3 && decimals < 3 && 1_000..<1_000_000 ~= unscaled.magnitude
    }

    /// The same rounded to the nearest unit, ties to the even one: 1.375 at 2 decimals is 138. Nil if it does not fit.
    package func rounded(decimals: Int) -> Int64? {
        guard scale > decimals else { return units(decimals: decimals) }
        // So many digits do not fit in 64 bits: what is in front of them are zeros.
        guard scale - decimals <= 19 else { return 0 }
        var divisor: Int128 = 1
        for _ in decimals..<scale { divisor *= 10 }
        return Int64(Int128(unscaled).dividedHalfEven(by: divisor))
    }
}

extension ExactDecimal {
    /// Reads digits alone, or with `mark` and further digits behind them, as most cells are written. Nil for all else that
    /// may be a number; what it reads, ``CellNumber`` reads alike.
    ///
    /// - Parameter mark: the one before decimals; nil to read whole numbers only.
    @inline(__always)
    init?(plain cell: Span<UInt8>, mark: UInt8?) {
        // Eighteen digits fit in 64 bits, whatever they are.
        guard 1...18 ~= cell.count else { return nil }
        var number: Int64 = 0
        var decimals: Int?
        for index in cell.indices {
            let digit = cell[index] &- 0x30
            if digit < 10 {
                number = number &* 10 &+ Int64(digit)
            } else {
                guard cell[index] == mark, decimals == nil, index > 0, index + 1 < cell.count else { return nil }
                decimals = cell.count - index - 1
            }
        }
        self.init(unscaled: number, scale: decimals ?? 0)
    }
}
