extension TimeZoneTable {
    /// What calendar and clock of the zone show at `instant`: days since 1970-01-01 and seconds since midnight,
    /// 0 to 86,399.
    ///
    /// Days beyond `Int32`, about 5.8 million years from 1970, become the last one.
    public func localTime(at instant: Int64) -> (day: Int32, second: Int) {
        // The day is split off before the offset is added, which cannot overflow then.
        let (utcDay, utcSecond) = instant.floorDivided(by: secondsPerDay)
        let (days, second) = (utcSecond + Int64(offset(at: instant))).floorDivided(by: secondsPerDay)
        return (Int32(clamping: utcDay + days), Int(second))
    }

    /// The civil day the zone has at `instant`, in days since 1970-01-01.
    public func localDay(at instant: Int64) -> Int32 {
        localTime(at: instant).day
    }

    /// The first instant of a civil day, given in days since 1970-01-01.
    ///
    /// Where clocks skip midnight this is the end of the gap (01:00, say), where they repeat it the first of the two.
    /// A day skipped whole begins, and ends, with the next one.
    public func startOfDay(_ day: Int32) -> Int64 {
        switch search(local: Int64(day) * secondsPerDay) {
        case .shown(let instant): instant
        case .skipped(let gapEnd, _): gapEnd
        }
    }

    /// The instant at which calendar and clock show that day and second.
    ///
    /// A time the clock skips is moved forward by the length of the gap (02:30 becomes 03:30); of a time it shows twice
    /// this is the first. These are the choices of RFC 5545, 3.3.5.
    ///
    /// - Parameters:
    ///   - day: days since 1970-01-01.
    ///   - secondOfDay: wall-clock seconds since midnight.
    /// - Precondition: `secondOfDay` is within 0...86,400; 86,400 is the midnight that ends the day.
    public func instant(day: Int32, secondOfDay: Int) -> Int64 {
        precondition((0...Int(secondsPerDay)).contains(secondOfDay), "secondOfDay \(secondOfDay) is not in a day")
        switch search(local: Int64(day) * secondsPerDay + Int64(secondOfDay)) {
        case .shown(let instant): return instant
        case .skipped(_, let onOldClock): return onOldClock
        }
    }

    private enum LocalSearch {
        /// The first instant at which the clock shows the time.
        case shown(Int64)
        /// The clock jumps over the time at `gapEnd`; left alone, it would have shown it at `onOldClock`.
        case skipped(gapEnd: Int64, onOldClock: Int64)
    }

    /// Looks for `local`, seconds since 1970 as the wall clock would count them, one stretch of constant offset after
    /// the other, from before the earliest instant at which any clock could show it.
    private func search(local: Int64) -> LocalSearch {
        var instant = local - Int64(LocalTimeType.offsets.upperBound) - 1
        while true {
            let candidate = local - Int64(offset(at: instant))
            guard let change = transition(after: instant), change <= candidate else { return .shown(candidate) }
            if change + Int64(offset(at: change)) > local {
                return .skipped(gapEnd: change, onOldClock: candidate)
            }
            instant = change
        }
    }
}
