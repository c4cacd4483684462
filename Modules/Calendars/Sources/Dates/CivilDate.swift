/// A day of the proleptic Gregorian calendar, without a time and without a zone.
public struct CivilDate: Hashable, Sendable {
    /// The astronomical year: year 0 is 1 BC.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, 1 to 31.
    public let day: Int

    /// The date of that year, month and day, or `nil` where there is no such day (30 February) or it is more than
    /// `Int32` days, about 5.8 million years, from 1970.
    public init?(year: Int, month: Int, day: Int) {
        guard (-6_000_000...6_000_000).contains(year), (1...12).contains(month),
            (1...Self.daysIn(month: month, of: year)).contains(day),
            Int32(exactly: Self.daysSinceEpoch(year: year, month: month, day: day)) != nil
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The date that is `daysSinceEpoch` days after 1970-01-01.
    ///
    /// Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
    public init(daysSinceEpoch: Int32) {
        let (era, dayOfEra) = (Int(daysSinceEpoch) + Self.daysFromMarchOfYear0).floorDivided(by: Self.daysPerEra)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfMarchYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfMarchYear + 2) / 153
        day = dayOfMarchYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days from 1970-01-01 to this date, negative before it.
    public var daysSinceEpoch: Int32 {
        // Both initializers admit only dates that fit.
        Int32(Self.daysSinceEpoch(year: year, month: month, day: day))
    }

    /// The day of the week.
    public var weekday: Weekday {
        Weekday(daysSinceEpoch: daysSinceEpoch)
    }
}

extension CivilDate: Comparable {
    /// Whether the first date is earlier than the second.
    public static func < (earlier: CivilDate, later: CivilDate) -> Bool {
        (earlier.year, earlier.month, earlier.day) < (later.year, later.month, later.day)
    }
}

extension CivilDate {
    /// An era is the 400 years after which the Gregorian calendar repeats.
    private static let daysPerEra = 146_097
    /// Years are counted from March, which puts the leap day last; this is from 0000-03-01 to 1970-01-01.
    private static let daysFromMarchOfYear0 = 719_468

    /// Days from 1970-01-01. The day is not checked, so that day 0 and days past the end of the month may be asked for.
    ///
    /// Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).floorDivided(by: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfMarchYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfMarchYear
        return era * daysPerEra + dayOfEra - daysFromMarchOfYear0
    }

    static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
