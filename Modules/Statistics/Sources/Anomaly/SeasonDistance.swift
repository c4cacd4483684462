/// How far values lie from those at the same time of day before, or on the same day of the week where they come once or
/// twice a day, in usual distances.
struct SeasonDistance {
    private var halfHours = [FadingMean](repeating: FadingMean(weight: weight), count: 48)
    private var weekdays = [FadingMean](repeating: FadingMean(weight: weight), count: 7)
    private var step = FadingMean(halfLife: 16)
    private var last: Int64?
    private var size = UsualSize()

    /// The least part that the newest value has in its slot's level.
    private static let weight = 1.0 / 32
    private static let day: Int64 = 86_400
    /// Steps from which on a time of day says nothing.
    private static let longStep = 43_200.0

    mutating func next(_ value: Double, at seconds: Int64, ahead: Int64) -> Double? {
        if let last { step.add(Double(seconds) - Double(last)) }
        last = seconds
        let (days, second) = (seconds + ahead).floored(by: Self.day)
        let (halfHour, weekday) = (Int(second / 1_800), Int(days.floored(by: 7).remainder))
        defer {
            halfHours[halfHour].add(value)
            weekdays[weekday].add(value)
        }
        let slot = step.value < Self.longStep ? halfHours[halfHour] : weekdays[weekday]
        return slot.count > 0 ? size.times(abs(value - slot.value)) : nil
    }
}

extension Int64 {
    /// How many times a divisor above zero goes into this, rounded down, and what is left.
    fileprivate func floored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
