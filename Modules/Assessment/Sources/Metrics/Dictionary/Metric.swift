/// The metrics the wheel is judged by, by the key they have in every output.
///
/// What each means is its ``MetricDefinition``.
public enum Metric: String, Hashable, Sendable, CaseIterable, Codable {
    /// From the beginning of a problem to the moment it was seen.
    case timeToDetection = "time-to-detection"
    /// Problems that people found and no stage told of.
    case foundLate = "found-late-share"
    /// Alerts that were about something real.
    case alertPrecision = "alert-precision"
    /// Predictions that came true.
    case predictionHits = "prediction-hit-rate"

    /// What the open queue counts for.
    case openExposure = "open-exposure"
    /// Verified exposure cleared in a day.
    case exposureCleared = "exposure-cleared-per-day"

    /// From being seen to being claimed.
    case timeToOwn = "time-to-own"
    /// Problems of tier A claimed in time.
    case ownedInTime = "owned-in-time"
    /// From being seen to being closed for good.
    case timeToResolution = "time-to-resolution"
    /// Due times met.
    case dueMet = "due-met-share"
    /// Working time of one close.
    case touchTime = "touch-time"

    /// Closes that the data confirmed.
    case verifiedShare = "verified-share"
    /// Closes that the data refuted.
    case notFixedRate = "not-fixed-rate"
    /// Closes that say why.
    case causeCapture = "root-cause-capture"
    /// Verified ends whose cause came back within thirty days.
    case repeatRate30 = "repeat-rate-30"
    /// Verified ends whose cause came back within ninety days.
    case repeatRate90 = "repeat-rate-90"
    /// Verified ends that came back as they were.
    case regressionRate = "regression-rate"

    /// Problems that are open.
    case backlog = "open-problems"
    /// How old the oldest tenth of them is at least.
    case backlogAge = "open-age-p90"
    /// Problems found less problems ended.
    case netFlow = "net-flow"

    /// What each operator's week sells for.
    case revenuePerOperator = "revenue-per-operator"
    /// Units each listing sells in a week, whoever works on it.
    case demandPerListing = "units-per-listing"
    /// Listings each operator looks after.
    case listingsPerOperator = "listings-per-operator"
    /// Problems each operator's week brings.
    case problemsPerOperator = "problems-per-operator"
    /// Listings without a unit to sell.
    case stockoutRate = "stockout-rate"
    /// Page views at which heroes held the featured offer.
    case heroFeaturedShare = "hero-featured-share"

    /// Listings that some workflow can judge.
    case coverage
    /// Feeds that are fresh.
    case freshness

    /// The six that tell first whether the wheel turns, in the order of its phases.
    public static let ofHealth: [Metric] = [
        .timeToDetection, .openExposure, .timeToResolution, .repeatRate30, .exposureCleared, .revenuePerOperator,
    ]
}
