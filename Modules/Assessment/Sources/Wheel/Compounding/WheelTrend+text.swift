import FlywheelKit

extension WheelTrend {
    /// The trend in words: what moved, from where to where, and how likely that is by chance alone.
    func text(in currency: Currency) -> String {
        let course = "\(figure(first, currency)) to \(figure(last, currency)) in \(months) months"
        return "\(measure.words): \(course), chance \(probability < 0.01 ? "under 1%" : percent(probability))"
    }

    private func figure(_ value: Double, _ currency: Currency) -> String {
        switch measure {
        case .revenuePerPerson, .revenuePerListing:
            Int64(exactly: value.rounded(.toNearestOrEven)).map { "\(Money(minorUnits: $0, currency))" } ?? "?"
        case .repeatRate: percent(value)
        case .listingsPerPerson, .listings: whole(value)
        case .endedPerPerson, .people: tenths(value)
        }
    }
}

extension WheelTrend.Measure {
    fileprivate var words: String {
        switch self {
        case .revenuePerPerson: "sales of a week for each full-time person"
        case .revenuePerListing: "sales of a week for each listing"
        case .listingsPerPerson: "listings for each full-time person"
        case .endedPerPerson: "problems ended in a week for each full-time person"
        case .repeatRate: "confirmed ends that came back"
        case .people: "full-time people"
        case .listings: "listings"
        }
    }
}
