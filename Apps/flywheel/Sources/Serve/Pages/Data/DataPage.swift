import ArgumentParser
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

extension Pages {
    /// What is known, how fresh it is, and what happened.
    var data: [Route] {
        [
            get("/data") { visit in try DataPage(visit).content },
            post("/data/imports", for: .right(.supply), bodyLimit: API.largestFile, isSpooled: true) { visit in
                try Upload(visit).reply()
            },
            get("/data/imports/{id}") { visit in try ImportPage(visit).content },
            get("/data/imports/{id}/rejects") { visit in try RejectsPage(visit).content },
            post("/data/imports/{id}/accept", for: .right(.supply)) { visit in
                try ImportPage(visit).decide(accept: true)
            },
            post("/data/imports/{id}/discard", for: .right(.supply)) { visit in
                try ImportPage(visit).decide(accept: false)
            },
            post("/data/rotate", for: .right(.supply)) { visit in try visit.rotate() },
            get("/data/journal") { visit in try JournalPage(visit).content },
        ]
    }
}

extension PageVisit {
    /// Turns the wheel, and says what it counted.
    fileprivate func rotate() throws -> WebReply {
        let answer = try house.answer(try RotateCommand.parse([]), to: request) as? RotateAnswer
        return try back(
            orTo: "/queue",
            saying: FlashNote(
                key: "data.rotated",
                arguments: [
                    "rotation": .text(answer?.summary.rotation.description ?? ""),
                    "count": .count(answer?.summary.open ?? 0),
                ]))
    }
}

/// What is known and how fresh it is: feeds, imports, what waits for a person, and the way to bring more.
struct DataPage {
    let visit: PageVisit
    let answer: ImportsAnswer
    /// What an upload did not accept.
    var faults: [Fault] = []
    /// Imports listed.
    private static let limit = 50

    init(_ visit: PageVisit) throws {
        self.visit = visit
        let session = try visit.session()
        answer = try session.imports(limit: min(1_000, max(1, Int(visit.request.query["limit"] ?? "") ?? Self.limit)))
    }

    private var words: Phrases { visit.words }
    private var formats: Formats { visit.formats }

    /// The page.
    var content: PageContent {
        var shell = visit.shell(words.text("data.title"), door: .data)
        shell.command = "flywheel imports"
        shell.json = "/api/v1/imports"
        shell.faults = faults
        let waiting = answer.imports.filter { $0.state == .quarantined }
        if !waiting.isEmpty {
            shell.notices = [
                Notice(
                    .warning,
                    words(
                        "data.waiting",
                        ["count": .count(waiting.count), "imports": .html(waiting.map(link).joined(by: " "))]))
            ]
        }
        guard !answer.imports.isEmpty else {
            return PageContent(shell: shell, main: "\(visit.firstRun)\(upload)")
        }
        return PageContent(
            shell: shell,
            main: """
                <section>\(feeds)\(absent)</section>
                \(upload)
                <section>\(imports)\(more)</section>
                <p><a href="/data/journal">\(words("data.journal.title"))</a></p>
                """)
    }

    private func link(_ record: ImportRecord) -> HTML {
        "<a href=\"/data/imports/\(record.id.description)\">\(record.id.description)</a>"
    }

    // MARK: Feeds

    private var feeds: HTML {
        let rows = answer.feeds.map { feed -> DataTable.Row in
            let owner = Marketplace.beside(feed.account, feed.marketplace)
            return DataTable.Row([
                visit.said(feed.feed.title), "<bdi>\(owner)</bdi>", age(of: feed),
                HTML(text: formats.elapsed(Int64(feed.feed.freshForDays * 86_400))), state(of: feed),
            ])
        }
        return DataTable(
            id: "feeds", caption: words("data.feeds", ["count": .count(answer.feeds.count)]),
            columns: [
                .init(words("data.feed")), .init(words("data.of")),
                .init(words("data.age"), isNumber: true), .init(words("data.limit"), isNumber: true),
                .init(words("data.state")),
            ], rows: rows, empty: words("data.noFeeds")
        ).html
    }

    private func age(of feed: FeedAge) -> HTML {
        switch feed.status {
        case .fresh(let at), .stale(let at, _): HTML(text: formats.elapsed(max(0, answer.asOf.seconds - at.seconds)))
        case .missing: "?"
        }
    }

    private func state(of feed: FeedAge) -> HTML {
        switch feed.status {
        case .fresh: words("data.fresh")
        case .stale: "\(QualifierChip.stale.html(for: visit.reader)) \(stopped(by: feed, "data.staleMeans"))"
        case .missing: "<strong>\(words("data.neverWhole"))</strong> \(stopped(by: feed, "data.stops"))"
        }
    }

    /// Who waits for a feed; nothing where it only helps.
    private func stopped(by feed: FeedAge, _ key: String) -> HTML {
        guard !feed.stopped.isEmpty else { return .nothing }
        let names = formats.list(feed.stopped.map { visit.reader.saidText($0) })
        return words(key, ["workflows": .text(names), "count": .count(feed.stopped.count)])
    }

    private var absent: HTML {
        guard !answer.absent.isEmpty else { return .nothing }
        let lines = answer.absent.map { input -> HTML in
            let owner: HTML = input.owner.map { " (<bdi>\($0)</bdi>)" } ?? .nothing
            return "<li>\(visit.said(input.feed.title))\(owner): \(visit.said(input.assumed))</li>"
        }
        return """
            <details><summary>\(words("data.absent", ["count": .count(answer.absent.count)]))</summary>\
            <ul>\(lines)</ul></details>
            """
    }

    // MARK: Imports

    private var imports: HTML {
        let shown = answer.imports.suffix(answer.limit).reversed()
        let rows = shown.map { record in
            DataTable.Row(
                [
                    link(record), HTML(text: formats.near(record.draft.receivedAt)),
                    "<bdi>\(record.draft.fileName)</bdi>",
                ] + (answer.isOfSeveralAccounts ? ["<bdi>\(record.draft.account)</bdi>"] : []) + [
                    visit.said(record.draft.words),
                    HTML(text: formats.number(record.summary.kept)), rejected(record), state(of: record),
                ], isMarked: record.state == .quarantined)
        }
        return DataTable(
            id: "imports",
            caption: words("data.imports", ["shown": .count(rows.count), "count": .count(answer.imports.count)]),
            columns: [
                .init(words("data.id")), .init(words("data.when")), .init(words("data.file")),
            ] + (answer.isOfSeveralAccounts ? [.init(words("data.account"))] : []) + [
                .init(words("data.kind")), .init(words("data.rows"), isNumber: true),
                .init(words("data.rejected"), isNumber: true), .init(words("data.state")),
            ], rows: rows, empty: .nothing
        ).html
    }

    private func rejected(_ record: ImportRecord) -> HTML {
        guard record.summary.rejected > 0 else { return HTML(text: formats.number(0)) }
        return """
            <a href="/data/imports/\(record.id.description)/rejects">\(formats.number(record.summary.rejected))</a>
            """
    }

    private func state(of record: ImportRecord) -> HTML { words("data.state.\(record.state.rawValue)") }

    private var more: HTML {
        guard answer.imports.count > answer.limit else { return .nothing }
        let all = Address("/data", query: [("limit", "\(answer.imports.count)")])
        return "<p><a href=\"\(all)\">\(words("data.allImports"))</a></p>"
    }

    // MARK: More

    /// The form that brings a file: dropping a file on the field is the browser's own.
    private var upload: HTML {
        guard visit.may(.supply) else { return .nothing }
        let kept = visit.field
        let fields = [
            Field(
                "file", label: words("data.upload.file"), .file(isSeveral: true), hint: words("data.upload.fileHint"),
                isRequired: true
            ),
            Field(
                "account", label: words("data.upload.account"), value: kept("account"),
                hint: words("data.upload.accountHint")),
            Field("marketplace", label: words("data.upload.marketplace"), value: kept("marketplace")),
            Field(
                "at", label: words("data.upload.at"), .line(type: "date"), value: kept("at"),
                hint: words("data.upload.atHint")),
        ].map { $0.html(faults: faults, for: visit.reader) }
        let form = Form(
            to: "/data/imports", content: "\(fields)\(Button(words("data.upload.button"), weight: .main).html)",
            takesFiles: true)
        return """
            <section><h2>\(words("data.upload.title"))</h2>\(form.html(for: visit.reader))
            <p>\(words("data.rotateHint"))</p>\(rotate)</section>
            """
    }

    /// The button that turns the wheel: a rotation looks at every account, so it is for those who may know of all.
    private var rotate: HTML {
        guard visit.request.viewer?.scope == .all else { return .nothing }
        return Form(
            to: "/data/rotate", button: Button(words("data.rotate")), hidden: ["return": "/queue"], isInPlace: false
        ).html(for: visit.reader)
    }
}
