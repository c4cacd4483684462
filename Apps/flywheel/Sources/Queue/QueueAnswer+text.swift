import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

extension QueueAnswer {
    func text(on page: Page) -> [String] {
        var lines = head(page)
        for section in sections where !section.items.isEmpty || filter.lane == section.lane {
            // Rows without an amount stand apart: they are counted, and shown when asked for.
            if section.lane == .unpriced && filter.lane != .unpriced { continue }
            lines += [""] + block(section, page)
        }
        return lines + foot(page)
    }

    // MARK: Head

    private func head(_ page: Page) -> [String] {
        var lines: [String] = []
        if openCount == 0 {
            lines.append(
                "Nothing open that \(Numbers.count(freshFeeds, "fresh feed")) can show; \(Numbers.count(summary.listings, "listing")) looked at"
            )
        } else {
            lines += page.wrapped(total(page))
        }
        lines.append("\(rotation.id), as of \(page.clock.full(rotation.asOf))")
        if summary.open != openCount {
            lines.append("\(rotation.id) counted \(Numbers.grouped(summary.open)) open; its total is from then")
        }
        if let groups = groupCount, groups > 0 {
            let stand = groups == 1 ? "1 row that stands" : "\(Numbers.grouped(groups)) rows that stand"
            lines.append("\(Numbers.grouped(openCount - groups)) problems, and \(stand) for several of them")
        }
        if let stated { lines.append("\(stated) more is stated by documents") }
        for group in summary.heldUp(filter) {
            lines += page.wrapped(group.sentence, head: page.ink("stale", .yellow) + "  ")
        }
        return lines
    }

    /// What is open and at risk, and of it what the filter leaves.
    private func total(_ page: Page) -> String {
        let all = Money(minorUnits: summary.atRisk, rotation.currency)
        guard let matching else {
            if isUnpriced { return "\(Numbers.grouped(openCount)) open, none of them priced" }
            return "\(Numbers.grouped(openCount)) open, \(page.ink(Numbers.money(all), .bold)) at risk in"
                + " \(summary.horizonDays) days, each listing counted once"
        }
        let part = Numbers.money(Money(minorUnits: matching.atRisk, rotation.currency))
        return "\(Numbers.grouped(matching.count)) of \(Numbers.grouped(openCount)) open, \(page.ink(part, .bold)) of"
            + " \(Numbers.amount(all)) at risk in \(summary.horizonDays) days; only"
            + " \(filter.words.joined(separator: ", ").visible)"
    }

    /// What documents state, and of it what the filter leaves; `nil` where they state nothing of what is asked for.
    private var stated: String? {
        let all = Money(minorUnits: summary.stated, rotation.currency)
        guard let matching else { return all.minorUnits > 0 ? Numbers.money(all) : nil }
        guard matching.stated > 0 else { return nil }
        return "\(Numbers.money(Money(minorUnits: matching.stated, rotation.currency))) of \(Numbers.amount(all))"
    }

    // MARK: Lanes

    private func block(_ section: Section, _ page: Page) -> [String] {
        let heading: [String] =
            switch section.lane {
            case .active: []
            case .actNow: ["ACT NOW, final before the next look, by what can still be avoided"]
            case .predicted: ["PREDICTED, probability x loss"]
            case .unpriced: ["UNPRICED, by units"]
            }
        guard !section.items.isEmpty else { return heading + ["None."] }
        let rows = QueueRows(items: section.items, lane: section.lane, currency: rotation.currency)
        return heading + rows.lines(page) + more(section, page)
    }

    private func more(_ section: Section, _ page: Page) -> [String] {
        if section.left > 0 {
            let count = section.items.count + section.left
            return page.line(
                "\(Numbers.grouped(section.left)) more",
                command: filter.command("--order \(order.rawValue) --limit \(count)"))
        }
        guard let cursor = section.cursor else { return [] }
        let words =
            section.further.map { "\($0.isExact ? "" : "at least ")\(Numbers.grouped($0.value)) more" } ?? "more"
        var only = filter
        if section.lane != .active { only.lane = section.lane }
        return page.line(words, command: only.command(goingOnAt: cursor))
    }

    // MARK: Foot

    private func foot(_ page: Page) -> [String] {
        var lines: [String] = []
        if filter.lane == nil { lines += unpriced(page) }
        let asleep = matching?.snoozed ?? snoozedCount
        if asleep > 0, filter.state != .snoozed {
            var snoozed = filter
            snoozed.state = .snoozed
            lines += page.line(
                "\(Numbers.grouped(asleep)) snoozed, \(matching == nil ? "counted above" : "left out")",
                command: snoozed.command())
        }
        let items = sections.flatMap(\.items)
        if items.contains(where: { $0.terms.evidence == .low && $0.terms.atRisk != nil }) {
            lines.append("~ low evidence")
        }
        if items.contains(where: { !$0.blocks.isEmpty }) {
            lines.append("+2 so many more exceptions on the listing wait for this one")
        }
        if filter.folds, let group = items.first(where: { $0.exception.isGroup }), let members = group.members {
            lines += page.line(
                "of \(Numbers.grouped(members)) so many stand beneath \(group.exception.id), counted once",
                command: "flywheel queue --parent \(group.exception.id)")
        }
        if !lines.isEmpty { lines.insert("", at: 0) }
        guard filter.files.isEmpty else {
            return lines + ["Nothing was kept."]
                + page.next("flywheel import \(filter.fileWords.visible)", word: "To keep it")
        }
        guard let first = items.first else {
            return lines + page.next(openCount == 0 ? "flywheel imports" : "flywheel queue")
        }
        return lines + page.next("flywheel show \(first.exception.id)")
    }

    /// What is in no sum, and why; reasons are counted over the whole queue.
    private func unpriced(_ page: Page) -> [String] {
        let apart = count(in: .unpriced)
        let beneath = matching == nil ? unpricedBeneath : 0
        guard apart + beneath > 0 else { return [] }
        let words = "\(Numbers.grouped(apart + beneath)) unpriced"
        var lines = apart > 0 ? page.line(words, command: filter.command("--unpriced")) : [words]
        let reasons = matching == nil ? summary.unpriced : [:]
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            lines += page.wrapped(reason.visible, head: "  \(Numbers.grouped(count)): ")
        }
        if beneath > 0 { lines.append("  \(Numbers.grouped(beneath)) of them beneath another row, not in its sum") }
        return lines
    }

    /// Problems without a sum that stand in the lane of another, as the rotation counted: of a burst, of what blocks them.
    private var unpricedBeneath: Int {
        summary.open == openCount ? max(0, summary.unpriced.values.reduce(0, +) - (open[.unpriced] ?? 0)) : 0
    }
}

extension QueueAnswer.Section {
    /// How many rows the pages behind it list; `nil` where that is not known.
    fileprivate var further: ListCount? {
        guard let extent, let before = extent.before else { return nil }
        return ListCount(value: extent.count.value - before - items.count, isExact: extent.count.isExact)
    }
}
