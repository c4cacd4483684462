import FlywheelKit
import Statistics

/// Tells how well workflows are connected, from what was measured with and without each signal and from what followed
/// what. Nothing is declared: a signal that nobody finds there is no connection.
///
/// Levels: 0 none; 1 people carry it over; 2 read, but not on enough rows or too late; 3 read in time; 4 findings or places
/// in the queue depend on it; 5 its effect was measured and is better than chance.
struct ConnectionJudge {
    let history: WorkHistory
    let rules: ConnectionRules
    let path: [PathLink]
    let linked: LinkedProblems
    let decidedAfter: Instant

    init(_ history: WorkHistory, by model: MaturityModel) {
        self.history = history
        rules = model.connections
        path = model.path
        let from = max(history.from, history.until.advanced(byDays: -Double(model.windowDays)))
        linked = LinkedProblems(history, from: from, limit: model.connections.limitDays)
        decidedAfter = history.until.advanced(byDays: -Double(model.decisionDays))
    }

    /// All directed pairs of installed workflows, by ids.
    var connections: [AssessmentDocument.Connection] {
        let order = history.workflows.indices.sorted { history.workflows[$0].id < history.workflows[$1].id }
        return order.flatMap { from in order.filter { $0 != from }.map { connection(from, $0) } }
    }

    private func connection(_ from: Int, _ to: Int) -> AssessmentDocument.Connection {
        let signals = signals(from, to)
        let links = newestLinks(from, to)
        let (reader, publisher) = (history.workflows[to], history.workflows[from])
        let pair = linked[from, to]
        var connection = AssessmentDocument.Connection(
            from: publisher.id, to: reader.id, level: nil, sentence: "",
            isOnPath: !signals.isEmpty || path.contains { $0.from == publisher.id && $0.to == reader.id },
            linked: pair.followers.count)
        // A chain of signals holds as long as its weakest: what is declared and not measured is not known.
        let measured = links.map { ($0, level(of: $0, pair: (publisher.id, reader.id))) }
        let weakest = measured.min { ($0.1.level ?? 6, $0.0.signal) < ($1.1.level ?? 6, $1.0.signal) }
        if let unmeasured = signals.first(where: { signal in !links.contains { $0.signal == signal } }) {
            connection.sentence = "not measured yet: \(unmeasured)"
        } else if let unknown = measured.first(where: { $0.1.level == nil }) {
            connection.sentence = unknown.1.sentence
        } else if let (link, found) = weakest, let level = found.level, level > 0 {
            connection.level = level
            connection.sentence = found.sentence
            connection.lagHours = link.lagHours
            connection.readShare = link.readable > 0 ? Double(link.read) / Double(link.readable) : nil
            connection.effectShare = link.findings > 0 ? Double(link.changedFindings) / Double(link.findings) : nil
        } else {
            carry(&connection, from, to, unread: weakest?.1.sentence)
        }
        connection.evidence = evidence(from, to)
        return connection
    }

    /// Where no signal arrives, people may still carry over what they know.
    private func carry(
        _ connection: inout AssessmentDocument.Connection, _ from: Int, _ to: Int, unread: String?
    ) {
        let least = rules.minimumProblems
        guard linked.counts[from] >= least, linked.counts[to] >= least else {
            if let unread {
                connection.level = 0
                connection.sentence = unread
            } else {
                let few = linked.counts[from] < least ? from : to
                let missing = least - linked.counts[few]
                connection.sentence = "\(missing) more problems of \(history.workflows[few].title) needed"
            }
            return
        }
        let pair = linked[from, to]
        let isMoreThanChance = Double(pair.followers.count) >= rules.leastLift * linked.expected(from: from, to: to)
        let isCarried = pair.carried >= rules.minimumLinked && isMoreThanChance
        connection.level = isCarried ? 1 : 0
        let without = unread ?? "no signal between them"
        connection.sentence = isCarried ? "\(without); people work on both" : without
    }

    private func level(of link: WorkflowLink, pair: (from: String, to: String)) -> (level: Int?, sentence: String) {
        let age = history.until.days(since: link.at)
        guard age <= rules.staleDays else { return (nil, "stale: \(link.signal) was measured \(Int(age)) days ago") }
        let rows = link.readable
        guard rows >= rules.minimumRows else {
            return (nil, "\(rules.minimumRows - rows) more rows with \(link.signal) needed")
        }
        guard link.read > 0 else { return (0, "\(link.signal) is read on none of \(rows) rows") }
        let read = "\(link.signal) is read on \(percent(link.read, rows)) of rows that have it"
        guard Double(link.read) >= rules.readShare * Double(rows) else { return (2, read) }
        guard let lag = link.lagHours else { return (nil, "\(read); how old it is, is not known") }
        guard lag <= rules.limitHours else { return (2, "\(read), \(Int(lag.rounded())) hours late") }
        let least = rules.effectShare * Double(max(link.findings, 1))
        let hasEffect = Double(max(link.changedFindings, link.movedRanks)) >= least
        guard hasEffect, link.changedFindings + link.movedRanks > 0 else {
            return (3, link.findings > 0 ? "\(read); nothing depends on it" : "\(read); nothing was found with it yet")
        }
        let effect = "without it \(link.changedFindings) findings and \(link.movedRanks) places would be others"
        guard decision(pair, link.signal) != nil else { return (4, "\(read); \(effect)") }
        return (5, "\(read); \(effect); its effect was measured")
    }

    /// The newest decision on a connection whose review found it better.
    private func decision(_ pair: (from: String, to: String), _ signal: String) -> Decision? {
        let names = ["\(pair.from)->\(pair.to)", signal]
        return history.decisions.last {
            names.contains($0.subject) && $0.effect == .better && $0.at > decidedAfter
                && $0.isInForce(at: history.until)
        }
    }

    private func evidence(_ from: Int, _ to: Int) -> [AssessmentDocument.Evidence] {
        let pair = linked[from, to]
        let publisher = history.workflows[from]
        let ids = (publisher.id, history.workflows[to].id)
        var evidence: [AssessmentDocument.Evidence] = []
        for link in newestLinks(from, to) {
            evidence.append(
                .init(
                    "\(link.signal), \(link.at.utcDay): read on \(link.read) of \(link.readable) rows,"
                        + " \(link.changedFindings) of \(link.findings) findings and \(link.movedRanks) places depend on it"
                ))
            if let decision = decision(ids, link.signal) {
                evidence.append(.init("its effect was measured", count: 1, ids: ["D\(decision.id)"]))
            }
        }
        if let hours = Robust.median(of: pair.hours) {
            let days = Int((hours / 24).rounded())
            evidence.append(
                .init(
                    "followed one of \(publisher.title) on the same subject, half within \(days) days;"
                        + " by chance \(Int(linked.expected(from: from, to: to).rounded()))",
                    count: pair.followers.count,
                    ids: pair.followers.prefix(Tally.samples).map { "X\(history.problems[$0].id)" }))
        }
        return evidence
    }

    private func signals(_ from: Int, _ to: Int) -> [String] {
        let reads = Set(history.workflows[to].reads)
        return history.workflows[from].publishes.filter(reads.contains).sorted()
    }

    /// The newest measurement of each signal between two, up to the moment it is looked from.
    private func newestLinks(_ from: Int, _ to: Int) -> [WorkflowLink] {
        var newest: [String: WorkflowLink] = [:]
        for link in history.links where link.from == from && link.to == to && link.at <= history.until {
            if let other = newest[link.signal], other.at >= link.at { continue }
            newest[link.signal] = link
        }
        return newest.values.sorted { $0.signal < $1.signal }
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
        let percent = Int((Double(part) / Double(whole) * 100).rounded(.down))
        return percent == 0 && part > 0 ? "<1%" : "\(percent)%"
    }
}

extension WorkflowLink {
    /// Rows on which it could be read: those it was published on, where that is known.
    fileprivate var readable: Int { published ?? rows }
}
