#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// ln x, here so that no other file needs the C library.
func naturalLogarithm(_ x: Double) -> Double { log(x) }
