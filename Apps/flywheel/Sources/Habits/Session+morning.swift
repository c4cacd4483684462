import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning

extension Session {
    /// The ranked queue, and what of it comes first.
    func morning(_ rotation: RotationRecord, _ summary: RotationSummary) throws -> [HabitLine] {
        let since = try rotationBeforeThisMorning()
        let tallies = try self.tallies([
            QueueFilter(), QueueFilter(state: .notFixed), QueueFilter(tier: .a, since: since),
            QueueFilter(actBy: .today(on: clock)), QueueFilter(owner: actor.name),
        ])
        let (notFixed, new) = (tallies[1], tallies[2])
        return [
            try queue(from: tallies[0], rotation, summary), try feeds(),
            line("not-fixed", "Not fixed", notFixed, rotation.currency, words: words(notFixed)),
            line("new-in-tier-a", "New", new, rotation.currency, words: newWords(new, rotation.currency)),
            today(tallies[3], rotation.currency), yours(tallies[4], rotation.currency),
        ] + (try deskMorning()) + (try told())
    }

    /// How many are open and what is at risk, as the queue itself is headed: what is put off counts, and is none of the first.
    private func queue(
        from looked: QueueTally, _ rotation: RotationRecord, _ summary: RotationSummary
    ) throws -> HabitLine {
        let count = try host.store.openCounts().values.reduce(0, +)
        let money = Money(minorUnits: summary.atRisk, rotation.currency)
        return HabitLine(
            topic: "queue", title: "Queue", count: count, money: money, ids: looked.ids,
            words: count == 0 ? "none" : "\(Numbers.grouped(count)), \(Numbers.money(money)) at risk",
            command: looked.filter.command())
    }

    /// The newest rotation before the person's last morning, or before a day ago where there was none within a week.
    private func rotationBeforeThisMorning() throws -> RotationID? {
        let dayAgo = now.advanced(byDays: -1)
        let last = try habits.last(.morning, by: actor.name, before: now.advanced(bySeconds: -3_600))
        let moment = last.flatMap { now.days(since: $0) <= 7 ? $0 : nil } ?? dayAgo
        return try host.store.rotations().last { $0.asOf <= moment }?.id
    }

    private func feeds() throws -> HabitLine {
        let ages = try host.freshness(asOf: now)
        let fresh = ages.count { if case .fresh = $0.status { true } else { false } }
        let stale = ages.filter { if case .fresh = $0.status { false } else { true } }
        let names = stale.map { feed in feed.feed.title + (feed.age(at: now).map { " \($0)" } ?? " never whole") }
        let more = names.count > 2 ? " and \(Numbers.grouped(names.count - 2)) more" : ""
        let list = names.prefix(2).joined(separator: ", ") + more
        return HabitLine(
            topic: "feeds", title: "Feeds", count: stale.count,
            parts: [
                HabitLine.Part(name: "fresh", count: fresh), HabitLine.Part(name: "stale", count: stale.count),
            ],
            words: "\(Numbers.grouped(fresh)) fresh, \(Numbers.grouped(stale.count)) stale"
                + (stale.isEmpty ? "" : " (\(list))"), command: "flywheel imports")
    }

    /// Which closes the data refuted.
    private func words(_ notFixed: QueueTally) -> String {
        guard notFixed.count > 0 else { return "none" }
        let named = notFixed.ids.prefix(3)
        let others = notFixed.count - named.count
        let more = others > 0 ? " and \(Numbers.grouped(others)) more" : ""
        return "\(named.joined(separator: ", "))\(more), closed and still there"
    }

    private func newWords(_ new: QueueTally, _ currency: Currency) -> String {
        let since = new.filter.since.map { " since \($0)" } ?? ""
        guard new.count > 0 else { return "none in tier A\(since)" }
        let money = Numbers.money(Money(minorUnits: new.atRisk, currency))
        return "\(Numbers.grouped(new.count)) in tier A\(since), \(money)"
    }

    private func today(_ due: QueueTally, _ currency: Currency) -> HabitLine {
        let avoidable = Numbers.money(Money(minorUnits: due.avoidable, currency))
        let lateWords = due.late > 0 ? ", \(Numbers.grouped(due.late)) late" : ""
        var line = line(
            "act-today", "Act today", due, currency,
            words: due.count == 0 ? "none" : "\(Numbers.grouped(due.count))\(lateWords), \(avoidable) avoidable")
        line.money = Money(minorUnits: due.avoidable, currency)
        line.parts = [HabitLine.Part(name: "late", count: due.late)]
        return line
    }

    private func yours(_ mine: QueueTally, _ currency: Currency) -> HabitLine {
        let claimed = mine.claims.count
        let oldest = mine.claims.oldest.map { "; oldest claim \(WallClock.span(now.seconds - $0.seconds))" }
        let words =
            mine.count == 0
            ? "none"
            : "\(Numbers.grouped(mine.count)), \(Numbers.grouped(claimed)) of them claimed\(oldest ?? "")"
        let own = line("yours", "Yours", mine, currency, words: words)
        return HabitLine(
            topic: own.topic, title: own.title, count: own.count, money: own.money,
            parts: [HabitLine.Part(name: "claimed", count: claimed)], ids: own.ids, words: own.words,
            command: "flywheel queue --mine")
    }
}
