extension Int64 {
    /// So many parts of a whole of an amount in minor units, rounded once, ties to even.
    func part(_ parts: Int64, of whole: Int64) -> Int64 {
        let product = Int128(parts) * Int128(self)
        let (quotient, rest) = product.quotientAndRemainder(dividingBy: Int128(whole))
        let twice = 2 * rest.magnitude
        let up = twice > whole.magnitude || (twice == whole.magnitude && quotient % 2 != 0)
        return Int64(clamping: quotient + (up ? product.signum() : 0))
    }
}

extension Int64 {
    /// The number, where it lies in a range.
    func inRange(_ range: ClosedRange<Int64>) -> Int64? { range.contains(self) ? self : nil }
}
