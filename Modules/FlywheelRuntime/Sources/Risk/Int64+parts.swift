import FlywheelKit

extension Int64 {
    /// So many parts of a whole of an amount in minor units, rounded once, ties to even.
    func part(_ parts: Int64, of whole: Int64) -> Int64 {
        Int64(clamping: (Int128(parts) * Int128(self)).dividedHalfEven(by: Int128(whole)))
    }
}

extension Int64 {
    /// The number, where it lies in a range.
    func inRange(_ range: ClosedRange<Int64>) -> Int64? { range.contains(self) ? self : nil }
}
