/// All instants are seconds since 1970-01-01T00:00:00Z. Time within a pause is not business time, and time within two
/// pauses is left out once; pauses may come in any order. The work grows with the days between the instants asked about.
extension BusinessCalendar {
    /// How far ahead an opening or a due time is looked for: 20 years of 365.25 days, in seconds.
    public static let horizon: Int64 = 7_305 * secondsPerDay

    /// Business seconds from `start` until before `end`; 0 where `end` is not after `start`.
    ///
    /// - Parameter pauses: what to leave out, such as the time spent waiting for the other party.
    public func businessSeconds(from start: Int64, to end: Int64, pauses: [Range<Int64>] = []) -> Int64 {
        OpenIntervals(of: self, from: start, until: end, pauses: pauses)
            .reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    }

    /// The earliest instant by which `businessSeconds` have passed since `start`.
    ///
    /// Half an hour after Friday 16:30, where business ends at 17:00, is Friday 17:00 and not Monday morning. For 0
    /// seconds or fewer this is `start` itself, open or not. A pause pushes the result by the business time within it.
    ///
    /// - Returns: `nil` where so many seconds do not pass within the ``horizon``: a calendar that never opens, or more
    ///   work than 20 years hold.
    public func due(after start: Int64, businessSeconds: Int64, pauses: [Range<Int64>] = []) -> Int64? {
        guard businessSeconds > 0 else { return start }
        var remaining = businessSeconds
        for interval in openIntervals(withinHorizonOf: start, pauses: pauses) {
            let length = interval.upperBound - interval.lowerBound
            if remaining <= length { return interval.lowerBound + remaining }
            remaining -= length
        }
        return nil
    }

    /// The first instant not before `instant` at which the business is open: `instant` itself where it is open then.
    ///
    /// `nil` where it stays closed for the ``horizon``.
    public func nextOpening(after instant: Int64) -> Int64? {
        var intervals = openIntervals(withinHorizonOf: instant, pauses: [])
        return intervals.next()?.lowerBound
    }

    private func openIntervals(withinHorizonOf start: Int64, pauses: [Range<Int64>]) -> OpenIntervals {
        let (end, overflow) = start.addingReportingOverflow(Self.horizon)
        return OpenIntervals(of: self, from: start, until: overflow ? .max : end, pauses: pauses)
    }
}
