import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

/// One import: what is known of it, beside the one before it, and what to decide about it.
struct ImportPage {
    let visit: PageVisit
    let session: Session
    let record: ImportRecord
    /// The kept import of the same feed and owner before it.
    let last: ImportRecord?

    init(_ visit: PageVisit) throws {
        self.visit = visit
        session = try visit.session()
        let imports = try session.host.store.imports()
        guard let id = ImportID(text: visit.request.parameter("id")),
            let place = imports.firstIndex(where: { $0.id == id })
        else { throw Problem.notFound }
        let record = imports[place]
        self.record = record
        last = imports[..<place].last { earlier in
            earlier.state == .kept && earlier.draft.feed == record.draft.feed
                && earlier.draft.format == record.draft.format
                && earlier.draft.account == record.draft.account
                && earlier.draft.marketplace == record.draft.marketplace
        }
    }

    private var words: Phrases { visit.words }
    private var formats: Formats { visit.formats }

    /// The page.
    var content: PageContent {
        var shell = visit.shell("\(record.id) \(record.draft.fileName)", door: .data)
        shell.command = "flywheel imports show \(record.id)"
        shell.json = "/api/v1/imports/\(record.id.description)"
        shell.beside = "<span class=\"chip\">\(words("data.state.\(record.state.rawValue)"))</span>"
        if let suspicion = record.summary.suspicion, record.state == .quarantined {
            shell.notices = [Notice(.warning, "\(words("data.suspect")) \(visit.said(suspicion))")]
        }
        shell.notices += (record.summary.doubts ?? []).map {
            Notice(.warning, "\(words("data.doubtful")) \(visit.said($0))")
        }
        return PageContent(
            shell: shell,
            main: """
                <section>\(Definitions(facts).html)</section>
                <section>\(comparison)<p>\(words("data.columns")) \
                <code>\(record.summary.columns.joined(separator: ", "))</code></p></section>
                \(decision)
                <p><a href="/data">\(words("data.title"))</a></p>
                """)
    }

    private var facts: [(name: HTML, value: HTML)] {
        [
            (words("data.kind"), visit.said(record.draft.words)),
            (words("data.account"), "<bdi>\(record.draft.account)</bdi>"),
            (words("data.trueAt"), HTML(text: formats.moment(record.draft.effectiveAt))),
            (
                words("data.cameIn"),
                words(
                    "data.cameInBy",
                    ["time": .text(formats.moment(record.draft.receivedAt)), "person": .text(record.actor.name)])
            ),
            (words("data.complete"), words(record.summary.isComplete ? "data.isComplete" : "data.isPart")),
            (words("data.digest"), "<code>\(record.draft.digest)</code>"),
        ]
    }

    /// This file beside the last of its kind: what differs greatly is why it waits.
    private var comparison: HTML {
        func line(_ key: String, _ value: (ImportSummary) -> Int) -> DataTable.Row {
            let now = value(record.summary)
            let before = last.map { value($0.summary) }
            let change = before.flatMap { $0 > 0 ? formats.percent(Double(now) / Double($0)) : nil } ?? "?"
            return DataTable.Row([
                words(key), number(now), before.map(number) ?? "?", HTML(text: change),
            ])
        }
        let lastName: HTML =
            last.map { "<a href=\"/data/imports/\($0.id.description)\">\($0.id.description)</a>" }
            ?? words("data.noLast")
        return DataTable(
            id: "comparison", caption: words("data.comparison"),
            columns: [
                .init(words("data.what")), .init(HTML(text: record.id.description), isNumber: true),
                .init(lastName, isNumber: true), .init(words("data.ofLast"), isNumber: true),
            ],
            rows: [
                line("data.rowsKept", \.kept), line("data.rejected", \.rejected), line("data.subjects", \.subjects),
            ], empty: .nothing
        ).html + rejectsLink
    }

    private func number(_ value: Int) -> HTML { HTML(text: formats.number(value)) }

    private var rejectsLink: HTML {
        guard record.summary.rejected > 0 else { return .nothing }
        return """
            <p><a href="/data/imports/\(record.id.description)/rejects">\
            \(words("data.rejects.link", ["count": .count(record.summary.rejected)]))</a></p>
            """
    }

    // MARK: Deciding

    /// Why somebody may accept or discard: words, since the journal keeps no sentences.
    private static let reasons: [Bool: [String]] = [
        true: ["expected", "checked"], false: ["cut-off", "wrong-file", "wrong-marketplace", "too-old"],
    ]

    private var decision: HTML {
        guard isDecidable(accept: false), visit.may(.supply) else { return .nothing }
        return """
            <section><h2>\(words("data.decide"))</h2><div class="columns">\
            \(isDecidable(accept: true) ? form(accept: true) : .nothing)\(form(accept: false))</div></section>
            """
    }

    private func isDecidable(accept: Bool) -> Bool {
        accept ? record.state == .quarantined : visit.house.host.mayDiscard(record)
    }

    private func form(accept: Bool) -> HTML {
        let verb = accept ? "accept" : "discard"
        let choices = (Self.reasons[accept] ?? []).map { reason in
            let key = reason.split(separator: "-").enumerated()
                .map { $0.offset == 0 ? String($0.element) : String($0.element).capitalizedFirst }.joined()
            return (value: reason, label: words.text("data.reason.\(key)"))
        }
        let field = Field(
            "\(verb)-reason", label: words("data.reason"),
            .choice([(value: "", label: words.text("data.reason.choose"))] + choices),
            isRequired: true)
        return Form(
            to: Address(returning: "/data/imports/\(record.id)/\(verb)") ?? "/data",
            content: """
                <p>\(words("data.\(verb).means"))</p>\(field.html(for: visit.reader))\
                \(Button(words("data.\(verb)"), weight: accept ? .main : .plain).html)
                """
        ).html(for: visit.reader)
    }

    /// Lets a quarantined import count, or takes an import back for good.
    func decide(accept: Bool) throws -> WebReply {
        let field = accept ? "accept-reason" : "discard-reason"
        let reason = visit.field(field)
        guard Self.reasons[accept]?.contains(reason) == true else {
            var page = content
            page.shell.faults = [Fault(field: field, words("data.fault.reason"))]
            return visit.reply(page, status: .unprocessableContent)
        }
        guard isDecidable(accept: accept) else {
            var page = content
            page.shell.notices = [
                Notice(
                    .error,
                    words("data.fault.decided", ["state": .html(words("data.state.\(record.state.rawValue)"))]))
            ]
            return visit.reply(page, status: .conflict)
        }
        try session.host.decideImport(record.id, accept: accept, actor: session.actor, now: session.now)
        try session.host.store.record(
            JournalEvent(.recorded, record.id.description, state: accept ? "kept" : "discarded", detail: reason),
            by: session.actor, at: session.now)
        return try visit.back(
            orTo: Address(returning: "/data/imports/\(record.id)") ?? "/data",
            saying: FlashNote(
                key: accept ? "data.done.accepted" : "data.done.discarded",
                arguments: ["id": .text(record.id.description)]))
    }
}
