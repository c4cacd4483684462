import ArgumentParser
import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

extension Pages {
    /// The inbox, a case, and what is done to it.
    var cases: [Route] {
        [
            get("/cases") { try $0.inbox() },
            post("/cases/views", for: .right(.look)) { try $0.keepInboxView() },
            get("/cases/{id}") { visit in
                try visit.sheet(of: visit.request.parameter("id"))
            },
            get("/cases/{id}/macro", for: .right(.answer)) { try $0.macro() },
        ]
            + CaseAct.allCases.map { act in
                post("/cases/{id}/\(act.rawValue)", for: .right(.answer)) { try $0.perform(act) }
            }
            + CaseAct.ofSeveral.map { act in
                post("/cases/\(act.rawValue)", for: .right(.answer)) { try $0.performOnSeveral(act) }
            }
    }
}

extension PageVisit {
    fileprivate func inbox() throws -> PageContent {
        let query = Self.inboxQuery(request.query)
        let command = try CasesCommand.List.reading(query.arguments)
        let session = try session()
        let answer = try session.cases(
            command.inbox, view: command.view, words: command.search, cursor: command.cursor,
            limit: min(max(1, command.limit), 100), command: command.command)
        let clocks = answer.items.map { item in
            (item.row.record.id, session.rules.promises.readings(of: item.row.contents, at: session.now))
        }
        let rows = InboxRows(
            clocks: Dictionary(clocks, uniquingKeysWith: { first, _ in first }), reader: reader,
            mayWork: may(.answer),
            isOfSeveralAccounts: Set(answer.items.map(\.row.record.key.account)).count > 1, back: query.address)
        let kept = try SavedViewsNav(self, of: .cases)
        let links = kept.links(to: [], current: query.address) { Address("/cases", query: [("view", $0.name)]) }
        let keeping =
            query.isEmpty || command.search != nil
            ? .nothing : kept.form(keeping: query.address.query, current: address)
        let page = InboxPage(
            answer: answer, rows: rows, query: query, views: "\(links)\(keeping)", groups: session.rules.groups,
            hasArticles: session.articles.folder != nil, accounts: try KnownPlaces(session.host.store).accounts,
            reader: reader)
        var shell = shell(words.text("cases.title"), door: .cases)
        shell.command = command.command
        shell.json = "/api/v1/cases"
        shell.isLive = true
        return PageContent(shell: shell, main: page.html)
    }

    /// What an address of the inbox asks for.
    private static func inboxQuery(_ fields: FlywheelWeb.Fields) -> CommandQuery {
        CommandQuery(
            fields, at: "/cases",
            options: [
                "state", "side", "owner", "group", "language", "listing", "due-in", "order", "account", "marketplace",
                "search", "view", "limit", "cursor",
            ], flags: ["done", "disputed", "conflicts"],
            choices: ["who": ["mine", "unowned"], "only": ["disputed", "conflicts"]])
    }

    /// Views of the inbox are those of the command, so that `flywheel cases --view` asks for the same.
    fileprivate func keepInboxView() throws -> WebReply {
        let query = Self.inboxQuery(FlywheelWeb.Fields(encoded: field("query")))
        let command = try CasesCommand.List.reading(query.arguments)
        let base = try command.view.map { try session().inboxView($0) }
        let filter = command.inbox.filter(over: base ?? InboxFilter())
        return try keepView(of: .cases, query: query.isEmpty ? nil : filter.text)
    }

    /// The page of a case; where an act on it was refused, with what was typed.
    fileprivate func sheet(of id: String, refused: (act: CaseAct, diagnostic: Diagnostic)? = nil) throws -> PageContent
    {
        let session = try session()
        let ids = try IDs<CaseRecord>.parse(["--", id]).read { [] }
        let answer = try session.caseFile(ids.first ?? CaseID(0), isWhole: true)
        let contents = answer.file.contents
        let faults = refused.map { [Fault(field: $0.act.field, fault($0.diagnostic))] } ?? []
        let page = CasePage(
            answer: answer, disputes: try session.disputeRows(of: answer.file.record),
            exceptions: try session.exceptions(of: contents), manifests: session.host.manifests, currency: currency,
            mayAnswer: may(.answer),
            settings: session.rules.settings, refused: refused?.act,
            typed: refused == nil ? [:] : typedFields, faults: faults, reader: reader)
        var shell = shell(page.title, door: .cases)
        shell.beside = page.beside
        shell.command = "flywheel case \(page.id)"
        shell.json = "/api/v1/cases/\(page.id)"
        shell.faults = faults
        return PageContent(shell: shell, main: page.html)
    }

    fileprivate func perform(_ act: CaseAct) throws -> WebReply {
        let id = request.parameter("id")
        do {
            let seen = CaseID(text: id).flatMap { id in Int(field("version")).map { [id: $0] } } ?? [:]
            let answer = try house.answer(try act.command(on: id, saying: request.form), to: request, seen: seen)
            if let refusal = answer.refusals.first { throw refusal }
        } catch let refusal as Diagnostic where refusal.exit == .refused || refusal.exit == .usage {
            return reply(
                try sheet(of: id, refused: (act, refusal)), status: HTTPResponse.Status(of: refusal))
        }
        let note = FlashNote(
            key: "cases.done.\(act.rawValue.camelCased)", arguments: ["case": .text(id)],
            undo: act == .undo ? nil : "/cases/\(id)/undo")
        return try back(orTo: "/cases/\(id)", saying: note)
    }
}

extension PageVisit {
    /// What a form says, by field; of several fields of one name the first.
    fileprivate var typedFields: [String: String] {
        Dictionary(request.form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a macro would do. What stands against it is said, and nothing else is offered.
    fileprivate func macro() throws -> PageContent {
        guard let id = CaseID(text: request.parameter("id")) else { throw Problem.notFound }
        let bench = try session().cases
        let name = request.query["apply"] ?? ""
        let (macro, answer) = try bench.preview(name, of: id)
        let page = MacroPage(
            id: id.description, macro: macro, answer: answer, version: try bench.record(id).version, reader: reader)
        var shell = shell(
            words.text("cases.macro.title", ["macro": .text(macro.id), "case": .text(page.id)]), door: .cases)
        shell.command = "flywheel cases macro \(page.id) --apply \(macro.id.shellWord)"
        return PageContent(shell: shell, main: page.html)
    }

    /// What a command says of a refusal, with its notes.
    func fault(_ diagnostic: Diagnostic) -> HTML {
        ([diagnostic.sentence] + diagnostic.notes).map { reader.said($0) }.joined(by: "; ")
    }
}

extension Session {
    /// What is open on the listings that a case is about, as the queue has it.
    fileprivate func exceptions(of contents: Case) throws -> [QueueEntry] {
        let skus = Set(contents.links.filter { $0.kind == .listing }.map(\.code)).sorted()
        return try skus.flatMap { sku in
            try host.store.places(
                on: Subject(.listing, account: contents.account, marketplace: contents.marketplace, code: sku))
        }
    }
}
