extension Metric {
    /// How parts add up to a value.
    enum Shape: Hashable, Sendable {
        /// What counts, of all that could.
        case share
        /// The median of durations.
        case duration
        /// The mean of numbers.
        case mean
        /// A sum of money for each day watched.
        case amountPerDay
        /// What came less what ended, for each week watched.
        case netPerWeek
        /// What is open at the end.
        case backlog
        /// How old that is.
        case backlogAge
        /// What turns measured.
        case turns
        /// What came, for each operator that turns measured.
        case arrivalsPerOperator
    }

    var shape: Shape {
        switch self {
        case .foundLate, .alertPrecision, .predictionHits, .ownedInTime, .dueMet, .verifiedShare, .notFixedRate,
            .causeCapture, .repeatRate30, .repeatRate90, .regressionRate:
            .share
        case .timeToDetection, .timeToOwn, .timeToResolution: .duration
        case .touchTime: .mean
        case .exposureCleared: .amountPerDay
        case .netFlow: .netPerWeek
        case .backlog: .backlog
        case .backlogAge: .backlogAge
        case .problemsPerOperator: .arrivalsPerOperator
        case .openExposure, .revenuePerOperator, .demandPerListing, .listingsPerOperator, .stockoutRate,
            .heroFeaturedShare, .coverage, .freshness:
            .turns
        }
    }

    /// Whether it is made of problems that are open at the end, and not of what happened in the window.
    var isStock: Bool { shape == .backlog || shape == .backlogAge }

    /// Whether it is made of turns alone, and not of problems.
    public var isOfTurns: Bool { shape == .turns }
}
