#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A cumulative sum chart: evidence that a process has changed piles up, evidence that it has not wears the pile down to
/// nothing and no further.
///
/// Source: E. Page, "Continuous inspection schemes", 1954. Evidence is the logarithm of how much likelier a period is
/// after the change than before it. The chart then never takes longer than any other that is as rarely wrong (G. Lorden,
/// "Procedures for reacting to a change in distribution", 1971; G. Moustakides, 1986), and how rarely is known without
/// any table, see ``limit(periodsBetweenFalseAlarms:)``.
@frozen
public struct CumulativeSum: Hashable, Sendable {
    /// The pile: evidence gathered since it was last empty, 0 or more.
    public private(set) var value = 0.0
    /// Periods since the pile was last empty. Those are the periods since the change, if there was one: no other beginning
    /// makes the periods likelier.
    public private(set) var periods = 0
    /// What the pile never exceeds. A limit beyond which nothing is learned makes a return show as fast as the change did.
    let most: Double

    /// An empty pile.
    ///
    /// - Parameter most: what it never exceeds, above the limit of any alarm.
    public init(most: Double = .infinity) { self.most = most }

    /// Adds the evidence of the next period, finite.
    @inlinable
    public mutating func add(_ evidence: Double) {
        let sum = value + evidence
        update(sum)
    }

    @usableFromInline
    mutating func update(_ sum: Double) {
        value = min(most, max(0, sum))
        periods = sum > 0 ? periods + 1 : 0
    }

    /// The pile from which on an alarm is raised, so that a process that never changes raises one in so many periods on
    /// average, or more rarely: their natural logarithm (Lorden 1971, theorem 2).
    ///
    /// The bound holds for evidence that is a true log-likelihood ratio, whatever the distribution. For counts it leaves
    /// about three to six times as many periods as asked for.
    ///
    /// - Parameter periods: 1 or more. Two charts that watch together, one up and one down, need twice as many each.
    public static func limit(periodsBetweenFalseAlarms periods: Double) -> Double {
        precondition(periods >= 1 && periods.isFinite, "periods are finite and at least 1, found \(periods)")
        return log(periods)
    }
}
