import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import People
import RevenueAtRisk
import WebPages

/// Rows of the queue as a page shows them, all on one scale.
struct QueueRowView {
    let visit: PageVisit
    /// The currency of the rotation's totals.
    let currency: Currency
    /// What says of which rows the workflow could neither open nor close anything.
    let summary: RotationSummary
    let scale: IntervalStrip.Scale
    /// Whether the rows are of several accounts.
    let isOfSeveralAccounts: Bool
    /// Where the buttons of the rows come back to.
    let back: Address

    init(_ items: [QueueItem], of summary: RotationSummary, in visit: PageVisit, back: Address) {
        self.visit = visit
        self.back = back
        currency = summary.currency
        self.summary = summary
        scale = IntervalStrip.Scale(
            covering: items.compactMap { Self.ends($0.terms) }.flatMap { [$0.low, $0.high] })
        isOfSeveralAccounts = Set(items.map(\.exception.fingerprint.subject.account)).count > 1
    }

    /// The ends of the scale, as they are read.
    var ends: (low: String, high: String) {
        func text(_ value: Double) -> String {
            visit.formats.shortMoney(Money(minorUnits: Int64(value), currency))
        }
        return (text(scale.low), text(scale.high))
    }

    /// The row of an item.
    func row(_ item: QueueItem) -> WorkRow {
        let exception = item.exception
        var row = WorkRow(
            id: exception.id.description, rank: "\(item.row.lane.letter)\(item.row.position)",
            amount: amount(item), strip: strip(item), title: visit.reader.saidText(item.name.capitalizedFirst),
            address: "/x/\(exception.id.description)", listing: place(item), state: visit.chip(exception),
            owner: exception.responsible, actBy: visit.due(exception), action: action(exception),
            version: "\(exception.version)")
        row.remarks = remarks(item)
        row.qualifiers = qualifiers(item)
        return row
    }

    private func amount(_ item: QueueItem) -> String {
        if item.row.lane == .unpriced {
            return item.terms.units.map { visit.formats.number($0.value, decimals: 0) } ?? "?"
        }
        return item.atRisk.map(visit.formats.bareMoney) ?? "?"
    }

    private func strip(_ item: QueueItem) -> (strip: IntervalStrip, answer: HTML)? {
        guard let ends = Self.ends(item.terms), let amount = item.terms.atRisk else { return nil }
        let sums = [ends.low, ends.high].map { Money(minorUnits: Int64($0), currency) }
        return (
            IntervalStrip(low: ends.low, value: Double(amount), high: ends.high, on: scale),
            visit.words(
                "queue.between",
                [
                    "percent": .text(visit.formats.percent(0.8)),
                    "range": .text(visit.formats.range(sums[0], sums[1])),
                ])
        )
    }

    private static func ends(_ terms: RiskTerms) -> (low: Double, high: Double)? {
        guard let low = terms.low, let high = terms.high else { return nil }
        return (Double(low), Double(high))
    }

    private func place(_ item: QueueItem) -> HTML {
        let subject = item.exception.fingerprint.subject
        let place = visit.place(of: subject, tier: item.row.tier)
        return isOfSeveralAccounts ? "\(place), <bdi>\(subject.account)</bdi>" : place
    }

    private func qualifiers(_ item: QueueItem) -> [QualifierChip] {
        [
            summary.isStale(item.exception.fingerprint) ? .stale : nil,
            item.terms.unpriced == nil ? nil : .unpriced,
        ].compactMap(\.self)
    }

    /// Third line, only of what is true.
    private func remarks(_ item: QueueItem) -> [HTML] {
        let words = visit.words
        return [
            item.terms.probability < 1
                ? words("queue.row.chance", ["chance": .text(visit.formats.chance(item.terms.probability))]) : nil,
            item.terms.evidence == .low ? words("queue.row.lowEvidence") : nil,
            item.members.map { words("queue.row.members", ["count": .count($0)]) },
            item.blocks.isEmpty ? nil : words("queue.row.blocks", ["count": .count(item.blocks.count)]),
            item.blockedBy.first.map { words("queue.row.blockedBy", ["id": .text($0.description)]) },
            item.exception.previous.map { words("queue.row.again", ["id": .text($0.description)]) },
            item.terms.unpriced.map { visit.said($0) },
        ].compactMap(\.self)
    }

    private func action(_ exception: ExceptionRecord) -> HTML {
        let isFree = exception.state.isOpen && exception.claimedBy == nil
        guard isFree, visit.may(.work) else {
            return """
                <a class="button" href="/x/\(exception.id.description)">\(visit.words("queue.open"))\
                <span class="heard"> \(exception.id.description)</span></a>
                """
        }
        return Form(
            to: "/x/\(exception.id.description)/claim",
            button: Button(visit.words("queue.claim"), key: "c", about: exception.id.description),
            hidden: ["return": back.text]
        ).html(for: visit.reader)
    }
}
