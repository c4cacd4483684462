import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

extension Session {
    /// Whether the same people manage more, and where the wheel stands.
    func monthly() throws -> [HabitLine] {
        // What turns saw is all that is read of it.
        let history = try work(endedSince: now)
        let newest = try AssessmentBook(host.store).assessments().last { $0.at <= now }
        let handoffs = try host.store.loopRecords(.decision).filter { record in
            let body = try? DecisionBody(record)
            return body.map { $0.kind == .handoff && (0..<31).contains(now.days(since: $0.effective)) } ?? false
        }
        let handoff =
            "flywheel decisions add \(Decision.Kind.handoff.rawValue) SUBJECT"
            + " --metric \(DecisionMetric.resolutionHours.rawValue)"
        return try stalled() + [
            revenue(history), stage(newest), stall(newest), assessed(newest),
            HabitLine(
                topic: "handoff", title: "Handoff", count: handoffs.count, ids: handoffs.map(\.id),
                words: handoffs.isEmpty ? "none taken out in a month" : "\(Numbers.grouped(handoffs.count)) taken out",
                command: handoffs.isEmpty ? handoff : "flywheel decisions"),
        ] + (try deskMonthly())
    }

    /// What ends the stall, while the wheel stands still; nothing else comes before it.
    func stalled() throws -> [HabitLine] {
        let verdict = try stall().health.stall.verdict
        guard case .stalled(let stall) = verdict else { return [] }
        let remedy = StallRemedy(verdict)
        return [
            HabitLine(
                topic: "stalled", title: "Stalled", parts: [HabitLine.Part(name: stall.rawValue, count: 1)],
                words: remedy.text, command: remedy.command)
        ]
    }

    /// Revenue per operator and week in the last four weeks, beside the four before.
    private func revenue(_ history: WorkHistory) -> HabitLine {
        let reader = MetricReader(history)
        func value(_ from: Double, _ to: Double) -> MetricValue {
            reader.value(
                of: .revenuePerOperator,
                in: MetricWindow(after: now.advanced(byDays: -from), through: now.advanced(byDays: -to)))
        }
        let (newer, older) = (value(28, 0), value(56, 28))
        let (command, title) = ("flywheel metrics \(Metric.revenuePerOperator.rawValue) --weeks 4", "Revenue")
        guard let amount = newer.value else {
            let reason = newer.gap?.reason ?? "not measured yet"
            let unknown = reason + (newer.gap?.advice.map { "; \($0)" } ?? "")
            return HabitLine(
                topic: "revenue-per-operator", title: title, unknown: unknown, words: "per operator: \(unknown)",
                command: command)
        }
        let money = Money(minorUnits: Int64(amount.rounded()), history.currency)
        let before = older.value.flatMap { before in
            before > 0 ? "; \(Self.change(from: before, to: amount)) on the four weeks before" : nil
        }
        return HabitLine(
            topic: "revenue-per-operator", title: title, count: newer.count, money: money,
            words: "\(Numbers.money(money)) per operator and week\(before ?? "")", command: command)
    }

    /// `+4%`, of a change from an amount above zero.
    private static func change(from before: Double, to after: Double) -> String {
        let share = Int(((after / before - 1) * 100).rounded())
        return share > 0 ? "+\(share)%" : "\(share)%"
    }

    private func stage(_ assessment: KeptAssessment?) -> HabitLine {
        guard let assessment else { return unassessed("stage", "Stage") }
        let cycle = assessment.document.cycle
        return HabitLine(
            topic: "stage", title: "Stage", count: cycle.stage, ids: [assessment.id],
            unknown: cycle.stage == nil ? cycle.sentence : nil,
            words: (cycle.stage.map { "\($0) of 5" } ?? "inconclusive") + (cycle.isRegressing ? ", falling back" : ""),
            command: "flywheel assess")
    }

    private func stall(_ assessment: KeptAssessment?) -> HabitLine {
        guard let assessment else { return unassessed("stall", "Stall") }
        let stall = assessment.document.stall
        return HabitLine(
            topic: "stall", title: "Stall", count: ["healthy", "inconclusive"].contains(stall.diagnosis) ? 0 : 1,
            ids: [assessment.id], unknown: stall.diagnosis == "inconclusive" ? stall.sentence : nil,
            words: stall.diagnosis, command: "flywheel stall")
    }

    private func assessed(_ assessment: KeptAssessment?) -> HabitLine {
        guard let assessment else { return unassessed("assessment", "Assessment") }
        let age = WallClock.span(now.seconds - assessment.at.seconds)
        return HabitLine(
            topic: "assessment", title: "Assessment", count: 1, ids: [assessment.id],
            words: "\(assessment.id), \(age) old", command: "flywheel assess")
    }

    private func unassessed(_ topic: String, _ title: String) -> HabitLine {
        HabitLine(
            topic: topic, title: title, unknown: "not assessed yet", words: "not assessed yet",
            command: "flywheel assess")
    }
}
