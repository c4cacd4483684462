/// What a zone does every year from its last written transition on: a POSIX `TZ` string, such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Hashable, Sendable {
    var standard: LocalTimeType
    var daylight: Daylight?

    /// The other half of the year. Its offset may be behind that of standard time (Ireland, on paper).
    struct Daylight: Hashable, Sendable {
        var type: LocalTimeType
        /// Read on the standard clock.
        var start: YearlyTime
        /// Read on the daylight clock.
        var end: YearlyTime
    }
}

extension ZoneRule {
    func type(at instant: Int64) -> LocalTimeType {
        var latest = (instant: Int64.min, type: standard)
        // At equal instants the change of the later year counts: that is how all-year daylight time is written.
        forEachChange(around: instant) { change, type in
            if change <= instant, change >= latest.instant { latest = (change, type) }
        }
        return latest.type
    }

    /// The first change after `instant`, `nil` in a zone that never changes.
    func change(after instant: Int64) -> Int64? {
        var earliest: Int64?
        forEachChange(around: instant) { change, _ in
            if change > instant, change < earliest ?? .max { earliest = change }
        }
        return earliest
    }

    /// Visits, year by year, every change that can be the last before `instant` or the first after it.
    ///
    /// A change may be written up to a week outside its year, so a neighbour of the neighbouring year is needed.
    private func forEachChange(around instant: Int64, _ visit: (Int64, LocalTimeType) -> Void) {
        guard let daylight else { return }
        let day = Int32(clamping: instant.floorDivided(by: secondsPerDay).quotient)
        let year = CivilDate(daysSinceEpoch: day).year
        for year in (year - 2)...(year + 2) {
            visit(daylight.start.seconds(in: year) - Int64(standard.offset), daylight.type)
            visit(daylight.end.seconds(in: year) - Int64(daylight.type.offset), standard)
        }
    }
}
