#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// For what stands on this module and imports no C library.
extension SpecialFunctions {
    /// The base to the power of the exponent; the base above zero.
    public static func power(_ base: Double, _ exponent: Double) -> Double {
        precondition(base > 0, "power expects a base above zero, found \(base)")
        return pow(base, exponent)
    }

    /// The natural logarithm of a number above zero.
    public static func logarithm(_ number: Double) -> Double {
        precondition(number > 0, "logarithm expects a number above zero, found \(number)")
        return log(number)
    }
}
