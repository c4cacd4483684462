import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import WebPages

extension Pages {
    /// The verbs that forms change exceptions with.
    static let verbs: [WorkAnswer.Verb] = [
        .claim, .release, .assign, .note, .snooze, .step, .close, .dismiss, .reopen, .undo,
    ]

    /// The forms of one exception, of those that are ticked in the queue, and the pages that ask for what they need.
    var work: [Route] {
        Self.verbs.flatMap { verb in
            [
                post("/x/{id}/\(verb.rawValue)", for: .right(.work)) { visit in
                    try visit.take(verb, of: [try visit.exceptionID()])
                },
                post("/queue/\(verb.rawValue)", for: .right(.work)) { visit in
                    try visit.take(verb, of: try visit.chosen())
                },
            ]
        }
            + WorkForm.asking.map { verb in
                get("/x/{id}/\(verb.rawValue)", for: .right(.work)) { visit in
                    try visit.asking(verb, of: [try visit.exceptionID()])
                }
            }
    }
}

extension PageVisit {
    /// The exception of the address. One that is no id names nothing.
    func exceptionID() throws(Problem) -> ExceptionID {
        guard let id = ExceptionID(text: request.parameter("id")) else { throw .notFound }
        return id
    }

    /// Rows that one form may change at most, as at the API.
    static let mostChosen = API.mostAtOnce
    /// Rows of many that a page names one by one.
    private static let mostNamed = 20

    /// The exceptions that are ticked, or that an undo names in its address, each once; where the box for it is ticked, all of
    /// the view, as many as one form may change.
    fileprivate func chosen() throws -> [ExceptionID] {
        if !field("everything").isEmpty { return try allOfTheView() }
        var seen: Set<ExceptionID> = []
        let ids = (request.form.all("id") + request.query.all("id")).compactMap { ExceptionID(text: $0) }
            .filter { seen.insert($0).inserted }
        guard !ids.isEmpty else {
            throw Problem(.unprocessableContent, "nothing-chosen", "no row was ticked, expected one or more")
        }
        guard ids.count <= Self.mostChosen else {
            throw Problem(
                .unprocessableContent, "too-many", "\(ids.count) rows were ticked, expected \(Self.mostChosen) at most")
        }
        return ids
    }

    /// The exceptions of the view that the form stood in, in its order, as they are now.
    private func allOfTheView() throws -> [ExceptionID] {
        let view = try QueueView(FlywheelWeb.Fields(encoded: field("view")))
        let session = try session()
        let answer = try session.queue(
            view.command.filter(in: session), limit: Self.mostChosen, order: view.command.order)
        let ids = answer.sections.flatMap(\.items).map(\.exception.id)
        guard !ids.isEmpty else {
            throw Problem(.unprocessableContent, "nothing-chosen", "the view has no rows by now, expected one or more")
        }
        return ids
    }

    /// Takes a form: back to where it stood with a note of what was done, or a page that says why not and keeps the text.
    fileprivate func take(_ verb: WorkAnswer.Verb, of ids: [ExceptionID]) throws -> WebReply {
        // The bar below the queue sends rows alone; what the verb needs besides is asked for next.
        if WorkForm.asking.contains(verb), !isFilled(verb) { return reply(try asking(verb, of: ids)) }
        let outcome: WorkOutcome
        do {
            outcome = try perform(verb, on: ids)
        } catch let error as FormFault {
            return reply(try asking(verb, of: ids, faults: [fault(error)]), status: .unprocessableContent)
        }
        guard outcome.done.isEmpty, let (id, refusal) = outcome.refused.first else {
            return try back(orTo: "/queue", saying: note(of: verb, outcome))
        }
        if case .work(let error) = refusal, let fault = fault(error) {
            return reply(try asking(verb, of: ids, faults: [fault]), status: .unprocessableContent)
        }
        if case .work(.unknown) = refusal { throw Problem.notFound }
        return reply(try refused(verb, outcome, first: id, refusal), status: .conflict)
    }

    private func isFilled(_ verb: WorkAnswer.Verb) -> Bool {
        let names: [String] =
            switch verb {
            case .assign: ["to"]
            case .snooze: ["until"]
            case .close: ["cause", "cause-new"]
            case .dismiss: ["reason"]
            case .note: ["text"]
            default: []
            }
        return names.contains { request.form[$0] != nil }
    }

    /// What was done, with what was not, line by line.
    private func note(of verb: WorkAnswer.Verb, _ outcome: WorkOutcome) -> FlashNote {
        let ids = outcome.done.map(\.id.description)
        return FlashNote(
            key: "exception.done.\(verb.rawValue)",
            arguments: ["count": .count(ids.count), "id": .text(ids.first ?? "")],
            refusals: outcome.refused.map { sentence($0.why, of: $0.id) },
            undo: verb == .undo || verb == .reopen || ids.isEmpty
                ? nil : Address("/queue/undo", query: ids.map { (name: "id", value: $0) }))
    }

    // MARK: Pages

    /// The page that asks for what a change needs.
    fileprivate func asking(_ verb: WorkAnswer.Verb, of ids: [ExceptionID], faults: [Fault] = []) throws -> PageContent
    {
        let session = try session()
        guard let first = ids.first, let exception = try session.host.store.exception(first) else {
            throw Problem.notFound
        }
        let count: [String: Phrases.Value] = ["count": .count(ids.count), "id": .text(first.description)]
        var shell = shell(words.text("exception.asking.\(verb.rawValue)", count), door: .queue)
        shell.faults = faults
        shell.command = "flywheel \(verb.rawValue) \(ids.map(\.description).joined(separator: " "))"
        let touches = try touches(of: first)
        let form = WorkForm(
            verb: verb, ids: ids, causes: session.workbench.causes(of: exception), back: try backAddress(of: ids),
            seen: ids.count == 1 ? Int(field("seen")) ?? touches : nil, faults: faults)
        return PageContent(
            shell: shell,
            main: """
                <section>\(try names(of: ids, in: session))\(form.html(in: self))
                <p><a href="\(form.back)">\(words("trouble.back"))</a></p></section>
                """)
    }

    private func backAddress(of ids: [ExceptionID]) throws -> Address {
        if let address = Address(returning: field("return")) { return address }
        guard let only = ids.first, ids.count == 1 else { return "/queue" }
        return "/x/\(only.description)"
    }

    /// The exceptions of a form as they are now.
    private func names(of ids: [ExceptionID], in session: Session) throws -> HTML {
        let lines = try ids.prefix(Self.mostNamed).map { id -> HTML in
            guard let exception = try session.host.store.exception(id) else { return "<li>\(id.description)</li>" }
            return "<li>\(link(to: exception, in: session)) \(chip(exception).html(for: reader))</li>"
        }
        let left = ids.count - lines.count
        let more: HTML = left > 0 ? "<li>\(words("queue.bulk.more", ["count": .count(left)]))</li>" : .nothing
        return "<ul class=\"plain\">\(lines)\(more)</ul>"
    }

    /// Why nothing was done: who was faster, what holds now, and the text that was typed, which can be sent again.
    private func refused(
        _ verb: WorkAnswer.Verb, _ outcome: WorkOutcome, first id: ExceptionID, _ refusal: WorkOutcome.Refusal
    ) throws -> PageContent {
        let session = try session()
        let shell = shell(
            words.text(refusal.isConflict ? "trouble.conflict" : "trouble.refused"), door: .queue)
        let lines = outcome.refused.map { "<p><strong>\(sentence($0.why, of: $0.id))</strong></p>" as HTML }
        var again: HTML = .nothing
        if WorkForm.asking.contains(verb), let exception = try session.host.store.exception(id) {
            let form = WorkForm(
                verb: verb, ids: outcome.refused.map(\.id), causes: session.workbench.causes(of: exception),
                back: try backAddress(of: outcome.refused.map(\.id)), seen: try touches(of: id))
            again = "<h2>\(words("exception.textKept"))</h2>\(form.html(in: self))"
        }
        return PageContent(
            shell: shell,
            main: """
                <section>\(lines)<p>\(words("trouble.nothingChanged"))</p>
                \(try names(of: outcome.refused.map(\.id), in: session))\(again)
                <p class="actions"><a href="/x/\(id.description)">\(words("exception.open", ["id": .text(id.description)]))</a>
                <a href="/queue?unclaimed=on">\(words("exception.nextFree"))</a></p></section>
                """)
    }
}
