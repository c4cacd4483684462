extension MonthlyFigures.Month {
    /// Full-time people, from staffed hours.
    func people(_ model: WheelModel) -> Double? {
        staffHours.value.flatMap { $0 > 0 ? $0 / model.fullTimeHours : nil }
    }

    /// A figure of each listing.
    func perListing(_ value: Double?) -> Double? { ratio(value, listings.value) }

    /// A figure of each full-time person.
    func perPerson(_ value: Double?, _ model: WheelModel) -> Double? { ratio(value, people(model)) }

    /// The share of confirmed ends after which the same came back; `nil` where too few had the time to.
    func repeatRate(least: Int) -> Double? {
        repeatable >= least ? Double(repeated) / Double(repeatable) : nil
    }

    private func ratio(_ value: Double?, _ by: Double?) -> Double? {
        guard let value, let by, by > 0 else { return nil }
        return value / by
    }
}
