extension BusinessCalendar: CustomStringConvertible {
    /// The zone by its name, the hours of the week from Monday and those of the days that differ: equal for calendars that
    /// are equal but for what is known of their zone's clocks.
    public var description: String {
        let days = holidays.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return ([zone.identifier] + week.map(\.description) + days).joined(separator: "; ")
    }
}

extension OpeningHours: CustomStringConvertible {
    /// The spans in seconds of the day, as `32400..<61200`; `closed` where there are none.
    public var description: String {
        spans.isEmpty ? "closed" : spans.map { "\($0.lowerBound)..<\($0.upperBound)" }.joined(separator: " ")
    }
}
