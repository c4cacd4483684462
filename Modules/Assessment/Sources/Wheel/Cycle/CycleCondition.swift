/// One condition of a cycle in one month, with the figure that it hangs on.
public struct CycleCondition: Hashable, Sendable {
    /// What must hold.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Cycle 1: problems of two workflows or more stand in one queue.
        case oneQueue = "one-queue"
        /// Cycle 2: work is taken in the order of revenue at risk.
        case rankedOrder = "ranked-order"
        /// Cycle 2: problems of tier A end sooner than when order was by hand.
        case heroResolution = "hero-resolution"
        /// Cycle 3: closes name a usable cause.
        case causesCaptured = "causes-captured"
        /// Cycle 3: as many problems end as come, whatever the catalogue grows by.
        case levelQueue = "level-queue"
        /// Cycle 4: thresholds were changed from what was closed.
        case thresholdsTuned = "thresholds-tuned"
        /// Cycle 4: problems are found sooner than before.
        case detectionTime = "detection-time"
        /// Cycle 4: what the open queue has at risk, against sales, is less than before.
        case openExposure = "open-exposure"
        /// Cycle 5: there are more listings for each full-time person than before.
        case listingsPerPerson = "listings-per-person"
        /// Cycle 5: fewer problems come back than before, for each listing that is as busy as usual, or no more than chance explains:
        /// where prevention takes hold, what never came back grows rare as well, and the share of ends that do hardly moves.
        case repeatRate = "repeat-rate"

        /// The cycle it belongs to, 1 to 5.
        public var cycle: Int {
            switch self {
            case .oneQueue: 1
            case .rankedOrder, .heroResolution: 2
            case .causesCaptured, .levelQueue: 3
            case .thresholdsTuned, .detectionTime, .openExposure: 4
            case .listingsPerPerson, .repeatRate: 5
            }
        }

        /// How many months the figure looks back beyond its own, within which lies what moved it.
        var monthsBack: Int {
            switch self {
            case .rankedOrder, .causesCaptured, .levelQueue, .listingsPerPerson: 1
            case .oneQueue, .heroResolution, .detectionTime, .openExposure: 3
            case .thresholdsTuned, .repeatRate: 6
            }
        }
    }

    /// Whether it holds.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        /// It does.
        case met
        /// It does not.
        case notMet = "not-met"
        /// Too little is known to tell.
        case unknown
    }

    /// What must hold.
    public var kind: Kind
    /// Whether it does.
    public var outcome: Outcome
    /// The figure, in the unit of ``text``; `nil` where it is not known.
    public var value: Double?
    /// What the figure is held against; `nil` where that is not known.
    public var limit: Double?
    /// The condition with its figures, as a sentence.
    public var text: String
}
