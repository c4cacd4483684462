import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import People
import WebPages

extension Pages {
    /// The queue, and the views of it that somebody keeps.
    var queue: [Route] { [get("/queue") { visit in try QueuePage(visit).content() }] + queueViews }
}

/// The queue: what comes first.
struct QueuePage {
    let visit: PageVisit
    let view: QueueView
    let answer: QueueAnswer?
    /// Where something is known of, for the filters to offer.
    private let places: KnownPlaces
    /// Rows that the box for all of the view takes, one more than it may where there are more.
    private let takes: Int
    /// Whether the address goes on in a queue that is no longer the newest, so that this one is shown from its top.
    private let beganAnew: Bool

    init(_ visit: PageVisit) throws {
        self.visit = visit
        view = try QueueView(visit.request.query)
        let session = try visit.session()
        places = try KnownPlaces(session.host.store)
        guard let rotation = try session.host.store.currentRotation()?.id else {
            (answer, takes, beganAnew) = (nil, 0, false)
            return
        }
        var filter = view.command.filter(in: session)
        // Each lane has pages of its own, so that a page further on shows one lane.
        if let cursor = view.command.cursor { filter.lane = cursor.lane }
        let cursor = view.command.cursor.flatMap { $0.goesOn(in: rotation) ? $0 : nil }
        beganAnew = cursor != view.command.cursor
        let answer = try session.queue(
            filter, limit: view.command.limit, ofEachLane: true, cursor: cursor, order: view.command.order)
        self.answer = filter.lane == nil ? answer.abridged : answer
        takes =
            visit.may(.work)
            ? try QueueReader(
                host: session.host, rotation: rotation, now: session.now, filter: filter, cursor: nil
            ).count(upTo: PageVisit.mostChosen + 1) : 0
    }

    private var words: Phrases { visit.words }

    /// The page.
    func content() throws -> PageContent {
        var shell = visit.shell(words.text("queue.title"), door: .queue)
        shell.json = Address("/api/v1/queue", query: view.ofAPI)
        guard let answer else {
            shell.command = "flywheel import FILES"
            return PageContent(shell: shell, main: visit.firstRun)
        }
        shell.command = answer.filter.command()
        shell.notices = visit.staleNotices(answer.summary.heldUp(answer.filter))
        if beganAnew { shell.notices.append(Notice(.information, words("queue.beganAnew"))) }
        shell.isLive = true
        return PageContent(
            shell: shell,
            main: """
                <p class="lead">\(summary(of: answer))</p>
                \(LiveBar.exceptions(
                    events: "/api/v1/events", refresh: visit.address, for: visit.reader).html(for: visit.reader))
                \(filters(answer))
                \(try QueueViews(visit: visit, view: view).html())
                \(lanes(answer))
                """)
    }

    private func summary(of answer: QueueAnswer) -> HTML {
        let all = words(
            answer.isUnpriced ? "queue.summaryUnpriced" : "queue.summary",
            [
                "count": .count(answer.openCount),
                "money": visit.money(answer.summary.atRisk, answer.rotation.currency),
                "days": .count(answer.summary.horizonDays),
            ])
        guard let matching = answer.matching else { return all }
        let some = words(
            "queue.matching",
            ["count": .count(matching.count), "money": visit.money(matching.atRisk, answer.rotation.currency)])
        return "<strong>\(some)</strong> <span class=\"muted\">\(all)</span>"
    }

    // MARK: Filters

    private func filters(_ answer: QueueAnswer) -> HTML {
        let any = (value: "", label: words.text("queue.filter.any"))
        let workflows = answer.summary.workflows.map { (value: $0.id, label: visit.reader.saidText($0.title)) }
        let states = QueueState.allCases.map {
            (value: $0.rawValue, label: words.text("state.\($0 == .notFixed ? "notFixed" : $0.rawValue)"))
        }
        func choice(_ name: String, _ values: [(value: String, label: String)]) -> FilterForm.Filter {
            .choice(
                name: name, label: words("queue.filter.\(Self.key(of: name))"), values: values,
                chosen: view.value(name))
        }
        let filters: [FilterForm.Filter] = [
            choice("workflow", [any] + workflows),
            choice("tier", [any] + Tier.allCases.map { ($0.rawValue, $0.rawValue) }),
            choice("state", [any] + states),
            choice(
                "act-by",
                [any] + ["now", "today"].map { ($0, words.text("queue.filter.actBy.\($0)")) } + dated("act-by")),
            choice(
                "order",
                QueueOrder.allCases.map { order in
                    (order == .atRisk ? "" : order.rawValue, words.text("queue.order.\(order.name)"))
                }),
            .search(name: "owner", label: words("queue.filter.owner"), text: view.value("owner")),
        ]
        // What has no control of its own stays as it is.
        let shown: Set = [
            "account", "marketplace", "workflow", "tier", "state", "act-by", "order", "owner", "cursor",
        ]
        let kept = view.understood.filter { !shown.contains($0.name) }
        return FilterForm(
            "/queue", placeFilters(answer.filter.place) + filters, keeping: kept, notUnderstood: view.notUnderstood
        ).html(for: visit.reader)
    }

    /// Whose rows, and where: nothing to choose where there is one alone.
    private func placeFilters(_ asked: PlaceFilter) -> [FilterForm.Filter] {
        func choice(_ name: String, _ names: [String], _ chosen: String?) -> FilterForm.Filter? {
            guard names.count > 1 || chosen != nil else { return nil }
            return .choice(
                name: name, label: words("queue.filter.\(name)"),
                values: [("", words.text("queue.filter.any"))] + names.map { ($0, $0) }, chosen: chosen ?? "")
        }
        return [
            choice("account", places.accounts, asked.account),
            choice("marketplace", places.marketplaceNames(of: nil), asked.marketplaceName),
        ].compactMap(\.self)
    }

    private static func key(of name: String) -> String { name == "act-by" ? "actBy" : name }

    /// A day that the address names, so that the filter shows it.
    private func dated(_ name: String) -> [(value: String, label: String)] {
        let value = view.value(name)
        return value.isEmpty || ["now", "today"].contains(value) ? [] : [(value, value)]
    }

    // MARK: Lanes

    private func lanes(_ answer: QueueAnswer) -> HTML {
        let items = answer.sections.flatMap(\.items)
        guard !items.isEmpty else { return "<section>\(empty(answer))</section>" }
        let rows = QueueRowView(items, of: answer.summary, in: visit, back: visit.address)
        let tables = answer.sections.filter { !$0.items.isEmpty }.map { section in
            lane(section, answer, rows)
        }
        return "\(tables)\(bulk(answer))"
    }

    private func lane(_ section: QueueAnswer.Section, _ answer: QueueAnswer, _ rows: QueueRowView) -> HTML {
        let lane = section.lane
        let table = WorkTable(
            id: "lane-\(lane.name)",
            caption: caption(section),
            amountHeading: lane == .unpriced
                ? words("queue.units") : words("queue.atRisk", ["currency": .text(answer.rotation.currency.code)]),
            rows: section.items.map(rows.row), scale: rows.ends, isSelectable: visit.may(.work), empty: .nothing)
        let isFirst = view.command.cursor == nil || beganAnew
        let pager = Pager(
            first: isFirst ? nil : view.address([:]),
            // The first page shows the beginning of every lane.
            previous: isFirst || section.extent?.before == nil
                ? nil : section.extent?.previous.map(address) ?? view.address([:]),
            next: section.cursor.map(address), of: "lane-\(lane.name)")
        return "<section>\(table.html(for: visit.reader))\(left(of: section))\(pager.html(for: visit.reader))</section>"
    }

    /// The page that goes on at a cursor.
    private func address(of cursor: QueueCursor) -> Address {
        Address(
            "/queue",
            query: view.understood.filter { !["cursor", "lane"].contains($0.name) } + [
                (name: "lane", value: cursor.lane.name), (name: "cursor", value: cursor.description),
            ])
    }

    /// A lane with the rows that are shown of it, and how many it has.
    private func caption(_ section: QueueAnswer.Section) -> HTML {
        let count = section.items.count
        let all = section.extent?.count ?? ListCount(value: count)
        var shown = Phrases.Value.count(count)
        if let before = section.extent?.before, count > 0, count < all.value {
            shown = .text(words.text("queue.rows", ["first": .count(before + 1), "last": .count(before + count)]))
        }
        return words(
            "queue.lane.\(section.lane.key)",
            [
                "shown": shown,
                "count": all.isExact
                    ? .count(all.value) : .text(words.text("queue.atLeast", ["count": .count(all.value)])),
            ])
    }

    /// How many rows an order of its own leaves out, and the way to as many as a page has.
    private func left(of section: QueueAnswer.Section) -> HTML {
        guard section.left > 0 else { return .nothing }
        let most = QueueView.mostRows
        let more: HTML =
            view.command.limit < most
            ? " <a href=\"\(view.address(["limit": "\(most)"]))\">\(words("queue.more", ["count": .count(most)]))</a>"
            : .nothing
        return "<p class=\"muted\">\(words("queue.left", ["count": .count(section.left)]))\(more)</p>"
    }

    /// What can be done with the ticked rows; what needs more than the rows is asked for on the next page.
    private func bulk(_ answer: QueueAnswer) -> HTML {
        guard visit.may(.work) else { return .nothing }
        let verbs: [WorkAnswer.Verb] = [.claim, .release, .assign, .snooze, .close, .dismiss]
        let actions = verbs.map { verb -> BulkBar.Action in
            let address: Address = "/queue/\(verb.rawValue)"
            return BulkBar.Action(to: address, words("queue.bulk.\(verb.rawValue)"))
        }
        let back: HTML = "<input type=\"hidden\" name=\"return\" value=\"\(visit.address)\">"
        return BulkBar(actions, content: back, everything: everything(answer)).html(for: visit.reader)
    }

    /// The box that takes all rows of the view in place of those that are ticked, where there are more than the page shows.
    private func everything(_ answer: QueueAnswer) -> HTML? {
        let shown = answer.sections.reduce(0) { $0 + $1.items.count }
        guard takes > shown else { return nil }
        let most = PageVisit.mostChosen
        let label =
            takes > most
            ? words(
                "queue.bulk.first",
                [
                    "most": .count(most),
                    "count": .count(answer.matching?.count ?? answer.openCount - answer.snoozedCount),
                ])
            : words("queue.bulk.all", ["count": .count(takes)])
        // A cursor shows one lane, whether the address names it or not.
        let all = view.address(["lane": answer.filter.lane?.name ?? ""])
        return """
            <input type="hidden" name="view" value="\(all.query)">\
            <label><input type="checkbox" name="everything" value="on"> \(label)</label>
            """
    }

    /// Nothing to show is a claim, so it says what it rests on.
    private func empty(_ answer: QueueAnswer) -> HTML {
        if view.isNarrow {
            return "<p>\(words("queue.emptyView")) <a href=\"/queue\">\(words("queue.showAll"))</a></p>"
        }
        return """
            <p>\(words(
                "queue.empty",
                [
                    "listings": .count(answer.summary.listings), "feeds": .count(answer.freshFeeds),
                    "time": .text(visit.formats.moment(answer.rotation.asOf)),
                ]))</p>
            """
    }
}

extension QueueAnswer {
    /// The same with only the first rows of what is not happening yet or has no price: they stand below what has to be done.
    fileprivate var abridged: QueueAnswer {
        QueueAnswer(
            rotation: rotation, summary: summary, now: now, open: open, freshFeeds: freshFeeds, filter: filter,
            sections: sections.map { $0.abridged(in: rotation.id) }, order: order, matching: matching, snoozed: snoozed)
    }
}

extension QueueAnswer.Section {
    /// Rows of a lane that stands below the others.
    private static let few = 10

    fileprivate func abridged(in rotation: RotationID) -> QueueAnswer.Section {
        guard lane == .predicted || lane == .unpriced, items.count > Self.few else { return self }
        let shown = Array(items.prefix(Self.few))
        let position = shown.last?.row.position ?? 0
        return QueueAnswer.Section(
            lane: lane, items: shown, cursor: QueueCursor(lane: lane, position: position, in: rotation),
            extent: extent)
    }
}

extension QueueRow.Lane {
    /// The lane's name within keys of the catalog.
    fileprivate var key: String {
        switch self {
        case .actNow: "actNow"
        default: name
        }
    }
}
