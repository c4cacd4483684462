import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Statistics

extension Session {
    /// Whether there is a desk: a store without cases has no lines of it in any routine.
    private var hasCases: Bool {
        get throws { try host.store.countCases(CaseQuery(), limit: 1) > 0 }
    }

    /// How many cases are due within so many hours, late ones among them.
    private func due(inHours hours: Int) throws -> (count: Int, late: Int, unowned: Int, ids: [String]) {
        func query(_ hours: Int) -> CaseQuery {
            var filter = InboxFilter()
            filter.dueHours = Double(hours)
            return filter.query(for: actor.name, at: now)
        }
        let (all, late) = (query(hours), query(0))
        var unowned = all
        unowned.isOwned = false
        return (
            try host.store.countCases(all, limit: Inbox.most), try host.store.countCases(late, limit: Inbox.most),
            try host.store.countCases(unowned, limit: Inbox.most),
            try host.store.caseRecords(all, limit: HabitLine.mostIDs).map(\.id.description)
        )
    }

    // MARK: Day

    /// What the desk owes somebody by tomorrow.
    func deskMorning() throws -> [HabitLine] {
        guard try hasCases else { return [] }
        let due = try due(inHours: 24)
        let late = due.late > 0 ? ", \(Numbers.grouped(due.late)) late" : ""
        let cases = HabitLine(
            topic: "cases-due", title: "Cases", count: due.count,
            parts: [HabitLine.Part(name: "late", count: due.late)], ids: due.ids,
            words: due.count == 0 ? "none due within 24 h" : "\(Numbers.grouped(due.count)) due within 24 h\(late)",
            command: "flywheel cases --due-in 24")
        return [cases] + (try answers()) + (try disputes())
    }

    /// Answers that wait for somebody to approve of them, or to be written to a file; nothing where none does.
    private func answers() throws -> [HabitLine] {
        let drafts = try host.store.messages(in: .draft)
        let approved = try host.store.messages(in: .approved)
        guard let first = drafts.first ?? approved.first else { return [] }
        let words = [(drafts.count, "to approve"), (approved.count, "to write")].filter { $0.0 > 0 }
            .map { "\(Numbers.grouped($0)) \($1)" }
        return [
            HabitLine(
                topic: "case-answers", title: "Answers", count: drafts.count + approved.count,
                ids: (drafts + approved).map(\.case.description).reduce(into: []) {
                    if !$0.contains($1) { $0.append($1) }
                }, words: words.joined(separator: ", "),
                command: drafts.isEmpty ? "flywheel cases write --dry-run" : "flywheel case \(first.case)")
        ]
    }

    /// Disputes that are not over, with those that time decides by tomorrow; nothing where there is none.
    private func disputes() throws -> [HabitLine] {
        let rows = try disputes(DisputeFilter(), limit: 1).items
        guard !rows.isEmpty else { return [] }
        let tomorrow = now.advanced(byDays: 1)
        let due = rows.filter { row in
            row.dispute.stage.isPending && row.dispute.deadline.map { $0 <= tomorrow } ?? false
        }
        let words =
            due.isEmpty ? "no deadline within 24 h" : "\(Numbers.grouped(due.count)) with a deadline within 24 h"
        return [
            HabitLine(
                topic: "disputes", title: "Disputes", count: rows.count,
                ids: due.map(\.record.id.description), words: "\(Numbers.grouped(rows.count)) open, \(words)",
                command: "flywheel disputes")
        ]
    }

    /// The cases that are late by now, and whose they are.
    func deskMidday() throws -> [HabitLine] {
        guard try hasCases else { return [] }
        let due = try due(inHours: 0)
        return [
            HabitLine(
                topic: "cases-late", title: "Late cases", count: due.late, ids: due.ids,
                words: due.late == 0
                    ? "none" : "\(Numbers.grouped(due.late)), \(Numbers.grouped(due.unowned)) of them unassigned",
                command: "flywheel cases --due-in 0")
        ]
    }

    // MARK: Week

    /// What colleagues are to look at, why cases come about, and which policies are missing.
    func deskWeekly() throws -> [HabitLine] {
        guard try hasCases else { return [] }
        let read = try DeskCases.all(in: host.store)
        let items = read.compactMap { CaseTimeline($0.contents, at: now) }
        let weeks = rules.settings.quality.causeWeeks
        return [
            reviews(reviewSample(week: nil, among: read)),
            cause(RootCauses(items, weeks: weeks, now: now, day: clock.localDay)), gaps(PolicyGaps(items)),
        ]
    }

    private func reviews(_ sample: ReviewSampleAnswer) -> HabitLine {
        let left = sample.items.filter { !$0.isDone }
        let drawn = Numbers.grouped(sample.items.count)
        let words =
            if sample.items.isEmpty { "no case of last week was drawn" } else if left.isEmpty {
                "all \(drawn) that were drawn were looked at"
            } else { "\(Numbers.grouped(left.count)) of \(drawn) that were drawn are still to look at" }
        return HabitLine(
            topic: "case-reviews", title: "Case reviews", count: left.count, ids: left.map(\.id.description),
            words: words, command: "flywheel cases sample")
    }

    private func cause(_ found: RootCauses) -> HabitLine {
        let (topic, title, command) = ("case-cause", "Case cause", "flywheel cases report")
        guard let first = found.causes.first else {
            return HabitLine(topic: topic, title: title, count: 0, words: "no cause is stated", command: command)
        }
        let trend = first.isTrend ? (first.trend.map { $0.slope > 0 ? ", rising" : ", falling" } ?? "") : ""
        return HabitLine(
            topic: topic, title: title, count: first.total,
            parts: found.causes.map { HabitLine.Part(name: $0.code, count: $0.total) },
            words:
                "\(first.code), \(Numbers.grouped(first.total)) of \(Numbers.grouped(found.stated.part)) with a cause in "
                + "\(Numbers.grouped(found.weeks.count)) weeks\(trend)",
            command: command)
    }

    private func gaps(_ found: PolicyGaps) -> HabitLine {
        let open = found.gaps.filter { $0.decision == nil }
        let named = open.prefix(3).map(\.policy).joined(separator: ", ") + (open.count > 3 ? " and more" : "")
        return HabitLine(
            topic: "policy-gaps", title: "Policy gaps", count: open.count,
            parts: open.map { HabitLine.Part(name: $0.policy, count: $0.audits) },
            words: open.isEmpty ? "none" : "\(Numbers.grouped(open.count)) that nobody has decided (\(named))",
            command: "flywheel cases report")
    }

    // MARK: Month

    /// The desk's report of four weeks beside that of the four before, each as it stood at its end.
    func deskMonthly() throws -> [HabitLine] {
        guard try hasCases else { return [] }
        let cases = try DeskCases.all(in: host.store).map(\.contents)
        let today = clock.today
        let month = DeskPeriod(from: today.advanced(by: -28), through: today.advanced(by: -1))
        let (newer, older) = (deskReport(of: cases, in: month), deskReport(of: cases, in: month.before))
        let command = "flywheel cases report --since \(month.from) --until \(month.through)"
        return [
            HabitLine(
                topic: "cases-opened", title: "Cases", count: newer.cases.count,
                words: "\(Numbers.grouped(newer.cases.count)) opened in four weeks, "
                    + "\(Numbers.grouped(older.cases.count)) in the four before", command: command),
            solving(newer.solve, older.solve, command),
        ] + promises(newer, older, command)
    }

    private func solving(_ newer: DurationSummary, _ older: DurationSummary, _ command: String) -> HabitLine {
        let (topic, title) = ("case-solving", "Solving")
        guard let half = newer.median?.value else {
            let reason =
                newer.ended + newer.going == 0 ? "no case was opened in four weeks" : "fewer than half are solved"
            return HabitLine(topic: topic, title: title, unknown: reason, words: reason, command: command)
        }
        let before = older.median?.value.map { ", within \(CasesReportAnswer.hours($0)) in the four weeks before" }
        return HabitLine(
            topic: topic, title: title,
            words: "half within \(CasesReportAnswer.hours(half))\(before ?? "")", command: command)
    }

    /// How promises were kept; nothing where the desk promises nothing, or none of it can be told yet.
    private func promises(_ newer: DeskReport, _ older: DeskReport, _ command: String) -> [HabitLine] {
        guard let share = newer.kept.share else { return [] }
        let before = older.kept.share.map { ", \(Numbers.percent($0)) in the four weeks before" } ?? ""
        return [
            HabitLine(
                topic: "case-promises", title: "Promises",
                words: "\(Numbers.percent(share)) of \(Numbers.grouped(newer.kept.told)) kept\(before)",
                command: command)
        ]
    }
}
