public import FlywheelKit

/// One exception's claim on a listing, as the attribution needs it.
public struct ListingClaim: Hashable, Sendable {
    /// The id of the finding's kind, which other claims may name as cured.
    public let kind: String
    /// What it is expected to take of each day.
    public let expected: ExpectedShares
    /// Days a fix takes from its start to its effect.
    public let fixTakesDays: Double
    /// The ids of kinds that end on the listing when this one is fixed.
    public let cures: [String]

    /// The claim of an exposure; `nil` when it claims no shares.
    ///
    /// - Parameters:
    ///   - kind: the id of the finding's kind.
    ///   - exposure: what the stage claims.
    ///   - asOf: the moment looked from.
    ///   - survival: see ``ExpectedShares/init(of:asOf:survival:horizon:)``.
    ///   - horizon: days to look ahead, 1 to 90.
    public init?(
        kind: String, _ exposure: Exposure, asOf: Instant, survival: [Double], horizon: Int = Horizon.standard
    ) {
        guard let expected = ExpectedShares(of: exposure, asOf: asOf, survival: survival, horizon: horizon) else {
            return nil
        }
        self.init(kind: kind, expected, fixTakesDays: exposure.fixTakesDays, cures: exposure.cures)
    }

    private init(kind: String, _ expected: ExpectedShares, fixTakesDays: Double, cures: [String]) {
        self.kind = kind
        self.expected = expected
        self.fixTakesDays = fixTakesDays
        self.cures = cures
    }

    /// The same after it was fixed.
    var ended: ListingClaim { ListingClaim(kind: kind, expected.ended, fixTakesDays: fixTakesDays, cures: cures) }
}
