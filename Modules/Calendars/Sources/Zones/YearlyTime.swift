/// A local time that comes once a year, in one of the three forms of a POSIX `TZ` string.
struct YearlyTime: Hashable, Sendable {
    enum Day: Hashable, Sendable {
        /// `Jn`: 1 to 365; 29 February is never counted.
        case ofCommonYear(Int)
        /// `n`: 0 to 365; 29 February is counted.
        case zeroBased(Int)
        /// `Mm.w.d`: the `week`th such weekday of the month, 5 meaning the last; Sunday is 0.
        case weekday(month: Int, week: Int, sundayBased: Int)
    }

    var day: Day
    /// Seconds from midnight, within a week either way (RFC 9636, 3.3.2).
    var seconds: Int

    /// Local seconds since 1970-01-01T00:00 on the wall clock.
    func seconds(in year: Int) -> Int64 {
        Int64(days(in: year)) * secondsPerDay + Int64(seconds)
    }

    private func days(in year: Int) -> Int {
        let newYear = CivilDate.daysSinceEpoch(year: year, month: 1, day: 1)
        switch day {
        case .ofCommonYear(let number):
            return newYear + number - (number >= 60 && CivilDate.isLeap(year: year) ? 0 : 1)
        case .zeroBased(let number):
            return newYear + number
        case .weekday(let month, let week, let sundayBased):
            let first = CivilDate.daysSinceEpoch(year: year, month: month, day: 1)
            let firstSundayBased = (first + 4).floorDivided(by: 7).remainder
            let wait = (sundayBased - firstSundayBased).floorDivided(by: 7).remainder
            let last = CivilDate.daysIn(month: month, of: year) - 1
            let day = wait + 7 * (week - 1)
            return first + (day > last ? day - 7 : day)
        }
    }
}
