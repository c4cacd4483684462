import FlywheelKit

/// What a problem adds to each metric that is made of problems: the one place where their definitions are code.
struct ProblemReading: Sendable {
    let rules: MetricRules
    /// When watching began.
    let from: Instant
    /// The moment of judging.
    let until: Instant
    let comebacks: Comebacks
    let causes: TellingCauses

    init(_ history: WorkHistory, rules: MetricRules) {
        self.rules = rules
        from = history.from
        until = history.until
        comebacks = Comebacks(history.problems)
        causes = TellingCauses(of: history)
    }

    /// Calls `body` with each thing that a problem adds to a metric; never where it is not in the metric's scope.
    @inline(__always)
    func eachEvent(of metric: Metric, _ problem: Problem, _ body: (MetricEvent) -> Void) {
        switch metric {
        case .verifiedShare: verification(problem).forEach(body)
        case .netFlow:
            if let came = arrival(problem) { body(came) }
            if let went = departure(problem) { body(went) }
        default:
            if let event = event(metric, problem) { body(event) }
        }
    }

    /// What a problem adds to a metric in which it counts once.
    private func event(_ metric: Metric, _ problem: Problem) -> MetricEvent? {
        switch metric {
        case .timeToDetection: detection(problem)
        case .foundLate: MetricEvent(at: problem.detected, part: problem.source == .person ? .counts : .doesNotCount)
        case .alertPrecision: judgement(problem)
        case .predictionHits: prediction(problem)
        case .exposureCleared: cleared(problem)
        case .timeToOwn: ownership(problem)
        case .ownedInTime: ownedInTime(problem)
        case .timeToResolution: resolution(problem)
        case .dueMet: due(problem)
        case .touchTime: touch(problem)
        case .notFixedRate: refutation(problem)
        case .causeCapture: cause(problem)
        case .repeatRate30:
            comeback(problem, within: rules.repeatDays) { comebacks.repeats(problem, from: $0, until: $1) }
        case .repeatRate90:
            comeback(problem, within: rules.longRepeatDays) { comebacks.repeats(problem, from: $0, until: $1) }
        case .regressionRate:
            comeback(problem, within: rules.repeatDays) { comebacks.regresses(problem, until: $1) }
        case .problemsPerOperator: arrival(problem)
        case .verifiedShare, .netFlow, .openExposure, .backlog, .backlogAge, .revenuePerOperator, .demandPerListing,
            .listingsPerOperator,
            .stockoutRate, .heroFeaturedShare, .coverage, .freshness:
            nil
        }
    }

    /// The end of a problem, as net flow counts it.
    private func departure(_ problem: Problem) -> MetricEvent? {
        problem.ended.map { MetricEvent(at: $0, part: .doesNotCount) }
    }
}

extension ProblemReading {
    /// The first turn finds what had gathered until then, which arrived at no known time.
    private func arrival(_ problem: Problem) -> MetricEvent? {
        problem.detected > from ? MetricEvent(at: problem.detected, part: .counts) : nil
    }

    private func detection(_ problem: Problem) -> MetricEvent {
        guard problem.predicted == nil, let onset = problem.onset else {
            return MetricEvent(at: problem.detected, part: .apart)
        }
        return MetricEvent(at: problem.detected, part: .lasted(max(0, problem.detected.seconds - onset.seconds)))
    }

    private func judgement(_ problem: Problem) -> MetricEvent? {
        guard problem.source == .stage, let ended = problem.ended else { return nil }
        let part: MetricPart =
            switch problem.verdict {
            // An order that would have come in time says nothing of the alert, and nobody judged it.
            case .actionable where problem.closer == nil && problem.fate == .actedOn: .apart
            case .actionable, .known: .counts
            case .noise: .doesNotCount
            case .selfCleared, .didNotHappen, .duplicate: .apart
            case nil: .censored
            }
        return MetricEvent(at: ended, part: part)
    }

    private func prediction(_ problem: Problem) -> MetricEvent? {
        guard let predicted = problem.predicted, let fate = problem.fate else { return nil }
        let part: MetricPart =
            switch fate {
            case .cameTrue: .counts
            case .lapsed: .doesNotCount
            case .actedOn: .apart
            case .open: .censored
            }
        return MetricEvent(at: problem.cameTrue ?? problem.ended ?? predicted, part: part)
    }

    private func cleared(_ problem: Problem) -> MetricEvent? {
        guard let ended = problem.ended else { return nil }
        guard problem.closer != nil else { return MetricEvent(at: ended, part: .apart) }
        guard problem.isVerified == true else {
            return ended.advanced(byDays: rules.verifyDays) > until ? MetricEvent(at: ended, part: .censored) : nil
        }
        return MetricEvent(
            at: problem.verified ?? ended, part: problem.atRiskAtEnd.map { .amount($0) } ?? .unpriced)
    }

    private func ownership(_ problem: Problem) -> MetricEvent {
        let part: MetricPart =
            if let claimed = problem.claimed {
                .lasted(max(0, claimed.seconds - problem.detected.seconds))
            } else {
                .going(max(0, (problem.ended ?? until).seconds - problem.detected.seconds))
            }
        return MetricEvent(at: problem.detected, part: part)
    }

    private func ownedInTime(_ problem: Problem) -> MetricEvent? {
        guard problem.tier == .a else { return nil }
        let limit = problem.detected.advanced(byDays: rules.ownHours / 24)
        guard limit <= until else { return MetricEvent(at: problem.detected, part: .censored) }
        if let claimed = problem.claimed, claimed <= limit { return MetricEvent(at: limit, part: .counts) }
        let isGone = problem.claimed == nil && problem.ended.map { $0 <= limit } ?? false
        return MetricEvent(at: limit, part: isGone ? .apart : .doesNotCount)
    }

    private func resolution(_ problem: Problem) -> MetricEvent {
        let seconds = max(0, (problem.ended ?? until).seconds - problem.detected.seconds)
        guard problem.ended != nil else { return MetricEvent(at: problem.detected, part: .going(seconds)) }
        return MetricEvent(at: problem.detected, part: problem.closer == nil ? .ended(seconds) : .lasted(seconds))
    }

    private func due(_ problem: Problem) -> MetricEvent? {
        guard let due = problem.due, due <= until else { return nil }
        guard problem.hadTime else { return MetricEvent(at: due, part: .apart) }
        guard let ended = problem.ended, ended <= due else { return MetricEvent(at: due, part: .doesNotCount) }
        return MetricEvent(at: due, part: problem.closer == nil ? .apart : .counts)
    }

    private func touch(_ problem: Problem) -> MetricEvent? {
        guard let ended = problem.ended, problem.closer != nil else { return nil }
        return MetricEvent(at: ended, part: problem.touchMinutes.map { .number($0) } ?? .apart)
    }

    /// Every close on which the data spoke, or had the time to.
    private func verification(_ problem: Problem) -> [MetricEvent] {
        problem.judgedCloses(within: rules.verifyDays, until: until).flatMap { closes in
            let part: MetricPart =
                switch closes.judgement {
                case .confirmed: .counts
                case .refuted, .unjudged: .doesNotCount
                case .pending: .censored
                }
            return [MetricEvent](repeating: MetricEvent(at: closes.at, part: part), count: closes.count)
        }
    }

    private func refutation(_ problem: Problem) -> MetricEvent? {
        let confirmed = problem.isVerified == true && !problem.isMended ? problem.verified ?? problem.ended : nil
        guard let judged = [confirmed, problem.refuted].compactMap(\.self).max() else { return nil }
        return MetricEvent(at: judged, part: problem.notFixed > 0 ? .counts : .doesNotCount)
    }

    private func cause(_ problem: Problem) -> MetricEvent? {
        guard let ended = problem.ended else { return nil }
        guard problem.closer != nil || problem.claimed != nil else { return MetricEvent(at: ended, part: .apart) }
        guard problem.verdict == nil || problem.verdict == .actionable else { return nil }
        return MetricEvent(at: ended, part: causes.cause(of: problem) != nil ? .counts : .doesNotCount)
    }

    private func comeback(
        _ problem: Problem, within days: Double, _ answer: (Instant, Instant) -> Comebacks.Answer
    ) -> MetricEvent? {
        guard problem.hasBegun, let ended = problem.ended, problem.closer != nil, problem.isVerified == true else {
            return nil
        }
        let settled = ended.advanced(byDays: days)
        guard settled <= until else { return MetricEvent(at: ended, part: .censored) }
        let part: MetricPart =
            switch answer(ended, settled) {
            case .cameBack: .counts
            case .stayedAway: .doesNotCount
            case .cannotTell: .censored
            }
        return MetricEvent(at: settled, part: part)
    }
}
