extension Double {
    /// The nearest multiple of one part in `parts`: evidence holds numbers that a person can read and compare.
    func rounded(toParts parts: Double) -> Double { (self * parts).rounded() / parts }
}
