import FlywheelStore

/// What `imports show` and `imports rejects` print: an import, and the rows of its file that did not become facts.
struct RejectsAnswer: DocumentedAnswer {
    let imports: [(record: ImportRecord, rejects: [Reject])]
    /// Rows of each import that were passed over.
    var offset = 0
    /// Whether the imports themselves are asked for.
    let showsImports: Bool

    let listKey: String? = "imports"
    let columns = ["id", "file", "line", "column", "heading", "code", "reason", "excerpt"]
    var pipeColumns: [String]? { showsImports ? nil : columns }

    /// Each rejected row with the file it is of.
    var rows: [JSON] {
        imports.flatMap { record, rejects in
            let file: JSON = ["id": record.id.json, "file": .text(record.draft.fileName)]
            return rejects.map { JSON.object(file.members + $0.json.members) }
        }
    }

    static let document = Document(
        "rejects", "The rows that did not become facts, each with its reason.", members)
    static let documentOfRecords = Document(
        "import-record", "What is known of imports, and the first rows that were rejected.", members)
    var document: Document { showsImports ? Self.documentOfRecords : Self.document }

    static let members: Members<Self> = [
        "imports": .list(
            \.parts,
            [
                "import": .value(\.record), "rejects": .value(\.rejects), "matching": .value(\.matching),
                "nextCursor": .value(\.next),
            ])
    ]

    private var parts: [Part] { imports.map { Part(record: $0.record, rejects: $0.rejects, offset: offset) } }

    /// Some of the rejected rows of an import.
    private struct Part {
        let record: ImportRecord
        let rejects: [Reject]
        let offset: Int

        var matching: ListCount { ListCount(value: record.summary.rejected) }
        var next: Int? {
            let seen = offset + rejects.count
            return rejects.isEmpty || seen >= record.summary.rejected ? nil : seen
        }
    }

    var exit: Exit { showsImports && imports.contains { $0.record.state == .quarantined } ? .waits : .done }

    func text(on page: Page) -> [String] {
        var lines: [String] = []
        for (record, rejects) in imports {
            if !lines.isEmpty { lines.append("") }
            lines += showsImports ? about(record, page) : []
            lines += list(rejects, of: record, page)
        }
        if let waiting = imports.first(where: { $0.record.state == .quarantined })?.record, showsImports {
            return lines
                + page.next("flywheel imports accept \(waiting.id), or flywheel imports discard \(waiting.id) --yes")
        }
        return lines + page.next("flywheel imports")
    }

    private func about(_ record: ImportRecord, _ page: Page) -> [String] {
        let draft = record.draft
        let summary = record.summary
        let tone: Tone = record.state == .quarantined ? .yellow : .plain
        var lines = [
            "\(page.ink(record.id.description, .bold))  \(draft.fileName.visible)  \(page.ink(record.state.rawValue, tone))",
            "What      \(draft.words), account \(draft.account)".visible,
            "True at   \(page.clock.dated(draft.effectiveAt)) \(page.clock.place)",
            "Came in   \(page.clock.dated(draft.receivedAt)), by \(record.actor.name)".visible,
            "Rows      \(Numbers.grouped(summary.kept)) kept, \(Numbers.grouped(summary.rejected)) rejected, "
                + Numbers.count(summary.subjects, "subject"),
        ]
        lines += page.wrapped(summary.columns.joined(separator: ", ").visible, head: "Columns   ")
        if !summary.isComplete { lines.append("Partial   it says nothing about what it leaves out") }
        if let suspicion = summary.suspicion { lines += page.wrapped(suspicion.visible, head: "Suspect   ") }
        for doubt in summary.doubts ?? [] { lines += page.wrapped(doubt.visible, head: "Doubtful  ") }
        return lines
    }

    private func list(_ rejects: [Reject], of record: ImportRecord, _ page: Page) -> [String] {
        guard !rejects.isEmpty else { return showsImports ? [] : ["\(record.id)  no rows were rejected"] }
        let left = record.summary.rejected - offset - rejects.count
        let more =
            left > 0
            ? page.line(
                "and \(Numbers.grouped(left)) more",
                command: "flywheel imports rejects \(record.id) --limit \(record.summary.rejected)") : []
        var shown: [String: Int] = [:]
        return rejects.flatMap { reject in
            shown[reject.code, default: 0] += 1
            return shown[reject.code, default: 0] <= Self.shownInFull
                ? reject.lines(of: record.draft.fileName, page)
                : ["\(record.draft.fileName):\(reject.place)  \(reject.reason)".visible]
        } + more
    }

    /// Rejects of one kind that are shown with their cell; of the others a line says enough.
    private static let shownInFull = 3
}

extension Reject {
    /// The trouble, its place, and the cell with a mark under it.
    fileprivate func lines(of file: String, _ page: Page) -> [String] {
        let heading = page.wrapped(reason.visible, head: "\(page.ink(code, .yellow)): ")
        let place = "  --> \(file):\(place)".visible
        guard !excerpt.isEmpty else { return heading + [place] }
        let number = "\(line)"
        let margin = String(repeating: " ", count: number.count)
        let cell = excerpt.visible.cut(toCells: max(1, page.width - number.count - 3), mark: page.cutMark)
        let mark = page.ink(String(repeating: "^", count: cell.cells), .yellow)
        return heading + [place, "\(margin) |", "\(number) | \(cell)", "\(margin) | \(mark)"]
    }
}
