import FlywheelKit
import Statistics

/// All yields of a history over its window, and the counts behind them.
struct WheelYields {
    let window: WheelWindow
    /// The longer one that decisions are counted in.
    let decisionWindow: WheelWindow
    let problems: ProblemTallies
    let order: ClaimOrder
    let lanes: WeeklyTally
    let standing: StandingQueue
    let decisions: DecisionTallies
    let rhythm: TurnRhythm
    private let watched: WeeklyTally
    private let decisionsGap: String?
    private let model: WheelModel

    init(of history: WorkHistory, taken: TakenWork, lanes: LaneOrder, model: WheelModel) {
        self.model = model
        decisionsGap = history.decisionsGap
        window = WheelWindow(of: history, most: model.windowWeeks, model: model)
        decisionWindow = WheelWindow(of: history, most: model.decisionWindowWeeks, model: model)
        rhythm = TurnRhythm(of: history, limitHours: model.lagLimitHours)
        watched = rhythm.tally(in: window, kept: model.rowsShown)
        problems = ProblemTallies(of: history, in: window, rhythm: rhythm, model: model)
        order = ClaimOrder(of: taken, in: window, kept: model.rowsShown)
        self.lanes = lanes.tally(in: window)
        standing = StandingQueue(of: taken, in: window, kept: model.rowsShown)
        decisions = DecisionTallies(of: history, in: decisionWindow, model: model)
    }

    /// The tally a handoff is judged by.
    func tally(of stall: Stall) -> WeeklyTally {
        switch stall {
        case .weeklyDetection: problems.foundInTime
        case .noRanking: isTakenByLane ? lanes : order.tally
        case .noCapacity: problems.owned
        case .noCapture: problems.caused
        case .noDecision: decisions.decided
        case .noVerification: problems.verified
        }
    }

    /// The first week a handoff is judged by: of the newest quarter, where enough came in it, so that it is said what is and not
    /// what was; else of the whole window, as for capacity, where a season lasts a quarter.
    func firstWeek(_ stall: Stall) -> Int {
        firstWeek(tally(of: stall), least: least(stall), isLong: stall == .noCapacity || stall == .noDecision)
    }

    /// The weeks a handoff is counted in.
    func window(of stall: Stall) -> WheelWindow { stall == .noDecision ? decisionWindow : window }

    /// The share of weeks in which the queue was cleared, over all and in each drawing: of half a year, since a season lasts a
    /// quarter, or of the newest quarter, where it came to be cleared since.
    var cleared: (share: Double?, drawn: [Double?]) {
        let spans = [0, max(0, window.weeks - model.recentWeeks)].map { WeighedTally(standing.tally, from: $0) }
        return (
            spans.compactMap(\.share).max(),
            window.drawings.map { drawing in spans.compactMap { $0.share(of: drawing) }.max() }
        )
    }

    /// The tally of a handoff, weighed.
    func weighed(_ stall: Stall) -> WeighedTally { WeighedTally(tally(of: stall), from: firstWeek(stall)) }

    /// What came over the weeks a handoff is judged by.
    func count(_ stall: Stall) -> Int { tally(of: stall).count(from: firstWeek(stall)) }

    /// Whether people keep to the order within workflows better than to that of the whole queue.
    var isTakenByLane: Bool {
        guard lanes.count(from: 0) >= model.leastClaims else { return false }
        guard order.tally.count(from: 0) >= model.leastClaims else { return true }
        let first = max(0, window.weeks - model.recentWeeks)
        let byQueue = WeighedTally(order.tally, from: first).share ?? 0
        return (WeighedTally(lanes, from: first).share ?? 0) > byQueue
    }

    /// Why a handoff cannot be judged; `nil` where it can.
    func unknown(_ stall: Stall) -> String? {
        let weeks = window.weeks
        guard weeks >= model.leastWeeks else {
            return "\(weeks) full weeks were watched, and it takes \(model.leastWeeks)"
        }
        if stall == .noDecision, let decisionsGap { return decisionsGap }
        let (count, least) = (count(stall), least(stall))
        // Where hardly anybody works with the queue, it says nothing of what people could do.
        let acts = max(order.claims, problems.caused.count(from: 0))
        if stall == .noCapacity, acts < model.leastClaims {
            return "\(acts) problems were taken on, and it takes \(model.leastClaims)"
        }
        // Out of a handful of closes a cause that came back says nothing of how people decide.
        let ended = problems.caused.count(from: 0)
        if stall == .noDecision, ended < model.leastCloses {
            return "\(ended) pieces of work ended, and it takes \(model.leastCloses)"
        }
        guard count < least else { return nil }
        switch stall {
        case .weeklyDetection:
            return "of \(count) problems it is known when they began or who found them, and it takes \(least)"
        case .noRanking:
            return order.known < least
                ? "of \(order.known) claims it is known where the row stood, and it takes \(least)"
                : "\(order.choices) of \(order.known) claims had more than one row to choose from, and it takes \(least)"
        case .noCapacity: return "\(count) problems were open long enough to tell, and it takes \(least)"
        case .noCapture: return "\(count) pieces of work ended, and it takes \(least)"
        case .noDecision:
            return decisions.sources.isEmpty
                ? "no cause was recorded \(model.repeatsForDecision) times"
                : "causes have called for a decision for \(count) weeks, and it takes \(least)"
        case .noVerification: return "\(count) closes are old enough to be checked, and it takes \(least)"
        }
    }

    /// Whether a handoff that cannot be judged has nothing to hand on, so that it cannot stall either.
    func isMoot(_ stall: Stall) -> Bool {
        switch stall {
        // Enough claims, and hardly ever a second row that waited.
        case .noRanking: order.known >= model.leastClaims && order.choices < model.leastClaims
        // Enough causes, and none that came back.
        case .noDecision:
            decisionsGap == nil && decisions.sources.isEmpty
                && problems.caused.part.reduce(0, +) >= Double(model.leastCloses)
        case .weeklyDetection, .noCapacity, .noCapture, .noVerification: false
        }
    }

    private func least(_ stall: Stall) -> Int {
        switch stall {
        case .weeklyDetection, .noCapacity: model.leastProblems
        case .noRanking: model.leastClaims
        case .noCapture, .noVerification: model.leastCloses
        case .noDecision: model.leastDecisionWeeks
        }
    }

    private func firstWeek(_ tally: WeeklyTally, least: Int, isLong: Bool) -> Int {
        let first = max(0, window.weeks - model.recentWeeks)
        return isLong || tally.count(from: first) < 3 * least ? 0 : first
    }
}

extension WheelYields {
    /// The six phases with what they are judged by and what stands beside it.
    func phases() -> [PhaseYield] {
        [
            PhaseYield(
                phase: .visibility, main: yield(.foundInTime, of: .weeklyDetection),
                others: [
                    yield(.foundByStages, problems.foundByStages, target: model.stagesTarget),
                    yield(.watched, watched, target: model.watchedTarget, least: 2),
                ]),
            PhaseYield(phase: .prioritization, main: yield(.order, of: .noRanking), others: []),
            PhaseYield(
                phase: .resolution, main: yield(.owned, of: .noCapacity),
                others: [
                    yield(.ownedWhenDue, problems.ownedWhenDue, target: model.dueTarget, isLong: true),
                    yield(
                        .cleared, standing.tally, target: model.clearedTarget, least: model.leastWeeks, isLong: true),
                    keptUp(),
                ]),
            PhaseYield(phase: .betterData, main: yield(.caused, of: .noCapture), others: []),
            PhaseYield(
                phase: .betterDecisions, main: yield(.decided, of: .noDecision),
                others: [yield(.answered, decisions.answered, in: decisionWindow, target: model.answeredTarget)]),
            PhaseYield(
                phase: .betterPerformance, main: yield(.verified, of: .noVerification),
                others: [yield(.reviewed, decisions.reviewed, in: decisionWindow, target: model.reviewedTarget)]),
        ]
    }

    private func yield(_ measure: Yield.Measure, of stall: Stall) -> Yield {
        yield(
            measure, tally(of: stall), in: window(of: stall), from: firstWeek(stall),
            target: model.handoff(stall).target,
            unknown: unknown(stall))
    }

    /// What follows from decisions, of which one is enough to say so.
    private func yield(_ measure: Yield.Measure, _ tally: WeeklyTally, in window: WheelWindow, target: Double) -> Yield
    {
        let count = tally.count(from: 0)
        return yield(
            measure, tally, in: window, from: 0, target: target,
            unknown: decisionsGap ?? (count < 1 ? "\(count) are known, and it takes 1" : nil))
    }

    private func yield(
        _ measure: Yield.Measure, _ tally: WeeklyTally, target: Double, least: Int? = nil, isLong: Bool = false
    ) -> Yield {
        let least = least ?? model.leastProblems
        let first = firstWeek(tally, least: least, isLong: isLong)
        let count = tally.count(from: first)
        return yield(
            measure, tally, in: window, from: first, target: target,
            unknown: count < least ? "\(count) are known, and it takes \(least)" : nil)
    }

    private func yield(
        _ measure: Yield.Measure, _ tally: WeeklyTally, in window: WheelWindow, from first: Int, target: Double,
        unknown: String?
    ) -> Yield {
        let weighed = WeighedTally(tally, from: first)
        let drawn = unknown == nil ? window.drawings.compactMap(weighed.share(of:)) : []
        let low = Robust.quantile(of: drawn, 0.1)
        let high = Robust.quantile(of: drawn, 0.9)
        return Yield(
            measure: measure, value: unknown == nil ? weighed.share : nil,
            interval: low.flatMap { low in high.map { low...$0 } }, count: tally.count(from: first), target: target,
            unknown: unknown, from: window.start(of: first),
            weeks: (0..<window.weeks).map { week in
                Yield.Week(
                    from: window.start(of: week),
                    value: tally.whole[week] > 0 ? max(0, min(1, tally.part[week] / tally.whole[week])) : nil,
                    count: tally.counts[week])
            }, short: tally.shortest)
    }

    /// Ended over came, which has no rows of its own that fell short.
    private func keptUp() -> Yield {
        var tally = WeeklyTally(weeks: window.weeks, kept: 0)
        for week in 0..<window.weeks {
            tally.add(week: week, part: Double(problems.ended[week]), whole: Double(problems.came[week]))
        }
        var yield = yield(.keptUp, tally, target: model.keptUpTarget, least: model.leastWeeks, isLong: true)
        yield.count = problems.came.reduce(0, +)
        return yield
    }
}
