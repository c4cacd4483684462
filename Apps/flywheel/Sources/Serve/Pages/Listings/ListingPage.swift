import Cases
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import People
import WebPages

/// Everything about one listing: all workflows on one axis of time, then each part as a list.
struct ListingPage {
    let visit: PageVisit
    let session: Session
    private let view: ListingView

    init(_ visit: PageVisit) throws {
        self.visit = visit
        let session = try visit.session()
        self.session = session
        let parameter = visit.request.parameter
        let named = try session.host.listings(
            parameter("sku"), account: parameter("account"), marketplace: parameter("marketplace"))
        guard let listing = named.first, let view = try ListingView(of: listing, in: session) else {
            throw Problem.notFound
        }
        self.view = view
    }

    private var listing: Subject { view.listing }
    private var facts: ListingFacts { view.facts }
    private var open: [QueueItem] { view.open }
    private var exceptions: [ExceptionRecord] { view.exceptions }
    private var cases: [CaseRecord] { view.cases ?? [] }
    private var words: Phrases { visit.words }
    private var formats: Formats { visit.formats }

    /// The page.
    var content: PageContent {
        var shell = visit.shell(
            [listing.code, facts.title].compactMap(\.self).joined(separator: " "), door: .listings)
        // Equal SKUs of two accounts or marketplaces are two listings.
        shell.command =
            "flywheel listing \(listing.code.shellWord) --account \(listing.account.shellWord) "
            + "--marketplace \(listing.marketplaceName.shellWord)"
        shell.json = Address(
            "/api/v1/listings/\(listing.code)",
            query: [("account", listing.account), ("marketplace", listing.marketplaceName)])
        return PageContent(
            shell: shell,
            main: """
                <p class="lead"><bdi>\(listing.account)</bdi>, \(listing.marketplaceName). \(atRisk)</p>
                <section>\(axis)</section>
                <section>\(openTable)</section>
                <div class="columns"><section class="panel"><h2>\(words("exception.facts"))</h2>\
                \(Definitions(definitions).html)</section>\(earlier)\(changeList)\(caseList)</div>
                """)
    }

    private var atRisk: HTML {
        guard let currency = visit.currency, !open.isEmpty else { return words("listing.noneOpenHere") }
        let atRisk = words(
            "listing.atRisk", ["money": visit.money(view.atRisk, currency), "count": .count(open.count)])
        guard view.stated > 0 else { return atRisk }
        return "\(atRisk) \(words("listing.stated", ["money": visit.money(view.stated, currency)]))"
    }

    private var definitions: [(name: HTML, value: HTML)] {
        let unknown = words("listing.unknown")
        let known = facts.units.compactMap(\.self)
        let foreign = (facts.limits?.foreign ?? []).map { (words("listing.foreign"), visit.said($0.description)) }
        return [(words("listing.price"), facts.price.map { HTML(text: formats.money($0)) } ?? unknown)] + foreign + [
            (words("listing.stock"), facts.fulfillable.map(stock) ?? unknown),
            (
                words("listing.sold", ["days": .count(ListingFacts.days)]),
                known.isEmpty ? unknown : HTML(text: formats.number(known.reduce(0, +)))
            ),
            (
                words("listing.forecast"),
                """
                <a href="\("/plan/forecast/\(listing.account)/\(listing.marketplace)/\(listing.code)" as Address)">\
                \(words("listing.openForecast"))</a>
                """
            ),
        ]
    }

    /// Units to sell, and who else sells them.
    private func stock(_ units: Int) -> HTML {
        guard !facts.sharedWith.isEmpty else { return HTML(text: formats.number(units)) }
        return words(
            "listing.sharedStock",
            ["units": .text(formats.number(units)), "marketplaces": .text(formats.list(facts.sharedWith))])
    }

    // MARK: The axis

    private var axis: HTML {
        var lanes =
            [
                TimeAxis.Lane(
                    words.text("listing.lane.sales", ["most": .count(facts.units.compactMap(\.self).max() ?? 0)]),
                    columns(facts.units))
            ] + exceptionLanes
        let prices = level(facts.prices)
        if !prices.isEmpty { lanes.append(TimeAxis.Lane(words.text("listing.lane.price"), [.level(prices)])) }
        let receipts = facts.receipts.compactMap { receipt in
            place(of: receipt.day).map {
                TimeAxis.Mark.point(at: $0, label: receipt.units.map(formats.number) ?? "?")
            }
        }
        if !receipts.isEmpty { lanes.append(TimeAxis.Lane(words.text("listing.lane.receipts"), receipts)) }
        let decisions = decisionMarks
        if !decisions.isEmpty { lanes.append(TimeAxis.Lane(words.text("listing.lane.decisions"), decisions)) }
        let opened = cases.compactMap { record in
            record.opened.flatMap { place(of: $0) }.map { TimeAxis.Mark.point(at: $0, label: record.id.description) }
        }
        if !opened.isEmpty { lanes.append(TimeAxis.Lane(words.text("listing.lane.cases"), opened)) }
        let dates = stride(from: 0, to: ListingFacts.days, by: 30).map { place in
            let day = facts.first.advanced(by: place)
            return (day: place, label: formats.days(day...day))
        }
        let ticks = dates + [(day: ListingFacts.days, label: words.text("picture.today"))]
        let known = facts.units.compactMap(\.self)
        let answer = words(
            "listing.axis.answer",
            [
                "units": .count(known.reduce(0, +)), "days": .count(known.count),
                "exceptions": .count(exceptions.count),
            ])
        return Figure(
            question: words("listing.axis.question", ["days": .count(ListingFacts.days)]),
            picture: TimeAxis(days: ListingFacts.days, ticks: ticks, lanes: lanes).html(answer: answer),
            note: words("listing.axis.note"), numbers: sales
        ).html(for: visit.reader)
    }

    private func columns(_ units: [Int?]) -> [TimeAxis.Mark] {
        let most = Double(max(1, units.compactMap(\.self).max() ?? 1))
        return units.enumerated().map { day, units in
            .column(day: day, height: units.map { Double($0) / most })
        }
    }

    private func level(_ prices: [Int?]) -> [(from: Double, height: Double, label: String)] {
        guard let most = prices.compactMap(\.self).max(), most > 0 else { return [] }
        var steps: [(from: Double, height: Double, label: String)] = []
        var last: Int?
        for (day, price) in prices.enumerated() {
            guard let price, price != last else { continue }
            let money = facts.price.map { formats.money(Money(minorUnits: Int64(price), $0.currency)) }
            steps.append((from: Double(day), height: Double(price) / Double(most), label: money ?? ""))
            last = price
        }
        return steps
    }

    /// Exceptions that last at the same time stand in lanes of their own, or one would hide the other.
    private var exceptionLanes: [TimeAxis.Lane] {
        var lanes: [(end: Double, marks: [TimeAxis.Mark])] = []
        let spans = exceptions.compactMap { exception in span(exception).map { (exception, $0) } }
        for (exception, span) in spans.sorted(by: { $0.1.lowerBound < $1.1.lowerBound }) {
            let mark = TimeAxis.Mark.span(
                from: span.lowerBound, to: span.upperBound, isPredicted: exception.state == .predicted,
                label: exception.id.description)
            if let free = lanes.firstIndex(where: { $0.end + Self.labelDays <= span.lowerBound }) {
                lanes[free].end = span.upperBound
                lanes[free].marks.append(mark)
            } else {
                lanes.append((span.upperBound, [mark]))
            }
        }
        return lanes.prefix(Self.mostLanes).enumerated().map { place, lane in
            TimeAxis.Lane(place == 0 ? words.text("listing.lane.exceptions") : "", lane.marks)
        }
    }

    /// Lanes of exceptions at most; the lists below have all of them.
    private static let mostLanes = 4
    /// Days that the name of an exception takes.
    private static let labelDays = 4.0

    /// When it lasted, in days of the axis; `nil` where that was before it.
    private func span(_ exception: ExceptionRecord) -> ClosedRange<Double>? {
        let end = exception.state.isOpen ? formats.asOf : exception.closed ?? exception.detected
        let from = max(0, days(to: exception.onset ?? exception.detected))
        let to = min(Double(ListingFacts.days), days(to: end))
        return from <= to ? from...to : nil
    }

    private var decisionMarks: [TimeAxis.Mark] {
        view.changes.compactMap { change in
            place(of: change.proposed).map { .point(at: $0, label: change.id.description) }
        }
    }

    private func place(of instant: Instant) -> Double? {
        let days = days(to: instant)
        return (0...Double(ListingFacts.days)).contains(days) ? days : nil
    }

    private func place(of day: Day) -> Double? {
        let days = facts.first.distance(to: day)
        return (0..<ListingFacts.days).contains(days) ? Double(days) + 0.5 : nil
    }

    private func days(to instant: Instant) -> Double {
        instant.days(since: Moment.day(facts.first).beginning(in: session.clock.zone))
    }

    private var sales: DataTable {
        let rows = facts.units.enumerated().reversed().map { day, units in
            DataTable.Row([
                HTML(text: formats.day(facts.first.advanced(by: day))), HTML(text: units.map(formats.number) ?? "?"),
            ])
        }
        return DataTable(
            id: "sales", caption: words("listing.sales"),
            columns: [.init(words("exception.numbers.day")), .init(words("queue.unitsSold"), isNumber: true)],
            rows: rows,
            empty: .nothing)
    }

    // MARK: Lists

    private var openTable: HTML {
        guard let summary = try? session.currentRotation().summary else { return .nothing }
        let rows = QueueRowView(open, of: summary, in: visit, back: visit.address)
        return WorkTable(
            id: "open", caption: words("listing.open", ["count": .count(open.count)]),
            amountHeading: words("queue.atRisk", ["currency": .text(summary.currency.code)]), rows: open.map(rows.row),
            scale: rows.ends, isSelectable: false, empty: words("listing.noneOpenHere")
        ).html(for: visit.reader)
    }

    private var earlier: HTML {
        let lines = view.earlier.map { exception -> HTML in
            "<li>\(visit.link(to: exception, in: session)) \(visit.chip(exception).html(for: visit.reader))</li>"
        }
        return lines.isEmpty ? .nothing : list("listing.earlier", lines)
    }

    private var changeList: HTML {
        let lines = view.changes.map { change -> HTML in
            "<li><a href=\"/plan/prices\">\(change.id.description)</a> \(visit.said(change.state.words)): \(visit.said(change.change.inWords))</li>"
        }
        return lines.isEmpty ? .nothing : list("exception.changes", lines)
    }

    private var caseList: HTML {
        let lines = cases.map { record -> HTML in
            let state = CaseState(rawValue: record.state).map { visit.reader.chip($0) }
            return "<li><a href=\"/cases/\(record.id.description)\">\(record.id.description)</a> \(state)</li>"
        }
        return lines.isEmpty ? .nothing : list("listing.cases", lines)
    }

    private func list(_ key: String, _ lines: [HTML]) -> HTML {
        "<section class=\"panel\"><h2>\(words(key))</h2><ul class=\"plain\">\(lines)</ul></section>"
    }
}
