import FlywheelHost
import FlywheelStore
import FlywheelWeb
import WebPages

/// The rows of an import that did not become facts, each with its reason.
struct RejectsPage {
    let visit: PageVisit
    let record: ImportRecord
    let rejects: [Reject]
    let offset: Int

    private static let limit = 100

    init(_ visit: PageVisit) throws {
        self.visit = visit
        let page = try ImportPage(visit)
        record = page.record
        offset = max(0, Int(visit.request.query["offset"] ?? "") ?? 0)
        rejects = try page.session.host.store.rejects(of: record.id, offset: offset, limit: Self.limit)
    }

    /// The page.
    var content: PageContent {
        let words = visit.words
        let path = Address(returning: "/data/imports/\(record.id)/rejects") ?? "/data"
        var shell = visit.shell(words.text("data.rejects.title", ["id": .text(record.id.description)]), door: .data)
        shell.command = "flywheel imports rejects \(record.id)"
        shell.json = Address(returning: "/api/v1/imports/\(record.id)/rejects")
        let rows = rejects.map { reject in
            DataTable.Row([
                HTML(text: visit.formats.number(reject.line)), "<bdi>\(reject.heading)</bdi>",
                "<code>\(reject.code)</code>", visit.said(reject.reason),
                "<code>\(reject.excerpt)</code>",
            ])
        }
        let table = DataTable(
            id: "rejects",
            caption: words(
                "data.rejects.caption",
                ["file": .text(record.draft.fileName), "count": .count(record.summary.rejected)]),
            columns: [
                .init(words("data.rejects.line"), isNumber: true), .init(words("data.rejects.column")),
                .init(words("data.rejects.code")), .init(words("data.rejects.reason")),
                .init(words("data.rejects.cell")),
            ], rows: rows, empty: words("data.rejects.none", ["count": .count(record.summary.kept)]))
        let next = offset + rejects.count
        let pager = Pager(
            first: offset == 0 ? nil : path,
            previous: offset == 0 ? nil : Address(path, query: [("offset", "\(max(0, offset - Self.limit))")]),
            next: next < record.summary.rejected && !rejects.isEmpty
                ? Address(path, query: [("offset", "\(next)")]) : nil)
        return PageContent(
            shell: shell,
            main: """
                <section>\(table.html)\(pager.html(for: visit.reader))</section>
                <p><a href="/data/imports/\(record.id.description)">\(record.id.description)</a></p>
                """)
    }
}
