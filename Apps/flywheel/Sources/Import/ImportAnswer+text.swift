import FlywheelHost
import FlywheelKit
import FlywheelStore

extension ImportAnswer {
    func text(on page: Page) -> [String] {
        guard !reports.isEmpty else { return ["No files there to import"] + page.next("flywheel import FILES") }
        let columns: [Table.Column] = [
            .init("ID"), .init("FILE", least: 16), .init("WHAT", least: 12), .init("ROWS", isRight: true),
            .init("RESULT"),
        ]
        let table = Table(columns: columns, rows: reports.map(row))
        let blocks = quarantine(page) + rejected(page) + left(page) + otherwise(page) + same(page)
        return table.lines(on: page, showingHeadings: false) + [""] + totals(page) + blocks
            + unplaced(page)
            + reports.doubts.flatMap { page.wrapped($0, head: "Doubtful    ") }
            + reports.unused.flatMap { page.wrapped($0, head: "Unread      ") } + origins(page) + next(page)
    }

    private func row(_ report: ImportReport) -> [Table.Cell] {
        let file = Table.Cell(report.fileName)
        switch report.result {
        case .kept(let record):
            let rejected = record.summary.rejected
            return [
                Table.Cell(record.id.description, .bold), file, Table.Cell(record.draft.words),
                Table.Cell(Numbers.count(record.summary.kept, "row")),
                rejected == 0
                    ? Table.Cell("kept", .green) : Table.Cell("\(Numbers.grouped(rejected)) rejected", .yellow),
            ]
        case .quarantined(let record):
            return [
                Table.Cell(record.id.description, .bold), file, Table.Cell(record.draft.words),
                Table.Cell(Numbers.count(record.summary.kept, "row")), Table.Cell("quarantined", .yellow),
            ]
        case .same(let id):
            let result = report.readOtherwise.isEmpty ? "nothing to do" : Table.Cell("not read again", .yellow)
            return ["-", file, Table.Cell("same contents as \(id)"), "", result]
        case .leftAlone: return ["-", file, "not a file of facts", "", Table.Cell("left alone", .yellow)]
        }
    }

    private func totals(_ page: Page) -> [String] {
        var parts = [Numbers.count(kept.reduce(0) { $0 + $1.summary.kept }, "row") + " kept"]
        let rejected = (kept + quarantined).reduce(0) { $0 + $1.summary.rejected }
        if rejected > 0 { parts.append("\(Numbers.grouped(rejected)) rejected") }
        if !quarantined.isEmpty {
            parts.append("\(Numbers.grouped(quarantined.reduce(0) { $0 + $1.summary.kept })) quarantined")
        }
        if !leftAlone.isEmpty { parts.append("\(Numbers.count(leftAlone.count, "file")) left alone") }
        return page.wrapped(parts.joined(separator: ", "))
    }

    private func quarantine(_ page: Page) -> [String] {
        quarantined.flatMap { record in
            page.wrapped(
                "\(record.id): \((record.summary.suspicion ?? "no reason given").visible)", head: "Quarantine  ")
                + page.line(
                    "            look: flywheel imports show \(record.id)",
                    command: "keep: flywheel imports accept \(record.id)")
        }
    }

    private func rejected(_ page: Page) -> [String] {
        let files = reports.filter { !$0.rejects.isEmpty }
        guard !files.isEmpty else { return [] }
        let ids = (kept + quarantined).filter { $0.summary.rejected > 0 }.map(\.id.description).joined(separator: " ")
        let rows = (kept + quarantined).reduce(0) { $0 + $1.summary.rejected }
        let heading = "Rejected    \(Numbers.count(rows, "row")) of \(Numbers.count(files.count, "file"))"
        let lines = files.flatMap { file in file.rejects.map { "  \(file.fileName):\($0.place)  \($0.reason)".visible }
        }
        let isAmount = files.flatMap(\.rejects).contains { $0.code == "amount-format" && $0.excerpt.contains(",") }
        return page.line(heading, command: "flywheel imports rejects \(ids)") + lines
            + (isAmount && !statesDecimal && page.hints
                ? ["  for decimal commas: flywheel import --decimal comma FILES"] : [])
    }

    private func left(_ page: Page) -> [String] {
        leftAlone.flatMap { page.wrapped("\($0.name): \($0.why)".visible, head: "Left alone  ") }
    }

    /// How what came before is read anew: it is in the way of its own file.
    private func same(_ page: Page) -> [String] {
        let ids = Set(reports.filter { $0.mayBeDiscarded && $0.readOtherwise.isEmpty }.compactMap(\.same)).sorted()
        guard !ids.isEmpty, page.hints else { return [] }
        let named = ids.count > Self.idsShown ? "ID" : ids.map(\.description).joined(separator: " ")
        return page.line(
            "Same        to read one another way, first", command: "flywheel imports discard \(named) --yes")
    }

    private static let idsShown = 4

    /// What the same bytes would say now, and the way to have them say it.
    private func otherwise(_ page: Page) -> [String] {
        reports.flatMap { report -> [String] in
            guard case .same(let id) = report.result, !report.readOtherwise.isEmpty else { return [] }
            let words = report.readOtherwise.joined(separator: "; ")
            return page.wrapped("\(report.fileName), as \(id): \(words)".visible, head: "Otherwise   ")
                + page.line("            discard, and import it again", command: "flywheel imports discard \(id) --yes")
        }
    }

    private func unplaced(_ page: Page) -> [String] {
        let unplaced = reports.unplaced
        guard !unplaced.isEmpty else { return [] }
        let heading = "Unplaced    \(Numbers.count(unplaced.count, "file")) of no known marketplace"
        let again = "flywheel import --marketplace US FILES"
        let ids = unplaced.filter(\.mayBeDiscarded).compactMap { $0.record?.id.description }
        // Cases stay, and take the marketplace when their file comes again.
        guard !ids.isEmpty else { return page.line(heading, command: again) }
        return page.line(heading, command: "flywheel imports discard \(ids.joined(separator: " ")) --yes")
            + page.line("            discard, and say of which", command: again)
    }

    /// What files did not say themselves; each line once, what nothing says first.
    private func origins(_ page: Page) -> [String] {
        var seen = Set(reports.flatMap { $0.doubts + $0.unused })
        let lines = reports.flatMap(\.origins).filter { seen.insert($0).inserted }
        let ordered = lines.filter { $0.hasSuffix("assumed") } + lines.filter { !$0.hasSuffix("assumed") }
        let left = ordered.count - Self.originsShown
        let shown = ordered.prefix(Self.originsShown).map(\.visible) + (left > 0 ? ["and \(left) more"] : [])
        return shown.enumerated().map { ($0.offset == 0 ? "Taken from  " : "            ") + $0.element }
    }

    private static let originsShown = 6

    private func next(_ page: Page) -> [String] {
        if let first = quarantined.first { return page.next("flywheel imports show \(first.id)") }
        return kept.isEmpty ? page.next("flywheel imports") : page.next("flywheel rotate")
    }
}

extension ImportDraft {
    /// What it is and of which marketplace, `Amazon listings, US`.
    var words: String { Marketplace.beside(format, marketplace) }
}

extension Reject {
    /// Where it is in its file: line, column where the trouble has one, and heading.
    var place: String {
        (column > 0 ? "\(line):\(column)" : "\(line)") + (heading.isEmpty ? "" : "  column \"\(heading)\"")
    }
}
