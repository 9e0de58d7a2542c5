#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The functions that Swift leaves to the C library; the only file that imports one.
enum Elementary {
    @inline(__always) static func exponential(_ x: Double) -> Double { exp(x) }
    @inline(__always) static func logarithm(_ x: Double) -> Double { log(x) }
    /// ln(1 + x), precise for small x.
    @inline(__always) static func logarithm(onePlus x: Double) -> Double { log1p(x) }
    /// 2/√π ∫ₓ^∞ e^(−t²) dt.
    @inline(__always) static func complementaryError(_ x: Double) -> Double { erfc(x) }
    @inline(__always) static func sine(_ x: Double) -> Double { sin(x) }
    @inline(__always) static func arcsine(_ x: Double) -> Double { asin(x) }
    @inline(__always) static func power(_ x: Double, _ exponent: Double) -> Double { pow(x, exponent) }
}
