#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The transcendental functions that the distributions here stand on.
///
/// Arguments outside a function's domain, NaN among them, are programmer errors and stop the program.
public enum SpecialFunctions {
    /// The natural logarithm of the gamma function, ln Γ(x).
    ///
    /// Relative accuracy 1e-13 for x from 1e-300 to 1e15.
    /// - Parameter x: Finite and above zero, where Γ is positive and its logarithm needs no sign.
    public static func logGamma(_ x: Double) -> Double {
        precondition(x > 0 && x.isFinite, "logGamma expects a finite x above zero, found \(x)")
        // `lgamma` writes the sign to a global that all threads share; the reentrant form writes it here.
        var sign: Int32 = 1
        return lgamma_r(x, &sign)
    }
}
