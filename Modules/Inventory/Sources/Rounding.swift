extension Double {
    /// The nearest multiple of one part in `parts`.
    ///
    /// Evidence holds rounded numbers and every claim is computed from them, so a person who recomputes one gets the same.
    func rounded(toParts parts: Double) -> Double { (self * parts).rounded() / parts }
}
