import Articles
import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning

extension Session {
    // MARK: Close of day

    /// Which causes came back today, and which are worth preventing.
    func closeOfDay(_ rotation: RotationRecord) throws -> [HabitLine] {
        let start = Moment.day(clock.today).beginning(in: clock.zone)
        let day = start..<max(now, start).advanced(bySeconds: 1)
        let recent = try work(endedSince: day.upperBound.advanced(byDays: -CloseOfDay.recentDays))
        let look = CloseOfDay(recent, day: day)
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
            causes(
                "to-prevent", "Prevent", look.toPrevent, none: "no cause came three times in four weeks",
                command: "flywheel decisions"),
            HabitLine(
                topic: "held", title: "Held", count: claimed.count,
                ids: claimed.ids,
                words: claimed.count == 0
                    ? "nothing is claimed by you" : "\(Numbers.grouped(claimed.count)) claimed by you",
                command: "flywheel queue --mine"),
        ]
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

    /// One number to tune, and what was decided and is to be looked at.
    func weekly() throws -> [HabitLine] {
        let proposals = try host.store.loopRecords(.proposal)
        let waiting = proposals.filter { $0.state == "awaitingApproval" }
        let tried = proposals.filter { ["proposed", "backTested", "shadow", "watched"].contains($0.state) }
        let decisions = try host.store.loopRecords(.decision).compactMap { record in
            (try? DecisionBody(record)).map { (record, $0) }
        }
        let due = decisions.filter { _, body in body.effect == nil && body.rolledBack == nil && body.review <= now }
        let made = decisions.filter { record, _ in now.days(since: record.at) < 7 && record.at <= now }
        return [
            records("proposals", "Proposals", waiting, none: "none waits", some: "wait for a decision", "thresholds"),
            try tune(waiting), records("tried", "Being tried", tried, none: "none", some: "on their way", "thresholds"),
            records(
                "reviews", "Reviews", due.map(\.0), none: "none is due", some: "due: did they help?", "decisions"),
            records("decided", "Decided", made.map(\.0), none: "nothing this week", some: "this week", "decisions"),
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
            return HabitLine(
                topic: "tune", title: "Tune", count: 0, words: "no kind is often empty in four weeks",
                command: "flywheel thresholds")
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
}
