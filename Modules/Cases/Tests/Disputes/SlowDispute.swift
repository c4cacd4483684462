import Cases
import FlywheelKit

/// A second, slow reading of the rules of disputes: from its beginning, hour by hour, in plain numbers.
///
/// All instants of the moves lie on whole hours after `start`, all sums are cents of one currency unless marked foreign.
struct SlowDispute {
    struct Hold {
        var left: Int64
        let until: Int
        let goesTo: DisputeParty
        let isDesks: Bool
    }

    let terms: DisputeTerms
    let start: Instant
    let currency: Currency
    var accepted: [(hour: Int, move: DisputeMove)] = []

    var hour = 0
    var stage: DisputeStage
    var entered = 0
    var end: Int?
    var stake: Int64
    var freshEvidence: [DisputeParty] = []
    var outcomes: [String] = []
    var decider: DisputeParty?
    var award: Int64 = 0
    var appeals = 0
    var holds: [Hold] = []
    var toClaimant: Int64 = 0
    var released: Int64 = 0
    var used: [Int64] = []

    init(_ terms: DisputeTerms, start: Instant, stake: Int64, currency: Currency) {
        self.terms = terms
        self.start = start
        self.stake = stake
        self.currency = currency
        stage = terms.rules.first
        end = days(of: stage).map { $0 * 24 }
    }

    func hours(_ at: Instant) -> Int { Int(at.seconds - start.seconds) / 3_600 }

    func days(of stage: DisputeStage) -> Int? {
        if stage == .closed { return nil }
        if stage == .decided { return terms.rules.appeal?.days }
        for rules in terms.rules.stages where rules.stage == stage { return rules.days }
        return nil
    }

    mutating func go(_ to: DisputeStage, stated: Int? = nil) {
        stage = to
        entered = hour
        end = stated ?? days(of: to).map { hour + $0 * 24 }
    }

    mutating func ruled(_ outcome: String, award: Int64, by: DisputeParty? = nil) {
        outcomes.append(outcome)
        decider = by
        self.award = award
        freshEvidence = []
        var open = false
        if let rules = terms.rules.appeal, appeals < rules.times {
            for party in rules.by where lost(party) { open = true }
        }
        go(open ? .decided : .closed)
    }

    func lost(_ party: DisputeParty) -> Bool {
        if decider == party { return false }
        return lostMoney(party)
    }

    private func lostMoney(_ party: DisputeParty) -> Bool {
        switch outcomes.last {
        case "upheld": party == .respondent
        case "denied": party == .claimant
        case "partly": party != .reviewer
        default: false
        }
    }

    /// One hour passes at a time.
    mutating func tick(to target: Int) {
        while true {
            for index in holds.indices where holds[index].until == hour && holds[index].left > 0 {
                if stage == .decided || stage == .closed {
                    toClaimant += min(holds[index].left, max(0, award - toClaimant))
                } else if holds[index].goesTo == .claimant {
                    toClaimant += min(holds[index].left, max(0, stake - toClaimant))
                }
                holds[index].left = 0
            }
            if end == hour {
                if stage == .decided {
                    go(.closed)
                } else {
                    for rules in terms.rules.stages where rules.stage == stage {
                        switch rules.atDeadline.rawValue {
                        case "upheld": ruled("upheld", award: stake)
                        case "denied": ruled("denied", award: 0)
                        case "withdrawn": ruled("withdrawn", award: 0)
                        case "review": go(.review)
                        case "stands": go(.closed)
                        default: break
                        }
                        break
                    }
                }
            }
            if hour == target { return }
            hour += 1
        }
    }

    /// Whether the move is legal at that hour; if it is, it is made.
    mutating func accepts(_ move: DisputeMove, at target: Int) -> Bool {
        var trial = self
        trial.tick(to: target)
        let lapsed =
            trial.outcomes.count != outcomes.count || trial.stage != stage || trial.entered != entered
            || zip(trial.holds, holds).contains { $0.left != $1.left }
        guard trial.make(move, lapsed: lapsed) else { return false }
        self = trial
        return true
    }

    private func isDesks(_ party: DisputeParty) -> Bool {
        switch party {
        case .claimant: terms.claimant == terms.desk
        case .respondent: terms.respondent == terms.desk
        case .reviewer: terms.reviewer == terms.desk
        }
    }

    private mutating func entitles(_ authority: Authority, _ type: DecisionType, _ cents: Int64, desks: Bool) -> Bool {
        switch authority {
        case .outside(let reference): return !desks && reference != ""
        case .desk(let decision):
            guard desks, !used.contains(decision.number), decision.type == type,
                decision.amount?.minorUnits == cents
            else { return false }
            used.append(decision.number)
            return true
        default: return false
        }
    }

    private mutating func make(_ move: DisputeMove, lapsed: Bool) -> Bool {
        let rules = terms.rules.stages.filter { $0.stage == stage }.first
        let held = holds.map(\.left).reduce(0, +)
        switch move {
        case .opened: return false
        case .lapsesNoted: return lapsed
        case .amount(let sum):
            guard outcomes.isEmpty, sum.currency == currency, sum.minorUnits >= max(1, held, toClaimant) else {
                return false
            }
            stake = sum.minorUnits
        case .evidence(let evidence):
            let parties = stage == .decided ? (terms.rules.appeal?.by ?? []).filter(lost) : rules?.evidenceFrom ?? []
            guard parties.contains(evidence.by), evidence.reference != "" else { return false }
            freshEvidence.append(evidence.by)
        case .moved(let to, let by, let deadline):
            guard let rules, rules.moves.contains(where: { $0.to == to && $0.by == by }) else { return false }
            if let deadline, hours(deadline) <= hour { return false }
            go(to, stated: deadline.map(hours))
        case .withdrawn:
            if stage == .decided || stage == .closed { return false }
            if stage == .appeal { go(.closed) } else { ruled("withdrawn", award: 0) }
        case .appealed(let by, let deadline):
            guard stage == .decided, let appeal = terms.rules.appeal, appeal.by.contains(by), lost(by) else {
                return false
            }
            if appeal.needsEvidence && !freshEvidence.contains(by) { return false }
            if let deadline, hours(deadline) <= hour { return false }
            appeals += 1
            go(.appeal, stated: deadline.map(hours))
        default: return makeMoney(move, held: held, rules: rules)
        }
        return true
    }

    private mutating func makeMoney(_ move: DisputeMove, held: Int64, rules: DisputeStageRules?) -> Bool {
        switch move {
        case .decided(let outcome, let by, let authority):
            guard let rules, rules.deciders.contains(by) else { return false }
            var given = stake
            if case .denied = outcome {
                guard by == .reviewer else { return false }
                given = 0
            }
            if case .withdrawn = outcome { return false }
            if case .partly(let award) = outcome {
                guard award.currency == currency, award.minorUnits > 0, award.minorUnits < stake else { return false }
                given = award.minorUnits
            }
            let weight = by == .respondent ? given : stake
            guard entitles(authority, terms.rules.kind.decision, weight, desks: isDesks(by)) else { return false }
            ruled(outcome.code, award: given, by: by)
        case .held(let hold):
            let end = hours(hold.until)
            var desks = false
            if case .desk = hold.authority { desks = true }
            guard stage != .closed, hold.rule != "", hold.reason != "", hold.then != .reviewer, end > hour,
                end <= hour + terms.rules.holdDays * 24, hold.amount.currency == currency,
                hold.amount.minorUnits > 0, held + hold.amount.minorUnits <= stake,
                desks || terms.desk != .platform,
                entitles(hold.authority, .hold, held + hold.amount.minorUnits, desks: desks)
            else { return false }
            holds.append(Hold(left: hold.amount.minorUnits, until: end, goesTo: hold.then, isDesks: desks))
        case .released(let release):
            guard release.hold >= 1, release.hold <= holds.count, release.to != .reviewer else { return false }
            let hold = holds[release.hold - 1]
            let cents = release.amount.minorUnits
            guard release.amount.currency == currency, cents > 0, cents <= hold.left else { return false }
            let limit = stage == .decided || stage == .closed ? award : stake
            if release.to == .claimant && toClaimant + cents > limit { return false }
            guard entitles(release.authority, .release, released + cents, desks: hold.isDesks) else { return false }
            holds[release.hold - 1].left -= cents
            if hold.isDesks { released += cents }
            if release.to == .claimant { toClaimant += cents }
        case .paid(let sum, let reference):
            guard stage == .decided || stage == .closed, reference != "", sum.currency == currency,
                sum.minorUnits > 0, toClaimant + sum.minorUnits <= award
            else { return false }
            toClaimant += sum.minorUnits
        default: return false
        }
        return true
    }
}
