extension Metric {
    /// What it means.
    public var definition: MetricDefinition {
        switch self {
        case .timeToDetection: .timeToDetection
        case .foundLate: .foundLate
        case .alertPrecision: .alertPrecision
        case .predictionHits: .predictionHits
        case .openExposure: .openExposure
        case .exposureCleared: .exposureCleared
        case .timeToOwn: .timeToOwn
        case .ownedInTime: .ownedInTime
        case .timeToResolution: .timeToResolution
        case .dueMet: .dueMet
        case .touchTime: .touchTime
        case .verifiedShare: .verifiedShare
        case .notFixedRate: .notFixedRate
        case .causeCapture: .causeCapture
        case .repeatRate30: .repeatRate(days: "30", beside: .repeatRate90)
        case .repeatRate90: .repeatRate(days: "90", beside: .repeatRate30)
        case .regressionRate: .regressionRate
        case .backlog: .backlog
        case .backlogAge: .backlogAge
        case .netFlow: .netFlow
        case .revenuePerOperator: .revenuePerOperator
        case .demandPerListing: .demandPerListing
        case .listingsPerOperator: .listingsPerOperator
        case .problemsPerOperator: .problemsPerOperator
        case .stockoutRate: .stockoutRate
        case .heroFeaturedShare: .heroFeaturedShare
        case .coverage: .coverage
        case .freshness: .freshness
        }
    }
}

extension MetricDefinition {
    static let noMoney = "no money enters"
    static let reported =
        "all amounts in the currency of the report, in minor units; what has no rate to it is unpriced and apart"
    static let wilson = "bounds of 95% by Wilson's score interval"
    static let productLimit =
        "median by the product-limit estimate (Kaplan and Meier 1958), bounds of 95% by Brookmeyer and Crowley (1982)"
    static let newestTurn = "the newest turn of the window that measured it"
    static let allTurns = "turns of the window that measured it"
    static let weeksLastTurns =
        "of each week of the window the last turn that knows both; a value of several weeks divides sums by sums"
}
