extension BinaryInteger {
    /// Division that rounds towards minus infinity, as calendars need before 1970.
    func floorDivided(by divisor: Self) -> Self {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
