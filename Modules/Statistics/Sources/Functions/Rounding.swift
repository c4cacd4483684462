extension Double {
    /// The nearest multiple of one part in `parts`.
    ///
    /// Evidence holds rounded numbers, which a person can read and compare, and every claim is computed from them, so whoever
    /// recomputes one gets the same.
    public func rounded(toParts parts: Double) -> Double { (self * parts).rounded() / parts }
}
