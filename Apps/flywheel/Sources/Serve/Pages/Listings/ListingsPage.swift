import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import WebPages

extension Pages {
    /// Everything that is sold, and everything about one thing of it.
    var listings: [Route] {
        [
            get("/listings") { visit in try ListingsPage(visit).content },
            get("/listings/{account}/{marketplace}/{sku}") { visit in try ListingPage(visit).content },
        ]
    }
}

/// The listings whose SKU or title holds what is searched for; without a search, those with most at risk.
struct ListingsPage {
    let visit: PageVisit
    let search: String
    /// What was found: the listing, its title, and what is at risk on it in minor units.
    private let found: [(subject: Subject, title: String?, atRisk: Int64?)]
    private let isCut: Bool

    /// Listings shown.
    private static let most = 50

    init(_ visit: PageVisit) throws {
        self.visit = visit
        search = (visit.request.query["q"] ?? "").trimmingSpace
        let session = try visit.session()
        let atRisk = try Self.atRisk(in: session)
        if search.isEmpty {
            let top = atRisk.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most)
            let titles = try Self.titles(of: Set(top.map(\.key)), in: session)
            found = top.map { ($0.key, titles[$0.key], $0.value) }
            isCut = false
        } else {
            let matches = try Self.matches(search, in: session)
            isCut = matches.count > Self.most
            found = matches.sorted { (atRisk[$1.key] ?? -1, $0.key) < (atRisk[$0.key] ?? -1, $1.key) }
                .prefix(Self.most).map { ($0.key, $0.value, atRisk[$0.key]) }
        }
    }

    /// What the queue counts on each listing.
    private static func atRisk(in session: Session) throws -> [Subject: Int64] {
        var sums: [Subject: Int64] = [:]
        for lane in QueueRow.Lane.allCases {
            var position = 0
            while case let page = try session.host.store.queue(lane, after: position, limit: 500), let last = page.last
            {
                for entry in page where entry.exception.fingerprint.subject.kind == .listing && !entry.exception.isGroup
                {
                    sums[entry.exception.fingerprint.subject, default: 0] += entry.row.atRisk ?? 0
                }
                position = last.row.position
            }
        }
        return sums
    }

    private static let title = [Catalog.feed.helping(Catalog.title)]

    private static func titles(of subjects: Set<Subject>, in session: Session) throws -> [Subject: String] {
        var titles: [Subject: String] = [:]
        try session.host.factReader(of: title, asOf: session.now).forEach(of: subjects) { subject, chunk, row in
            titles[subject] = chunk[Catalog.title][row]
        }
        return titles
    }

    /// Listings whose SKU or title holds the text, in either case.
    private static func matches(_ text: String, in session: Session) throws -> [Subject: String] {
        let wanted = text.lowercased()
        let accounts = Set(try session.host.store.chunks(of: .listing).map(\.account))
        var found: [Subject: String] = [:]
        try session.host.factReader(of: title, asOf: session.now).forEach(.listing, of: accounts) { chunk, row in
            let subject = chunk.subject(row)
            let title = chunk[Catalog.title][row] ?? ""
            guard subject.code.lowercased().contains(wanted) || title.lowercased().contains(wanted) else { return }
            found[subject] = title
        }
        return found
    }

    /// The page.
    var content: PageContent {
        let words = visit.words
        var shell = visit.shell(words.text("listing.all"), door: .listings)
        shell.command = "flywheel queue"
        let form = FilterForm(
            "/listings", [.search(name: "q", label: words("listing.search"), text: search)]
        ).html(for: visit.reader)
        let rows = found.map { subject, title, atRisk in
            DataTable.Row([
                visit.place(of: subject), "<bdi>\(title)</bdi>", "<bdi>\(subject.account)</bdi>", amount(atRisk),
            ])
        }
        let caption =
            search.isEmpty
            ? words("listing.top", ["count": .count(rows.count)])
            : words(
                isCut ? "listing.foundMany" : "listing.found", ["count": .count(rows.count), "text": .text(search)])
        let table = DataTable(
            id: "listings", caption: caption,
            columns: [
                .init(words("listing.sku")), .init(words("listing.title")),
                .init(words("data.account"), isOptional: true),
                .init(words("exception.atRiskHeading"), isNumber: true),
            ], rows: rows,
            empty: search.isEmpty
                ? words("listing.noneOpen") : words("listing.none", ["text": .text(search)]))
        return PageContent(shell: shell, main: "\(form)<section>\(table.html)</section>")
    }

    private func amount(_ minorUnits: Int64?) -> HTML {
        guard let minorUnits, let currency = visit.currency else {
            return "<span class=\"muted\">\(visit.words("listing.nothing"))</span>"
        }
        return HTML(text: visit.formats.money(Money(minorUnits: minorUnits, currency)))
    }
}
