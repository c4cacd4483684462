#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A mean in which values count half after a number of newer ones; until it has seen that many it is the plain mean.
struct FadingMean {
    /// The least weight of the newest value.
    let weight: Double
    private(set) var value = 0.0
    private(set) var count = 0

    init(weight: Double) { self.weight = weight }

    /// - Parameter values: newer ones after which a value counts half; above zero.
    init(halfLife values: Double) { weight = 1 - exp2(-1 / values) }

    mutating func add(_ next: Double) {
        count += 1
        value += max(weight, 1 / Double(count)) * (next - value)
    }
}
