import Articles
import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Thresholds

extension Session {
    // MARK: Close of day

    /// Which causes came back today, and which are worth preventing.
    func closeOfDay(_ rotation: RotationRecord) throws -> [HabitLine] {
        let look = try lookBack()
        let amount = look.closed.compactMap { $0.atRiskAtEnd ?? $0.atRiskAtOpen }.reduce(0, +)
        let money = Money(minorUnits: amount, rotation.currency)
        let closes = "flywheel export exceptions"
        let claimed = try tallies([QueueFilter(owner: actor.name)])[0].claims
        return [
            HabitLine(
                topic: "closed", title: "Closed", count: look.closed.count, money: money,
                ids: look.closed.map { "X\($0.id)" },
                words: look.closed.isEmpty
                    ? "none today"
                    : "\(Numbers.grouped(look.closed.count)) today, \(Numbers.money(money)) at risk then",
                command: closes),
            HabitLine(
                topic: "without-cause", title: "No cause", count: look.withoutCause,
                words: look.withoutCause == 0
                    ? "none" : "\(Numbers.grouped(look.withoutCause)) of today say only other or unknown",
                command: closes),
            causes(
                "repeated", "Came back", look.repeated, none: "none of today did in four weeks",
                command: closes),
            toPrevent(look),
            HabitLine(
                topic: "held", title: "Held", count: claimed.count,
                ids: claimed.ids,
                words: claimed.count == 0
                    ? "nothing is claimed by you" : "\(Numbers.grouped(claimed.count)) claimed by you",
                command: "flywheel queue --mine"),
        ]
    }

    /// Today, and the four weeks up to its end.
    private func lookBack() throws -> CloseOfDay {
        let start = Moment.day(clock.today).beginning(in: clock.zone)
        let day = start..<max(now, start).advanced(bySeconds: 1)
        let decisions = try host.store.loopRecords(.decision)
        return CloseOfDay(
            try work(endedSince: day.upperBound.advanced(byDays: -CloseOfDay.recentDays)), day: day,
            preventions: try Preventions(decisions, merges: CauseMerges(decisions, until: now)))
    }

    /// What keeps coming and nobody prevents, with the command that registers a decision about the first of it.
    private func toPrevent(_ look: CloseOfDay) -> HabitLine {
        causes(
            "to-prevent", "Prevent", look.toPrevent, none: "no cause came three times in four weeks",
            command: look.toPrevent.first?.prevention ?? "flywheel decisions")
    }

    private func causes(
        _ topic: String, _ title: String, _ tallies: [CauseTally], none: String, command: String
    ) -> HabitLine {
        let parts = tallies.map { HabitLine.Part(name: "\($0.workflow) \($0.kind) \($0.cause)", count: $0.recent) }
        // One cause may end problems of several kinds.
        let named = tallies.prefix(3).map { tally in
            let kind = host.manifests.title(ofKind: tally.kind, in: tally.workflow)
            return "\(tally.cause.inWords) \(Numbers.grouped(tally.recent)) (\(kind))"
        }.joined(separator: ", ")
        let more = parts.count > 3 ? " and \(Numbers.grouped(parts.count - 3)) more" : ""
        return HabitLine(
            topic: topic, title: title, count: tallies.count, parts: parts,
            ids: tallies.flatMap(\.exceptions).map { "X\($0)" },
            words: tallies.isEmpty ? none : "\(named)\(more), in four weeks", command: command)
    }

    // MARK: Week

    /// One number to tune, what to prevent, and what was decided and is to be looked at; while the wheel stands still, what ends
    /// that first.
    func weekly() throws -> [HabitLine] {
        let proposals = try host.store.loopRecords(.proposal)
        let waiting = proposals.filter { $0.state == "awaitingApproval" }
        let tried = proposals.filter { ["proposed", "backTested", "shadow", "watched"].contains($0.state) }
        let decisions = try host.store.loopRecords(.decision).map(KeptDecision.init)
        let due = decisions.filter { $0.isDue(at: now) }.map(\.record)
        let made = decisions.map(\.record).filter { now.days(since: $0.at) < 7 && $0.at <= now }
        return try stalled() + [
            records("proposals", "Proposals", waiting, none: "none waits", some: "wait for a decision", "thresholds"),
            try tune(waiting), toPrevent(try lookBack()),
            records("tried", "Being tried", tried, none: "none", some: "on their way", "thresholds"),
            records(
                "reviews", "Reviews", due, none: "none is due", some: "due: did they help?", "decisions"),
            records("decided", "Decided", made, none: "nothing this week", some: "this week", "decisions"),
        ] + (try deskWeekly()) + overdueArticles()
    }

    /// The articles that their owners did not look at again in time; nothing where no folder of them is named.
    private func overdueArticles() -> [HabitLine] {
        guard articles.folder != nil else { return [] }
        let overdue = articles.library().overdue(on: clock.today).map(\.id)
        let ids = overdue.enumerated().filter { !overdue[..<$0.offset].contains($0.element) }.map(\.element)
        let named = ids.prefix(3).joined(separator: ", ") + (ids.count > 3 ? " and more" : "")
        return [
            HabitLine(
                topic: "articles", title: "Articles", count: overdue.count, ids: ids,
                words: overdue.isEmpty
                    ? "none is overdue for review"
                    : "\(Numbers.grouped(overdue.count)) overdue for review (\(named))",
                command: "flywheel articles")
        ]
    }

    private func records(
        _ topic: String, _ title: String, _ records: [LoopRecord], none: String, some: String, _ command: String
    ) -> HabitLine {
        let ids = records.map(\.id)
        let named = ids.prefix(3).joined(separator: ", ") + (ids.count > 3 ? " and more" : "")
        return HabitLine(
            topic: topic, title: title, count: records.count, ids: ids,
            words: records.isEmpty ? none : "\(Numbers.grouped(records.count)) \(some) (\(named))",
            command: "flywheel \(command)")
    }

    /// The number to tune: of the oldest proposal that waits, else where detection is most often wrong.
    private func tune(_ waiting: [LoopRecord]) throws -> HabitLine {
        if let first = waiting.min(by: { ($0.at, $0.number) < ($1.at, $1.number) }) {
            return HabitLine(
                topic: "tune", title: "Tune", count: 1, ids: [first.id],
                words: "\(first.id)\(first.workflow.map { ", \($0)" } ?? "")", command: "flywheel thresholds")
        }
        let since = now.advanced(byDays: -TuningHint.days)
        let judgement = try WarningJudgement(host.store.outcomes(endedSince: since), in: host.store, asOf: now)
        guard let hint = TuningHint(try work(endedSince: since), judgement: judgement) else {
            return try tuneNearest()
        }
        let empty = hint.empty.count
        let said = hint.expected > 0 ? ", where \(Numbers.grouped(hint.expected)) were to be expected" : ""
        return HabitLine(
            topic: "tune", title: "Tune", count: empty,
            parts: [HabitLine.Part(name: "\(hint.workflow) \(hint.kind)", count: empty)],
            ids: hint.empty.map(\.description),
            words: "\(host.manifests.title(ofKind: hint.kind, in: hint.workflow)): \(Numbers.grouped(empty)) of "
                + "\(Numbers.grouped(hint.ended)) were nothing\(said)",
            command: "flywheel thresholds")
    }

    /// Where nothing suggests a number: the workflow nearest to telling which, and what it lacks.
    private func tuneNearest() throws -> HabitLine {
        func lacking(_ words: String, _ command: String) -> HabitLine {
            HabitLine(topic: "tune", title: "Tune", unknown: words, words: words, command: command)
        }
        guard let nearest = try thresholds.nearest() else {
            return lacking("no workflow has a label yet; closing and dismissing gives them", "flywheel queue")
        }
        let id = nearest.workflow
        let title = host.manifests.first { $0.id == id }?.title ?? id
        // What was sampled to be judged gives labels at once; else whatever is closed or dismissed.
        let isAsked = try review.candidates(nil).contains { $0.body.judged == nil && $0.record.workflow == id }
        let labels = isAsked ? "flywheel review" : "flywheel queue --workflow \(id)"
        switch nearest.lack {
        case .tooFewLabels(let found, let needed)?:
            return lacking("\(title): \(found) of \(needed) labels, which closing and dismissing give", labels)
        case .tooFewPositives(let found, let needed)?:
            return lacking("\(title): \(found) of \(needed) labels with something to do", labels)
        default:
            return HabitLine(
                topic: "tune", title: "Tune", count: 1, words: "\(title): there are labels enough to try values",
                command: "flywheel thresholds propose --workflow \(id)")
        }
    }
}

extension CauseTally {
    /// The command that registers what is to keep it from coming back.
    fileprivate var prevention: String {
        let evidence = exceptions.prefix(3).map { "X\($0)" }.joined(separator: ",")
        return "flywheel decisions add \(Decision.Kind.prevention.rawValue) \(cause) --workflow \(workflow)"
            + " --metric \(DecisionMetric.repeatRate.rawValue) --evidence \(evidence)"
    }
}
