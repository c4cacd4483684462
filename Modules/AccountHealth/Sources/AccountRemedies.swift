import FlywheelKit

/// What is to be done about an account's standing.
enum AccountRemedies {
    static func resolution(of evidence: MetricEvidence) -> Resolution {
        Resolution(
            .ask("only the marketplace can change how it judges"),
            playbook: evidence.metric == Metric.account ? .appeal : .recover,
            suggestion: Suggestion(
                action(evidence), target: target(evidence), because: because(evidence), unknowns: unknowns(evidence)))
    }

    private static func action(_ evidence: MetricEvidence) -> String {
        switch evidence.kind {
        case .deactivated?: "Write the plan of action, and appeal"
        case .atRisk?: "Answer the notice before its deadline"
        case .overLimit? where !evidence.isNear: "End what causes it, and say so"
        default: "Look at what is behind the last ones"
        }
    }

    /// What the marketplace asks for, in its own terms: where it counts good ones, so many of those.
    private static func target(_ evidence: MetricEvidence) -> String? {
        if let most = evidence.mostViolations { return "\(evidence.metric) at most \(most)" }
        guard let limit = evidence.limit else { return nil }
        return evidence.countsGood == true
            ? "\(evidence.metric) at least \(percent(1 - limit))" : "\(evidence.metric) at most \(percent(limit))"
    }

    private static func because(_ evidence: MetricEvidence) -> [String] {
        let countsGood = evidence.countsGood == true
        var because: [String] = []
        if let status = evidence.status { because.append("the marketplace says \(status)") }
        if let count = evidence.count, let whole = evidence.whole, let low = evidence.low, let high = evidence.high {
            because.append(
                countsGood
                    ? "\(whole - count) of \(whole), which leaves \(percent(1 - high)) to \(percent(1 - low))"
                    : "\(count) of \(whole), which leaves \(percent(low)) to \(percent(high))")
        } else if let count = evidence.count {
            because.append(count == 1 ? "1 is counted" : "\(count) are counted")
        } else if let rate = evidence.rate {
            because.append("the marketplace reports \(percent(countsGood ? 1 - rate : rate)), without the counts")
        }
        if let crossing = evidence.crossing {
            let latest = crossing.latest.map { " and \($0)" } ?? " and never"
            because.append(
                "as it goes it crosses on \(crossing.expected), between \(crossing.earliest)\(latest)")
        }
        return because
    }

    private static func unknowns(_ evidence: MetricEvidence) -> [String] {
        evidence.isNear && evidence.crossing == nil
            ? ["whether so few are chance"] : []
    }

    /// With two decimals.
    private static func percent(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded())
        let part = hundredths % 100
        return "\(hundredths / 100).\(part < 10 ? "0" : "")\(part) %"
    }
}

extension Playbook {
    fileprivate static let appeal = Playbook(
        "reinstate-an-account", title: "Get an account back", minutes: 240,
        steps: [
            "Read the notice to its end: it names what is missing.",
            "Find the cause in the orders it names, not in general.",
            "Write what went wrong, what was done at once, and what keeps it from coming back; enclose proof of each.",
            "Send it once, complete. Answer what is asked, and only that.",
        ])

    fileprivate static let recover = Playbook(
        "recover-a-measure", title: "Get a measure back", minutes: 120,
        steps: [
            "List the orders that are counted, and take out those that are not yours to answer for: claims can be disputed.",
            "Group the rest by cause: listing, carrier, warehouse, supplier.",
            "End the largest cause: pause the listing, change the promise of delivery, or change the carrier.",
            "Note the day the window lets the old ones go.",
        ])
}
