import FlywheelKit
import Statistics

extension StallDiagnosis {
    /// Judges a history by its yields and says why.
    init(_ yields: WheelYields, history: WorkHistory, model: WheelModel) {
        let outcome = StallJudge(yields, model: model).judged(yields)
        verdict = outcome.verdict
        confidence = outcome.confidence
        candidates = outcome.candidates
        var named: Stall?
        if case .stalled(let stall) = outcome.verdict { named = stall }
        second = outcome.candidates.first { $0.stall != named && ($0.weight ?? 0) > 0 }?.stall
        missing = Stall.allCases.compactMap { stall in
            yields.unknown(stall).map { "\(stall.phase.rawValue): \($0)" }
        }
        if case .inconclusive = outcome.verdict, missing.isEmpty {
            let close = outcome.candidates.filter { $0.support > 0 }
            missing = close.map {
                "\($0.stall.phase.rawValue): broken in \(percent($0.support)) of drawings of the weeks, "
                    + "which is neither sound nor stalled"
            }
        }
        let words = StallWords(yields: yields, history: history, model: model)
        let shown = named.map { [$0] } ?? Stall.allCases.filter { yields.unknown($0) == nil }
        evidence = shown.flatMap(words.evidence)
        sentence = words.sentence(outcome.verdict, missing: missing)
    }
}

/// The diagnosis in words, with its numbers and records.
private struct StallWords {
    let yields: WheelYields
    let history: WorkHistory
    let model: WheelModel

    func sentence(_ verdict: StallDiagnosis.Verdict, missing: [String]) -> String {
        let weeks = yields.window.weeks
        switch verdict {
        case .healthy: return "all six handoffs work, over \(weeks) weeks"
        case .inconclusive: return "too little is known to tell: " + (missing.first ?? "nothing happened")
        case .stalled(let stall):
            let share = percent(yields.weighed(stall).share ?? 0)
            switch stall {
            case .weeklyDetection: return "\(share) of problems are found in time; the rest days after they began"
            case .noRanking:
                return "work is not taken in the order of the queue: \(share) of the way from any order to it"
            case .noCapacity:
                let days = whole(model.ownershipDays)
                return "more comes than is taken on: \(share) of problems have an owner within \(days) days"
            case .noCapture: return "\(share) of the work that ends leaves a cause behind"
            case .noDecision:
                let decided = yields.tally(of: stall).part.reduce(0, +)
                return "causes come back and little is decided: in \(whole(decided)) of \(yields.count(stall)) weeks, "
                    + "and it takes one in \(whole(model.decisionPaceWeeks))"
            case .noVerification:
                return "closes are not looked at again: the data confirmed \(share) of what was closed in the end"
            }
        }
    }

    func evidence(_ stall: Stall) -> [WheelEvidence] {
        let tally = yields.tally(of: stall)
        let short = tally.shortest
        let problems = yields.problems
        switch stall {
        case .weeklyDetection:
            var found = [
                WheelEvidence(
                    "\(percent(yields.weighed(stall).share ?? 0)) of \(yields.count(stall)) problems were found within "
                        + "\(whole(model.lagLimitHours)) hours of their beginning", records: short)
            ]
            if let lag = Robust.median(of: problems.lags) {
                found.append(WheelEvidence("half of \(problems.lags.count) were found later than \(whole(lag)) hours"))
            }
            if let gap = Robust.median(of: yields.rhythm.gaps(in: yields.window)) {
                found.append(
                    WheelEvidence("half of the turns with fresh facts came \(tenths(gap)) days or more after the last"))
            }
            let byPeople = problems.foundByStages.count(from: 0) - Int(problems.foundByStages.part.reduce(0, +))
            if byPeople > 0 {
                found.append(
                    WheelEvidence(
                        "people found \(byPeople) before any stage did", records: problems.foundByStages.shortest))
            }
            return found
        case .noRanking:
            let list = yields.isTakenByLane ? "that of worth within a workflow" : "the queue's"
            return [
                WheelEvidence(
                    "\(yields.count(stall)) claims had a choice; their order scores "
                        + "\(hundredths(yields.weighed(stall).share ?? 0)), where \(list) is 1 and any other is 0",
                    records: short)
            ]
        case .noCapacity:
            return [
                WheelEvidence(
                    "\(percent(yields.weighed(stall).share ?? 0)) of \(yields.count(stall)) problems were taken on within "
                        + "\(whole(model.ownershipDays)) days", records: short),
                WheelEvidence(
                    "\(problems.came.reduce(0, +)) came and \(problems.ended.reduce(0, +)) ended in \(yields.window.weeks) weeks"
                ),
                WheelEvidence(
                    "the queue was cleared in \(percent(yields.cleared.share ?? 0)) of \(yields.window.weeks) weeks"),
            ]
        case .noCapture:
            let causes = TellingCauses(of: history)
            let habits = history.workflows.enumerated().compactMap { place, workflow in
                causes.uniform(in: place).map { cause in
                    WheelEvidence(
                        "\(workflow.title): nearly all closes name \(history.causes[cause]), whatever was found, which "
                            + "names no cause")
                }
            }
            return [
                WheelEvidence(
                    "\(percent(yields.weighed(stall).share ?? 0)) of \(yields.count(stall)) pieces of work ended with a close that names "
                        + "a cause", records: short),
                WheelEvidence(
                    "\(problems.vanished) went from the facts after a claim without a close, "
                        + "\(problems.causeless) closes name no cause"),
            ] + habits
        case .noDecision: return decisionEvidence(short)
        case .noVerification:
            return [
                WheelEvidence(
                    "the data confirmed in the end that \(percent(yields.weighed(stall).share ?? 0)) of "
                        + "\(yields.count(stall)) closed problems were mended",
                    records: short),
                WheelEvidence(
                    "\(problems.unverified) closes older than \(whole(model.verificationDays)) days were never checked, "
                        + "\(problems.refuted) refuted ones were left"),
            ]
        }
    }

    private func decisionEvidence(_ short: [HistoryRecord]) -> [WheelEvidence] {
        let sources = yields.decisions.sources
        let closes = sources.reduce(0) { $0 + $1.closes }
        var found = [
            WheelEvidence(
                "\(sources.count) causes came back in \(closes) closes",
                records: yields.decisions.answered.shortest)
        ]
        if let newest = yields.decisions.newest {
            let weeks = yields.decisionWindow.until.days(since: newest.at) / 7
            found.append(
                WheelEvidence("the last decision is \(whole(weeks)) weeks old", records: [.decision(newest.id)]))
        } else {
            found.append(WheelEvidence("no threshold, route, rule or prevention was ever decided"))
        }
        if let source = sources.first {
            let cause = history.causes[source.source.cause]
            found.append(WheelEvidence("most often: \(cause), \(source.closes) closes"))
        }
        return found
    }
}
