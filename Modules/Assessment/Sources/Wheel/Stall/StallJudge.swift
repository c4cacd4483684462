import FlywheelKit

/// Finds the handoff at which the wheel stalls, from the yields of its phases.
///
/// A handoff is broken where its yield is below what the model asks, and no handoff before it that it lives on is broken:
/// late ownership says nothing of capacity while work is taken in another order than the queue's, and there is nothing to
/// decide from where no causes are written down. Nor does it where the queue is cleared now and then (``StandingQueue``), or
/// grows by no more than comes back while nothing is decided about it: more people would do the same work again. What is
/// broken in four of five drawings of the weeks is a stall; of several, the one with the largest shortfall × elasticity.
struct StallJudge {
    /// The yields of one drawing of the weeks, or of all.
    private struct Shares {
        var yields: [Stall: Double] = [:]
        /// The share of weeks in which the queue was cleared.
        var cleared: Double?

        subscript(stall: Stall) -> Double? { yields[stall] }
    }

    private let model: WheelModel
    private let whole: Shares
    private let drawn: [Shares]
    private let growsByReturns: Bool

    init(_ yields: WheelYields, model: WheelModel) {
        self.model = model
        growsByReturns = yields.problems.growsByReturns
        let cleared = yields.cleared
        var whole = Shares(cleared: cleared.share)
        var drawn = cleared.drawn.map { Shares(cleared: $0) }
        for stall in Stall.allCases where yields.unknown(stall) == nil {
            let tally = yields.weighed(stall)
            whole.yields[stall] = tally.share
            for (place, drawing) in yields.window(of: stall).drawings.enumerated() {
                drawn[place].yields[stall] = tally.share(of: drawing)
            }
        }
        (self.whole, self.drawn) = (whole, drawn)
    }

    /// What came out, before it is put into words.
    struct Outcome {
        var verdict: StallDiagnosis.Verdict
        var confidence: Double?
        var candidates: [StallDiagnosis.Candidate]
    }

    /// Judges over all weeks, and over each drawing of them for how sure that is.
    func judged(_ yields: WheelYields) -> Outcome {
        let brokenOf = drawn.map(broken)
        let candidates = candidates(brokenOf)
        let stalls = candidates.filter { $0.isBroken && $0.support >= model.leastSupport }.map(\.stall)
        let excused: Set<Stall> = growsByReturns && stalls.contains(.noDecision) ? [.noCapacity] : []
        if let stall = stalls.first(where: { !excused.contains($0) }) {
            let same = zip(drawn, brokenOf).count { heaviest($1.subtracting(excused), $0) == stall }
            return Outcome(verdict: .stalled(stall), confidence: share(same, drawn.count), candidates: candidates)
        }
        let isKnown = Stall.allCases.allSatisfy { whole[$0] != nil || yields.isMoot($0) }
        let sound = share(brokenOf.count(where: \.isEmpty), drawn.count)
        guard isKnown, sound > 0.5 else {
            return Outcome(verdict: .inconclusive, confidence: nil, candidates: candidates)
        }
        return Outcome(verdict: .healthy, confidence: sound, candidates: candidates)
    }

    /// The handoffs that are broken by these yields.
    private func broken(_ shares: Shares) -> Set<Stall> {
        var found: Set<Stall> = []
        // In the order of the wheel, so that what comes before is judged before.
        for stall in Stall.allCases {
            guard let share = shares[stall], share < model.handoff(stall).broken else { continue }
            // A queue that is cleared has the people it takes: what was taken late was late for another reason.
            if stall == .noCapacity, (shares.cleared ?? 1) >= model.leastCleared { continue }
            if let before = stall.livesOn, found.contains(before), !isEnough(before, shares) { continue }
            found.insert(stall)
        }
        return found
    }

    /// Whether what a broken handoff passes on is still enough to judge the next by.
    private func isEnough(_ stall: Stall, _ shares: Shares) -> Bool {
        stall == .noRanking && (shares[stall] ?? 0) >= model.leastOrder
    }

    private func candidates(_ drawn: [Set<Stall>]) -> [StallDiagnosis.Candidate] {
        let broken = broken(whole)
        return Stall.allCases.map { stall in
            let handoff = model.handoff(stall)
            let shortfall = whole[stall].map { max(0, (handoff.target - $0) / handoff.target) }
            return StallDiagnosis.Candidate(
                stall: stall, yield: whole[stall], target: handoff.target, shortfall: shortfall,
                elasticity: handoff.elasticity, weight: shortfall.map { $0 * handoff.elasticity },
                isBroken: broken.contains(stall), support: share(drawn.count { $0.contains(stall) }, drawn.count))
        }.enumerated().sorted { ($1.element.weight ?? -1, $0.offset) < ($0.element.weight ?? -1, $1.offset) }
            .map(\.element)
    }

    /// The broken handoff with the largest shortfall × elasticity.
    private func heaviest(_ broken: Set<Stall>, _ shares: Shares) -> Stall? {
        Stall.allCases.filter(broken.contains).max { weight($0, shares) < weight($1, shares) }
    }

    private func weight(_ stall: Stall, _ shares: Shares) -> Double {
        let handoff = model.handoff(stall)
        return shares[stall].map { max(0, (handoff.target - $0) / handoff.target) * handoff.elasticity } ?? 0
    }

    private func share(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
}

extension Stall {
    /// The handoff before it without which its own yield says nothing.
    var livesOn: Stall? {
        switch self {
        case .noCapacity: .noRanking
        case .noDecision: .noCapture
        case .weeklyDetection, .noRanking, .noCapture, .noVerification: nil
        }
    }
}
