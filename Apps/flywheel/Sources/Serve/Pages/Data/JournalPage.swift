import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import People
import WebPages

/// Everything that happened, the newest entries first.
struct JournalPage {
    let visit: PageVisit
    let lines: [JournalLine]
    /// The place before which the page ends.
    let before: Int64
    let end: Int64

    /// Entries of a page; an entry may hold many events.
    private static let entries: Int64 = 25
    private static let piece = 1_000

    init(_ visit: PageVisit) throws {
        self.visit = visit
        let store = try visit.session().host.store
        end = try store.journalEnd()
        let asked = visit.request.query["before"].flatMap { Int64($0) } ?? end + 1
        before = min(max(1, asked), end + 1)
        var lines: [JournalLine] = []
        var place = max(0, before - 1 - Self.entries)
        while place < before - 1 {
            let piece = try store.events(after: place, limit: Self.piece)
            guard let last = piece.last else { break }
            lines += piece
            place = last.sequence
        }
        self.lines = lines.filter { [before] in $0.sequence < before }.reversed()
    }

    /// The page.
    var content: PageContent {
        let words = visit.words
        var shell = visit.shell(words.text("data.journal.title"), door: .data)
        shell.command = "flywheel export journal"
        if visit.may(.administer) { shell.json = "/api/v1/journal" }
        let rows = lines.map { line in
            DataTable.Row([
                HTML(text: "\(line.sequence)"), HTML(text: visit.formats.moment(line.at)),
                "<bdi>\(line.actor.name)</bdi>", "<code>\(line.event.verb.rawValue)</code>", subject(line.event),
                "<code>\(line.event.cause)</code>", "<code>\(line.event.detail)</code>",
            ])
        }
        let table = DataTable(
            id: "journal", caption: words("data.journal.caption", ["shown": .count(rows.count)]),
            columns: [
                .init(words("data.journal.entry"), isNumber: true), .init(words("data.when")),
                .init(words("data.journal.who")), .init(words("data.journal.event")),
                .init(words("data.journal.subject")), .init(words("data.journal.cause")),
                .init(words("data.journal.detail")),
            ], rows: rows, head: nil, empty: words("data.journal.empty"))
        let (earlier, later) = (before - Self.entries, min(before + Self.entries, end + 1))
        let pager = Pager(
            first: before > end ? nil : "/data/journal",
            previous: before > end ? nil : Address("/data/journal", query: [("before", "\(later)")]),
            next: earlier > 1 ? Address("/data/journal", query: [("before", "\(earlier)")]) : nil)
        return PageContent(
            shell: shell, main: "<section>\(table.html)\(pager.html(for: visit.reader))</section>")
    }

    /// What it happened to, leading there where it has a page.
    private func subject(_ event: JournalEvent) -> HTML {
        let name = event.subject + (event.count > 1 ? " +\(event.count - 1)" : "")
        let path: String? =
            switch event.subject.first {
            case "X": "/x/\(event.subject)"
            case "I": "/data/imports/\(event.subject)"
            case "C": "/cases/\(event.subject)"
            case "D": "/wheel/decisions/\(event.subject)"
            default: nil
            }
        return path.flatMap { Address(returning: $0) }.map { "<a href=\"\($0)\">\(name)</a>" }
            ?? "<span>\(name)</span>"
    }
}
