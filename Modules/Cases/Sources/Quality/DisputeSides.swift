/// How disputes ended: for the desk, and for the buyers and sellers between whom it decides.
///
/// A seller's desk has a part in its disputes. A marketplace's has one in few: most are of a buyer with a seller, and whether
/// it is fair to both shows in what either wins of the same disputes.
public struct DisputeSides: Hashable, Sendable {
    /// For the desk, in disputes that it has a part in.
    public let desk: DisputeResults
    /// For buyers, in disputes of others.
    public let buyers: DisputeResults
    /// For sellers, in disputes of others.
    public let sellers: DisputeResults

    /// Counts.
    public init(_ cases: [CaseTimeline]) {
        desk = DisputeResults(cases)
        buyers = DisputeResults(cases, of: .buyer)
        sellers = DisputeResults(cases, of: .seller)
    }

    /// The results by the figure that they are.
    public var byMetric: [(metric: DeskMetric, results: DisputeResults)] {
        [(.disputesWon, desk), (.buyersWon, buyers), (.sellersWon, sellers)]
    }

    /// Those of which there are any.
    public var known: [(metric: DeskMetric, results: DisputeResults)] {
        byMetric.filter { $0.results.all != DisputeResults.Tally() }
    }
}
