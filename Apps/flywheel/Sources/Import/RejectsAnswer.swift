import FlywheelStore

/// What `imports show` and `imports rejects` print: an import, and the rows of its file that did not become facts.
struct RejectsAnswer: Answer {
    let imports: [(record: ImportRecord, rejects: [Reject])]
    /// Whether the imports themselves are asked for.
    let showsImports: Bool

    let columns = ["id", "file", "line", "column", "heading", "code", "reason"]
    var pipeColumns: [String]? { showsImports ? nil : columns }

    var rows: [JSON] {
        imports.flatMap { record, rejects in
            rejects.map { reject in
                guard case .object(let members) = reject.json else { return reject.json }
                return .object(
                    [
                        JSON.Member(key: "id", value: .text(record.id.description)),
                        JSON.Member(key: "file", value: .text(record.draft.fileName)),
                    ] + members)
            }
        }
    }

    var json: JSON {
        [
            "schema": .text(showsImports ? "flywheel.import-record/1" : "flywheel.rejects/1"),
            "imports": .array(
                imports.map { record, rejects in
                    ["import": record.json, "rejects": .array(rejects.map(\.json))]
                }),
        ]
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
        return lines
    }

    private func list(_ rejects: [Reject], of record: ImportRecord, _ page: Page) -> [String] {
        guard !rejects.isEmpty else { return showsImports ? [] : ["\(record.id)  no rows were rejected"] }
        let left = record.summary.rejected - rejects.count
        let more =
            left > 0
            ? page.line(
                "and \(Numbers.grouped(left)) more",
                command: "flywheel imports rejects \(record.id) --limit \(record.summary.rejected)") : []
        return rejects.map { "\(record.draft.fileName):\($0.place)  \($0.reason)".visible } + more
    }
}
