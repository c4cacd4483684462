/// How the claims on one listing share its loss over the horizon, in *full days*: one full day is all of a day's
/// revenue when nothing is wrong.
///
/// On each day the claims together take L = 1 - Π(1 - X), with X what the claims of one kind take: the largest of those
/// that are there. Each counts for its Shapley value of that, so the claims add up to the loss and never to more than the
/// listing earns. Rows are in the order of the claims given; their order changes no number.
public struct Attribution: Hashable, Sendable {
    /// What one claim comes to, in full days.
    public struct Row: Hashable, Sendable {
        /// Its Shapley share of the loss. Ranks the queue; the rows add up to ``Attribution/together``.
        public let countsFor: Double
        /// What fixing this one alone recovers, with what it cures, while everything else on the listing stays as it is:
        /// the loss with it less the loss without it, day by day, times the season. What stays is taken not to end by
        /// itself, so it is 0 beside a full loss and beside a larger claim of its kind, however likely those are to end.
        /// Never to be summed: two full blockers recover nothing each.
        public let fixAlone: Double
        /// The part of `countsFor` on days after a fix that is started now takes effect.
        public let avoidable: Double
        /// The rows that must be fixed before fixing this one recovers anything; empty where fixing it alone helps.
        public let blockedBy: [Int]
    }

    /// The claims, in the order given.
    public let claims: [ListingClaim]
    /// sₕ: what each day of the horizon sells compared with an ordinary one.
    public let season: [Double]
    /// One row a claim.
    public let rows: [Row]
    /// Σ sₕ·L(h), full days: what the claims lose together.
    public let together: Double

    /// Days looked ahead, today included.
    public var horizon: Int { season.count }
    /// Σ sₕ, full days: what the listing would earn over the horizon if nothing were wrong.
    public var baseline: Double { season.reduce(0, +) }

    /// Shares the loss of a listing among its claims.
    ///
    /// - Parameters:
    ///   - claims: the claims on the listing.
    ///   - horizon: days to look ahead, today included, 1 to 90; claims must reach as far.
    ///   - season: the season index of each of these days (``Season/indexes``); 1 when left out.
    public init(of claims: [ListingClaim], horizon: Int = Horizon.standard, season: [Double]? = nil) {
        Horizon.check(horizon)
        let season = season ?? Self.ordinary[horizon]
        precondition(season.count == horizon, "\(season.count) season indexes for \(horizon) days")
        precondition(
            season.allSatisfy(Season.indexes.contains), "season indexes lie in \(Season.indexes): \(season)")
        precondition(
            claims.allSatisfy { $0.expected.shares.count >= horizon }, "a claim ends before the horizon of \(horizon)")
        if claims.count == 1 {
            self = Attribution(ofOne: claims, season: season)
            return
        }
        let rule = GaussLegendre.exact(forDegree: max(0, claims.count - 1))
        let ended = claims.indices.map { Self.ended(byFixing: $0, of: claims) }
        let standing = claims.map(\.expected.probability)
        let kinds = Self.kinds(of: claims)

        var countsFor = [Double](repeating: 0, count: claims.count)
        var fixAlone = countsFor
        var avoidable = countsFor
        var together = 0.0
        var shares = countsFor
        var overlap = DailyOverlap(claims.map { $0.expected.onDay(0) }, kinds: kinds)
        for day in 0..<horizon {
            overlap.move { claims[$0].expected.onDay(day) }
            together += season[day] * overlap.loss
            overlap.shapley(by: rule, into: &shares)
            for index in claims.indices {
                let fullDays = season[day] * shares[index]
                let partAfterFix = min(1, max(0, Double(day + 1) - claims[index].fixTakesDays))
                countsFor[index] += fullDays
                avoidable[index] += fullDays * partAfterFix
                fixAlone[index] += season[day] * overlap.recovered(byEnding: ended[index], standing: standing)
            }
        }
        self.claims = claims
        self.season = season
        self.together = together
        rows = claims.indices.map { index in
            let isBlocked = Self.roundsToZero(fixAlone[index]) && !Self.roundsToZero(countsFor[index])
            return Row(
                countsFor: countsFor[index], fixAlone: fixAlone[index], avoidable: avoidable[index],
                blockedBy: isBlocked ? Self.blockers(of: index, among: claims, ended: ended[index]) : [])
        }
    }

    /// Most listings have one claim, with which nothing has to be shared.
    private init(ofOne claims: [ListingClaim], season: [Double]) {
        let (claim, expected) = (claims[0], claims[0].expected)
        var (countsFor, fixAlone, avoidable, together) = (0.0, 0.0, 0.0, 0.0)
        for (day, index) in season.enumerated() {
            let today = expected.onDay(day)
            let loss = 1 - ((1 - today.chance) + (1 - today.lost) * today.chance)
            let fullDays = index * (today.chance * today.lost)
            together += index * loss
            countsFor += fullDays
            avoidable += fullDays * min(1, max(0, Double(day + 1) - claim.fixTakesDays))
            fixAlone += index * max(0, loss)
        }
        self.claims = claims
        self.season = season
        self.together = together
        rows = [Row(countsFor: countsFor, fixAlone: fixAlone, avoidable: avoidable, blockedBy: [])]
    }

    /// Days like any other, by how many they are.
    private static let ordinary = (0...Horizon.allowed.upperBound).map { [Double](repeating: 1, count: $0) }

    /// How the loss is shared once the claim at `index`, and what it cures, is gone. Rows keep their places; those that
    /// ended count for nothing.
    public func after(fixing index: Int) -> Attribution {
        let ended = Self.ended(byFixing: index, of: claims)
        return Attribution(of: zip(claims, ended).map { $1 ? $0.ended : $0 }, horizon: horizon, season: season)
    }

    /// What ending the claims marked in `ended` together recovers, while all others stay as they are, in full days, as
    /// for ``Row/fixAlone``. Never more than ``together``.
    public func recovered(byEnding ended: [Bool]) -> Double {
        precondition(ended.count == claims.count, "\(ended.count) marks for \(claims.count) claims")
        let standing = claims.map(\.expected.probability)
        return daily { $0.recovered(byEnding: ended, standing: standing) }.reduce(0, +)
    }

    /// What the claim at `index` counts for on each day of the horizon, in full days; adds up to its `countsFor`.
    public func dailyCountsFor(_ index: Int) -> [Double] {
        let rule = GaussLegendre.exact(forDegree: claims.count - 1)
        return daily { $0.shapley(by: rule)[index] }
    }

    /// What the claims take together of each day of the horizon, in full days; adds up to ``together``.
    public var dailyTogether: [Double] { daily(\.loss) }

    private func daily(_ value: (DailyOverlap) -> Double) -> [Double] {
        let kinds = Self.kinds(of: claims)
        return season.indices.map { day in
            season[day] * value(DailyOverlap(claims.map { $0.expected.onDay(day) }, kinds: kinds))
        }
    }
}

extension Attribution {
    /// Which claims end when the one at `index` is fixed: itself and what it cures.
    private static func ended(byFixing index: Int, of claims: [ListingClaim]) -> [Bool] {
        claims.indices.map { $0 == index || claims[index].cures.contains(claims[$0].kind) }
    }

    /// Whether it shows as 0.0000, the precision amounts are made from.
    private static func roundsToZero(_ fullDays: Double) -> Bool { Decimal4(fullDays: fullDays) == .zero }

    /// Of the claims that stay and beside which alone, on the first day that `index` claims anything, ending it recovers
    /// nothing, the largest: a full loss, else as much of its own kind. Where it takes several, the largest of all.
    private static func blockers(of index: Int, among claims: [ListingClaim], ended: [Bool]) -> [Int] {
        guard let day = claims[index].expected.shares.firstIndex(where: { $0 > 0 }) else { return [] }
        let others = claims.indices.filter { !ended[$0] }
        let blocking = others.filter { other in
            let pair = [claims[index], claims[other]]
            let overlap = DailyOverlap(pair.map { $0.expected.onDay(day) }, kinds: kinds(of: pair))
            let recovered = overlap.recovered(byEnding: [true, false], standing: pair.map(\.expected.probability))
            return recovered < 1e-9 * claims[index].expected.shares[day]
        }
        let sizes = claims.map { $0.expected.probability * $0.expected.lost[day] }
        let asked = blocking.isEmpty ? others : blocking
        let largest = asked.map { sizes[$0] }.max() ?? 0
        return largest > 0 ? asked.filter { sizes[$0] == largest } : []
    }

    /// The places of the claims of each kind.
    private static func kinds(of claims: [ListingClaim]) -> [[Int]] {
        var kinds: [[Int]] = []
        for (place, claim) in claims.enumerated() {
            if let known = kinds.firstIndex(where: { claims[$0[0]].kind == claim.kind }) {
                kinds[known].append(place)
            } else {
                kinds.append([place])
            }
        }
        return kinds
    }
}
