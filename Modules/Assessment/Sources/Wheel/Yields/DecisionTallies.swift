import FlywheelKit
import Statistics

/// The yields that follow from what was decided: whether causes that come back lead to decisions, and decisions to reviews.
struct DecisionTallies {
    /// A cause of one workflow.
    struct Source: Hashable {
        var workflow: Int
        var cause: Int
    }

    /// Weeks in which something was decided, of one in ``WheelModel/decisionPaceWeeks`` since causes called for it.
    private(set) var decided: WeeklyTally
    /// Causes that came back and were answered by a decision.
    private(set) var answered: WeeklyTally
    /// Decisions reviewed, of those due for it.
    private(set) var reviewed: WeeklyTally
    /// Causes that came back within the window, the most frequent first, with their closes.
    private(set) var sources: [(source: Source, closes: Int)] = []
    /// The newest decision about how to work.
    private(set) var newest: Decision?

    /// Decisions that change how work is found, given, done or spared; a policy of the business and a handoff taken out
    /// do not come from causes.
    static func changesWork(_ decision: Decision) -> Bool {
        switch decision.kind {
        case .threshold, .routing, .rule, .prevention: true
        case .policy, .handoff: false
        }
    }

    init(of history: WorkHistory, in window: WheelWindow, model: WheelModel) {
        let tally = WeeklyTally(weeks: window.weeks, kept: model.rowsShown)
        (decided, answered, reviewed) = (tally, tally, tally)
        let decisions = history.decisions.filter(Self.changesWork)
        newest = decisions.last
        let causes = TellingCauses(of: history)
        // When each cause was recorded, in order.
        var closes: [Source: [(at: Instant, id: Int64)]] = [:]
        for problem in history.problems {
            guard problem.closer != nil, let cause = causes.cause(of: problem), let ended = problem.ended,
                ended > window.from, ended <= window.until
            else { continue }
            closes[Source(workflow: problem.workflow, cause: cause), default: []].append((ended, problem.id))
        }
        let back = closes.mapValues { $0.sorted { ($0.at, $0.id) < ($1.at, $1.id) } }
            .compactMap { source, closes in
                Self.cameBack(closes, model).map { (source: source, closes: closes, third: closes[$0]) }
            }
            .sorted {
                ($1.closes.count, $0.source.workflow, $0.source.cause)
                    < ($0.closes.count, $1.source.workflow, $1.source.cause)
            }
        sources = back.map { ($0.source, $0.closes.count) }
        for (source, closes, third) in back {
            let answer = decisions.last {
                $0.at > closes[0].at
                    && ($0.subject == history.causes[source.cause]
                        || ($0.workflow ?? source.workflow) == source.workflow)
            }
            guard let week = window.week(of: third.at) else { continue }
            answered.add(week: week, answer != nil, .problem(third.id), at: third.at)
        }
        countWeeks(back.map(\.third.at).min(), decisions, window, model)
        for decision in history.decisions {
            guard let week = window.week(of: decision.review), decision.rolledBack == nil else { continue }
            reviewed.add(week: week, decision.effect != nil, .decision(decision.id), at: decision.review)
        }
    }

    /// The place of the close by which a cause has come back often enough within ``WheelModel/windowWeeks``; `nil` where it has not.
    private static func cameBack(_ closes: [(at: Instant, id: Int64)], _ model: WheelModel) -> Int? {
        closes.indices.dropFirst(model.repeatsForDecision - 1).first {
            closes[$0].at.days(since: closes[$0 + 1 - model.repeatsForDecision].at) <= 7 * Double(model.windowWeeks)
        }
    }

    /// Counts the weeks since causes called for decisions.
    ///
    /// Decisions are few, so chance moves a quarter's number of them by half; a year's tells their pace. Where the silence since
    /// the last one is longer than chance leaves after such a pace, that silence alone is what is.
    private mutating func countWeeks(
        _ called: Instant?, _ decisions: [Decision], _ window: WheelWindow, _ model: WheelModel
    ) {
        guard let called else { return }
        let decided = Set(decisions.compactMap { window.week(of: $0.at) })
        var weeks = (0..<window.weeks).filter { window.start(of: $0) >= called }
        if let last = weeks.lastIndex(where: decided.contains) {
            let (before, silence) = (weeks[...last], weeks[(last + 1)...])
            // Of as many weeks after those, with a pace that is known from them alone: Poisson under Jeffreys' prior.
            let chance = SpecialFunctions.power(
                Double(before.count) / Double(weeks.count), Double(before.count(where: decided.contains)) + 0.5)
            if silence.count >= model.leastDecisionWeeks, chance < model.silenceProbability { weeks = Array(silence) }
        }
        for week in weeks {
            self.decided.add(week: week, part: decided.contains(week) ? 1 : 0, whole: 1 / model.decisionPaceWeeks)
        }
    }
}
