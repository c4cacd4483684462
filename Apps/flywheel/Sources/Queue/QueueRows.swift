import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// The rows of one lane as a table, or on narrow pages as records of three lines.
struct QueueRows {
    let items: [QueueItem]
    let lane: QueueRow.Lane
    let currency: Currency
    /// Whether the rows are of several marketplaces, and of several accounts: one SKU may be sold on all of them.
    private let isOfSeveral: (marketplaces: Bool, accounts: Bool)

    init(items: [QueueItem], lane: QueueRow.Lane, currency: Currency) {
        self.items = items
        self.lane = lane
        self.currency = currency
        let subjects = items.map(\.exception.fingerprint.subject)
        isOfSeveral = (Set(subjects.map(\.marketplace)).count > 1, Set(subjects.map(\.account)).count > 1)
    }

    /// Below this a table would cut what must be read whole.
    private static let leastTableWidth = 60
    /// From here on the further columns are shown.
    private static let wideWidth = 120

    func lines(_ page: Page) -> [String] {
        page.width < Self.leastTableWidth ? items.flatMap { record($0, page) } : table(page)
    }

    private func table(_ page: Page) -> [String] {
        let isWide = page.width >= Self.wideWidth
        let amount = lane == .unpriced ? "UNITS" : "AT RISK \(currency)"
        var columns: [Table.Column] = [
            .init("#", isRight: true), .init("ID"), .init(amount, isRight: true), .init("ACT BY"),
            .init(lane == .predicted ? "CHANCE" : "STATE"), .init("WHAT", least: 16), .init("LISTING", least: 8),
        ]
        if isWide {
            columns += [
                .init("80% BETWEEN"), .init("A DAY", isRight: true), .init("OWNER"), .init("TIER"), .init("MARKET"),
                .init("AGE", isRight: true),
            ]
        }
        let rows = items.map { item in cells(item, page) + (isWide ? further(item, page) : []) }
        return Table(
            columns: columns, rows: rows, droppable: ["AGE", "MARKET", "TIER", "A DAY", "80% BETWEEN", "OWNER"]
        ).lines(on: page)
    }

    private func cells(_ item: QueueItem, _ page: Page) -> [Table.Cell] {
        let chance = Table.Cell(Numbers.percent(item.terms.probability))
        let standing = item.exception.standing(on: page.clock)
        return [
            Table.Cell("\(lane.letter)\(item.row.position)"), Table.Cell(item.exception.id.description, .bold),
            Table.Cell(amount(item), .bold), due(item, page), lane == .predicted ? chance : standing,
            Table.Cell(item.inWords), Table.Cell(listing(item)),
        ]
    }

    /// The listing, with its marketplace and its account where the rows are of several.
    private func listing(_ item: QueueItem) -> String {
        let subject = item.exception.fingerprint.subject
        let marketplace = isOfSeveral.marketplaces && subject.kind != .account ? subject.marketplaceName : nil
        return [subject.words, marketplace, account(item)].compactMap(\.self).joined(separator: " ")
    }

    private func account(_ item: QueueItem) -> String? {
        isOfSeveral.accounts ? item.exception.fingerprint.subject.account : nil
    }

    private func further(_ item: QueueItem, _ page: Page) -> [Table.Cell] {
        let began = item.exception.onset ?? item.exception.detected
        return [
            Table.Cell(item.interval.map { "\($0.low) to \($0.high)" } ?? "?"),
            Table.Cell(
                item.today.map { today in
                    today.currency == currency ? Numbers.amount(today) : Numbers.money(today)
                } ?? "?"),
            Table.Cell(item.exception.responsible ?? "-"), Table.Cell(item.row.tier?.rawValue ?? "?"),
            Table.Cell(item.exception.fingerprint.subject.marketplaceName),
            Table.Cell(WallClock.span(max(0, page.clock.now.seconds - began.seconds))),
        ]
    }

    private func record(_ item: QueueItem, _ page: Page) -> [String] {
        let amount = lane == .unpriced ? "\(amount(item)) units" : "\(currency) \(amount(item))"
        let standing = item.exception.standing(on: page.clock)
        let subject = item.exception.fingerprint.subject
        let due = due(item, page)
        let room = page.width - 3
        let place = [subject.marketplaceName, account(item)].compactMap(\.self).joined(separator: " ").visible
        let words = subject.words.visible.cut(
            toCells: max(8, room - place.cells - due.text.cells - 11), mark: page.cutMark)
        return [
            "\(lane.letter)\(item.row.position)  \(page.ink(item.exception.id.description, .bold))  "
                + "\(page.ink(amount, .bold))  \(page.ink(standing.text, standing.tone))",
            "   " + item.inWords.visible.cut(toCells: room, mark: page.cutMark),
            "   \(words)  \(place)  act by \(page.ink(due.text, due.tone))",
        ]
    }

    private func amount(_ item: QueueItem) -> String {
        if lane == .unpriced { return item.terms.units.map { Numbers.grouped($0.description) } ?? "?" }
        let mark = item.terms.evidence == .low ? "~" : ""
        return item.atRisk.map { mark + Numbers.amount($0) } ?? "?"
    }

    private func due(_ item: QueueItem, _ page: Page) -> Table.Cell {
        guard let due = item.exception.due else { return "-" }
        return Table.Cell(page.clock.due(due), due < page.clock.now ? .red : .plain)
    }
}

extension QueueItem {
    /// The central 80% of what would be lost, to three digits.
    var interval: (low: String, high: String)? {
        guard let low = terms.low, let high = terms.high else { return nil }
        return (
            Numbers.rough(Money(minorUnits: low, terms.currency)),
            Numbers.rough(Money(minorUnits: high, terms.currency))
        )
    }
}
