/// How often one root cause ended problems of one workflow, week by week, and what ending them took away.
public struct CauseCourse: Hashable, Sendable {
    /// What closes that name the cause came to.
    public struct Closes: Hashable, Sendable {
        /// How many there are.
        public internal(set) var count = 0
        /// Of these, the ones that repeat an earlier, verified end on the same subject.
        public internal(set) var repeats = 0
        /// What confirmed ones cleared, as far as they have an amount, in minor units.
        var amount: Int64 = 0
        /// How many those are.
        var priced = 0
        /// Confirmed ones without an amount.
        public internal(set) var unpriced = 0
        /// Those that the data may yet confirm.
        public internal(set) var pending = 0

        /// The revenue at risk that the confirmed ones cleared, valued again when they ended, in minor units; `nil` where none of
        /// them has an amount.
        public var cleared: Int64? { priced > 0 || unpriced == 0 ? amount : nil }

        static func + (left: Self, right: Self) -> Self {
            var sum = left
            sum.count += right.count
            sum.repeats += right.repeats
            sum.amount += right.amount
            sum.priced += right.priced
            sum.unpriced += right.unpriced
            sum.pending += right.pending
            return sum
        }
    }

    /// Week by week, the oldest first; `nil` where no turn looked, so that nothing could have been seen.
    public let weekly: [Closes?]
    /// The exceptions that were closed so, the newest first.
    public let exceptions: [Int64]

    /// The newest of the weeks together; `nil` where none of them is known.
    ///
    /// - Parameter before: how many newer ones are left out.
    public func newest(_ weeks: Int, before: Int = 0) -> Closes? {
        weekly.dropLast(before).suffix(weeks).compactMap(\.self).reduce(nil) { ($0 ?? Closes()) + $1 }
    }
}
