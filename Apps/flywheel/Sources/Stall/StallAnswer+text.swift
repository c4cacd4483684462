import Assessment
import FlywheelKit
import FlywheelStore

extension StallAnswer {
    private static let head = 11

    func text(on page: Page) -> [String] {
        let remedy = StallRemedy(health.stall.verdict)
        var lines = page.wrapped(
            "\(rotation.id), as of \(page.clock.full(rotation.asOf)); \(weeks) before it are judged")
        lines += diagnosis(page) + [""] + table(page) + [""] + said("Cycle", cycle(page), page)
        lines += said("Compounds", health.compounding.sentence, page)
        for trend in health.compounding.evidence { lines += said("", trend, page) }
        lines += said("Capacity", capacity, page)
        for handoff in health.handoffs.suffix(3) { lines += said("Handoff", words(handoff, page), page) }
        return lines + said("Do", remedy.text, page) + page.next(remedy.command)
    }

    private var weeks: String { Numbers.count(Int(health.until.days(since: health.from) / 7), "week") }

    private func said(_ head: String, _ text: String, _ page: Page) -> [String] {
        page.wrapped(text.visible, head: head.padded(toCells: Self.head))
    }

    private func diagnosis(_ page: Page) -> [String] {
        let stall = health.stall
        let sure = stall.confidence.map { "; \(Numbers.percent($0)) of drawings of the weeks agree" } ?? ""
        var lines: [String]
        switch stall.verdict {
        case .stalled(let found): lines = said("Stalled", "\(found.rawValue): \(stall.sentence)\(sure)", page)
        case .healthy: lines = said("Healthy", stall.sentence + sure, page)
        case .inconclusive: lines = said("Stall", "inconclusive: \(stall.sentence)", page)
        }
        if case .stalled = stall.verdict {
            for evidence in stall.evidence { lines += said("", words(evidence), page) }
        }
        if let second = stall.second {
            lines += said("Next", "in line: \(second.phase.words), \(second.rawValue)", page)
        }
        for missing in stall.missing { lines += said("Unknown", missing, page) }
        return lines
    }

    private func words(_ evidence: WheelEvidence) -> String {
        let shown = evidence.records.prefix(3).map(\.description).joined(separator: " ")
        return shown.isEmpty ? evidence.text : "\(evidence.text): \(shown)"
    }

    private func table(_ page: Page) -> [String] {
        let rows = health.phases.map { phase -> [Table.Cell] in
            let yield = phase.main
            return [
                Table.Cell(phase.phase.words.capitalizedFirst),
                Table.Cell(yield.value.map { Numbers.percent($0) } ?? "?", .bold),
                Table.Cell(
                    yield.interval.map {
                        "\(Numbers.percent($0.lowerBound)) to \(Numbers.percent($0.upperBound))"
                    } ?? ""), Table.Cell(Numbers.percent(yield.target)), Table.Cell(Numbers.grouped(yield.count)),
                Table.Cell(yield.measure.words),
            ]
        }
        return Table(
            columns: [
                .init("PHASE"), .init("PASSES", isRight: true), .init("80% BETWEEN"), .init("TARGET", isRight: true),
                .init("OF", isRight: true), .init("WHAT COUNTS", least: 12),
            ], rows: rows
        ).lines(on: page)
    }

    private func cycle(_ page: Page) -> String {
        let cycle = health.cycle
        guard let stage = cycle.stage, let since = cycle.since else {
            return "not measured yet: no full month was watched"
        }
        var text = "\(stage) of 5 since \(page.clock.dated(since))"
        if let fall = cycle.regression {
            let reasons = fall.reasons.map(\.rawValue).joined(separator: ", ")
            let what = fall.to < fall.from ? "fell from \(fall.from)" : "lost what had held"
            text += "; \(what) on \(page.clock.dated(fall.since)): \(reasons)"
            for evidence in fall.evidence.prefix(2) { text += "; \(evidence.text)" }
        } else if let next = cycle.months.last?.conditions.first(where: {
            $0.kind.cycle == stage + 1 && $0.outcome != .met
        }) {
            text += "; to reach \(stage + 1): \(next.text)"
        }
        return text
    }

    private var capacity: String {
        let capacity = health.capacity
        var parts = ["\(Numbers.grouped(capacity.open)) open"]
        if let days = capacity.daysInSystem { parts.append("\(Numbers.fixed(days, decimals: 1)) days in the system") }
        if let load = capacity.utilisation {
            parts.append("people are \(Numbers.percent(load)) used")
        } else {
            parts.append("how far people are used is unknown")
        }
        if let hours = capacity.hoursPerDay(clearingWithin: 20) {
            parts.append("\(Numbers.fixed(hours, decimals: 1)) hours a day would clear all in 20 days")
        }
        for alarm in capacity.alarms {
            switch alarm {
            case .utilisation: parts.append("too much for the hours there are")
            case .netFlow: parts.append("more came than ended for two weeks, and what waits grows older")
            }
        }
        return (parts + capacity.missing).joined(separator: "; ")
    }

    private func words(_ handoff: HandoffEffect, _ page: Page) -> String {
        let hours = handoff.before.flatMap { before in
            handoff.after.map {
                ", half ended within \(Numbers.fixed(before, decimals: 1)) hours before and "
                    + "\(Numbers.fixed($0, decimals: 1)) after"
            }
        }
        return "D\(handoff.decision), \(page.clock.dated(handoff.at)), \(handoff.subject): "
            + handoff.outcome.words + (hours ?? "")
    }
}

extension WheelPhase {
    /// The phase as people say it.
    var words: String { rawValue.replacing("-", with: " ") }
}

extension HandoffEffect.Outcome {
    fileprivate var words: String { self == .notMeasured ? "not measured yet" : rawValue }
}

extension Yield.Measure {
    /// What is counted, short enough for a table.
    fileprivate var words: String {
        switch self {
        case .foundInTime: "found in time"
        case .foundByStages: "found by stages"
        case .watched: "time watched"
        case .order: "taken in order"
        case .owned: "owned in a week"
        case .ownedWhenDue: "owned when due"
        case .cleared: "weeks cleared in"
        case .keptUp: "ended of what came"
        case .caused: "ended with a cause"
        case .decided: "decided at its pace"
        case .answered: "causes answered"
        case .verified: "confirmed in the end"
        case .reviewed: "decisions reviewed"
        }
    }
}
