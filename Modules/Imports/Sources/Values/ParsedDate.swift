/// When something was, as far as its cell says.
package enum ParsedDate: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; fractions of a second are cut off.
    case instant(seconds: Int64)
    /// A day without a time: days since 1970-01-01 of the Gregorian calendar.
    case day(Int)
    /// A day and the seconds since its midnight, in a zone the cell does not name.
    case local(day: Int, second: Int)
}
