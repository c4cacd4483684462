import Statistics

extension SplitMix64 {
    /// A whole number from 0 up to but not including `bound`, which is small, so that the bias of 1 in 2⁵³ is of no account.
    mutating func below(_ bound: Int) -> Int { Int(uniform() * Double(bound)) }

    /// A whole number of a range.
    mutating func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// Whether something of that probability happens.
    mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

    /// Capital letters and digits.
    mutating func code(_ length: Int) -> String {
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return String((0..<length).map { _ in letters[below(letters.count)] })
    }

    /// Digits.
    mutating func digits(_ length: Int) -> String {
        (0..<length).map { _ in String(below(10)) }.joined()
    }
}
