/// Seconds of a civil day. Leap seconds have no place in seconds since 1970, so every civil day has as many.
let secondsPerDay: Int64 = 86_400

extension BinaryInteger {
    /// The quotient rounded down and the remainder that is never negative, so that time before 1970 needs no special case.
    ///
    /// - Precondition: `divisor` is positive.
    func floorDivided(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
