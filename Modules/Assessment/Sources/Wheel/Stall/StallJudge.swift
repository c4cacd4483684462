import FlywheelKit

/// Finds the handoff at which the wheel stalls, from the yields of its phases.
///
/// A handoff is broken where its yield is below what the model asks, and no handoff before it that it lives on is broken:
/// late ownership says nothing of capacity while work is taken in another order than the queue's, and there is nothing to decide
/// from where no causes are written down. What is broken in four of
/// five drawings of the weeks is a stall; of several, the one with the largest shortfall × elasticity.
struct StallJudge {
    private let model: WheelModel
    private let known: [(stall: Stall, tally: WeighedTally)]

    init(_ yields: WheelYields, model: WheelModel) {
        self.model = model
        known = Stall.allCases.filter { yields.unknown($0) == nil }.map { ($0, yields.weighed($0)) }
    }

    /// What came out, before it is put into words.
    struct Outcome {
        var verdict: StallDiagnosis.Verdict
        var confidence: Double?
        var candidates: [StallDiagnosis.Candidate]
    }

    /// Judges over all weeks, and over each drawing of them for how sure that is.
    func judged(_ yields: WheelYields) -> Outcome {
        let shares = known.compactMap { entry in entry.tally.share.map { (entry.stall, $0) } }
        let whole = Dictionary(uniqueKeysWithValues: shares)
        let drawn = yields.window.drawings.map { drawing in
            Dictionary(
                uniqueKeysWithValues: known.compactMap { entry in
                    entry.tally.share(of: drawing).map { (entry.stall, $0) }
                })
        }
        let brokenOf = drawn.map(broken)
        let candidates = candidates(whole, brokenOf)
        let stall = candidates.first { $0.isBroken && $0.support >= model.leastSupport }?.stall
        if let stall {
            let same = zip(drawn, brokenOf).count { heaviest($1, $0) == stall }
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
    private func broken(_ shares: [Stall: Double]) -> Set<Stall> {
        var found: Set<Stall> = []
        // In the order of the wheel, so that what comes before is judged before.
        for stall in Stall.allCases {
            guard let share = shares[stall], share < model.handoff(stall).broken else { continue }
            if let before = stall.livesOn, found.contains(before), !isEnough(before, shares) { continue }
            found.insert(stall)
        }
        return found
    }

    /// Whether what a broken handoff passes on is still enough to judge the next by.
    private func isEnough(_ stall: Stall, _ shares: [Stall: Double]) -> Bool {
        stall == .noRanking && (shares[stall] ?? 0) >= model.leastOrder
    }

    private func candidates(_ whole: [Stall: Double], _ drawn: [Set<Stall>]) -> [StallDiagnosis.Candidate] {
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
    private func heaviest(_ broken: Set<Stall>, _ shares: [Stall: Double]) -> Stall? {
        Stall.allCases.filter(broken.contains).max { weight($0, shares) < weight($1, shares) }
    }

    private func weight(_ stall: Stall, _ shares: [Stall: Double]) -> Double {
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
