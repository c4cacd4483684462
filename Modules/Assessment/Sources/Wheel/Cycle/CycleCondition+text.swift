extension CycleCondition.Kind {
    /// The condition in words, with its figures.
    ///
    /// - Parameters:
    ///   - isSold: whether sales are known; exposure is for each listing where they are not.
    ///   - mayBeChance: whether it holds although the figure misses the limit, since that is no more than chance explains.
    func text(_ value: Double?, _ limit: Double?, isSold: Bool, mayBeChance: Bool = false) -> String {
        let question = question(isSold: isSold)
        guard let value else { return "\(question): too little is known" }
        guard let limit else { return "\(question): \(figure(value)), with nothing before it to hold it against" }
        let held = mayBeChance ? "; that may be chance, so it holds" : ""
        return "\(question): \(figure(value)), it takes \(isAtMost ? "at most" : "at least") \(figure(limit))\(held)"
    }

    private func question(isSold: Bool) -> String {
        switch self {
        case .oneQueue: "workflows in one queue"
        case .rankedOrder: "order of work, 1 is the queue's"
        case .heroResolution: "days to the end in tier A"
        case .causesCaptured: "ended work with a cause"
        case .levelQueue: "the part of what came in two months that the queue grew by"
        case .thresholdsTuned: "thresholds changed in a quarter"
        case .detectionTime: "hours from beginning to finding"
        case .openExposure:
            isSold
                ? "open revenue at risk against sales" : "open revenue at risk for each listing, in minor units"
        case .listingsPerPerson: "listings for each full-time person"
        case .repeatRate: "what came back in a month, for each thousand listings as busy as usual"
        }
    }

    private var isAtMost: Bool {
        switch self {
        case .heroResolution, .levelQueue, .detectionTime, .openExposure, .repeatRate: true
        case .oneQueue, .rankedOrder, .causesCaptured, .thresholdsTuned, .listingsPerPerson: false
        }
    }

    private func figure(_ value: Double) -> String {
        switch self {
        case .oneQueue, .thresholdsTuned, .listingsPerPerson: whole(value)
        case .rankedOrder, .openExposure: hundredths(value)
        case .heroResolution, .detectionTime, .repeatRate: tenths(value)
        case .causesCaptured, .levelQueue: percent(value)
        }
    }
}
