extension Int128 {
    /// The quotient rounded to the nearest integer, ties to the even one.
    ///
    /// - Precondition: `divisor` is above zero.
    package func dividedHalfEven(by divisor: Int128) -> Int128 {
        precondition(divisor > 0, "a divisor is above zero, found \(divisor)")
        var (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        if remainder < 0 {
            quotient -= 1
            remainder += divisor
        }
        // Compared as a difference, because twice the remainder may not fit.
        let upper = divisor - remainder
        let roundsUp = remainder > upper || (remainder == upper && quotient % 2 != 0)
        return roundsUp ? quotient + 1 : quotient
    }
}
