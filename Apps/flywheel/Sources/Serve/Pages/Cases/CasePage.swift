import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
import WebPages

/// One case: what was written at the left, what is known and what can be done at the right.
struct CasePage {
    let answer: CaseAnswer
    /// The disputes of the case, the newest last.
    let disputes: [DisputeRow]
    /// What is open on the listings it is about.
    let exceptions: [QueueEntry]
    /// The installed workflows, for the names of what is open.
    let manifests: [StageManifest]
    /// The currency that the queue counts in.
    let currency: Currency?
    /// Who looks may work on it; else what was written is masked.
    let mayAnswer: Bool
    /// Macros and checklists.
    let settings: DeskSettings
    /// The act that was refused.
    let refused: CaseAct?
    /// What was typed into its form, by field.
    let typed: [String: String]
    /// Why.
    let faults: [Fault]
    let reader: Reader

    var file: CaseFile { answer.file }
    var id: String { file.record.id.description }
    var phrases: Phrases { reader.phrases }

    /// Whether who looks may work on it, and it is not over.
    var isWorkable: Bool { mayAnswer && !file.contents.state.isDone && file.record.mergedInto == nil }

    /// The heading of the page.
    var title: String { file.subject.map { "\(id)  \($0)" } ?? id }

    /// What stands beside it: where the case stands, who has it, and the first thing to do.
    var beside: HTML {
        let state = file.contents.state
        let owner = "\(reader.chip(state)) \(reader.owner(file.contents.owner))" as HTML
        guard mayAnswer else { return owner }
        if file.record.mergedInto != nil { return owner + " " + button("unmerge") }
        if state.isDone { return owner + " " + button("reopen") }
        return owner + " "
            + (file.contents.owner == nil ? button("claim", .main, key: "c") : button("release", key: "r"))
    }

    var html: HTML {
        """
        \(notices)
        <div class="columns">
        <div>
        \(CaseThread(page: self).html)
        \(isWorkable ? CaseForms(page: self).writing : .nothing)
        </div>
        <div>
        \(section("cases.heading.clocks", clocks))
        \(section("cases.heading.about", facts))
        \(section("cases.heading.suggestion", suggestion))
        \(section("articles.ofCase", articles))
        \(section("cases.heading.exceptions", openExceptions))
        \(CaseForms(page: self).moving)
        \(section("cases.heading.checklists", checklists))
        \(section("disputes.heading.ofCase", disputePart))
        \(CaseForms(page: self).looking)
        \(section("cases.heading.history", history))
        </div>
        </div>
        """
    }

    /// A part of the page with its heading; nothing where there is nothing in it.
    func section(_ heading: String, _ content: HTML) -> HTML {
        guard !content.isEmpty else { return .nothing }
        return "<section class=\"panel\"><h2>\(phrases(heading))</h2>\n\(content)\n</section>"
    }

    /// A form with a button that does one thing to the case.
    func button(
        _ verb: String, _ weight: Button.Weight = .plain, key: String? = nil,
        hidden: KeyValuePairs<String, String> = [:]
    )
        -> HTML
    {
        let button = Button(reader.phrases("cases.act.\(verb.camelCased)"), weight: weight, key: key)
        return Form(to: "/cases/\(id)/\(verb)", button: button, hidden: hidden, isInPlace: false).html(for: reader)
    }

    // MARK: Parts

    private var notices: HTML {
        var notices: [Notice] = []
        if !mayAnswer { notices.append(Notice(.information, phrases("cases.masked"))) }
        if let target = file.record.mergedInto {
            let link: HTML = "<a href=\"\("/cases/\(target.description)" as Address)\">\(target.description)</a>"
            notices.append(Notice(.information, phrases("cases.merged", ["case": .html(link)])))
        }
        return notices.map { $0.html(for: reader) }.joined()
    }

    private var clocks: HTML {
        let clocks = file.clocks.map { CaseClock(reading: $0, reader: reader) }
        guard !clocks.isEmpty else { return "<p>\(phrases("cases.clock.none"))</p>" }
        return Definitions(clocks.map { ($0.name, $0.full) }).html
    }

    private var facts: HTML {
        let (record, contents) = (file.record, file.contents)
        var items: [(name: HTML, value: HTML)] = []
        func add(_ key: String, _ value: HTML?) {
            if let value, !value.isEmpty { items.append((phrases("cases.fact.\(key)"), value)) }
        }
        let side =
            contents.side.map { reader.phrases("cases.side.\($0.rawValue.camelCased)") } ?? phrases("cases.sideUnknown")
        let names = [file.requester[.name], file.requester[.address]].compactMap(\.self)
        add("requester", ([side] + names.map { "<bdi>\($0)</bdi>" as HTML }).joined(by: "<br>"))
        let place = record.marketplace.isEmpty ? nil : "\(reader.marketplace(record.marketplace))" as HTML
        add("account", ["<bdi>\(record.key.account)</bdi>", place].compactMap(\.self).joined(by: ", "))
        add("source", "<span translate=\"no\">\(record.key.source) \(record.key.code)</span>")
        add("language", contents.language.map { "\(reader.formats.language($0))" })
        add("opened", contents.opened.map { "\(reader.formats.moment($0))" })
        add("urgency", contents.urgency.map { reader.phrases("cases.urgency.\($0)") })
        add("group", contents.group.map { "<bdi>\($0)</bdi>" })
        add("routing", answer.routing.map { "\($0)" })
        add("intents", contents.intents.isEmpty ? nil : "\(contents.intents.map(\.inWords).joined(separator: ", "))")
        add("members", file.members.map(caseLink).joined(by: ", "))
        add("links", contents.links.map(link).joined(by: "<br>"))
        add("stated", answer.worth.stakes.map { "\(reader.formats.money($0))" as HTML }.joined(by: ", "))
        add("atRisk", answer.worth.atRisk.map { "\(reader.formats.money($0))" })
        for conflict in contents.conflicts { items.append((phrases("cases.fact.conflict"), differing(conflict))) }
        return Definitions(items).html
    }

    private func caseLink(_ record: CaseRecord) -> HTML {
        let id = record.id.description
        return "<a href=\"\("/cases/\(id)" as Address)\" translate=\"no\">\(id)</a>"
    }

    private func link(_ link: CaseLink) -> HTML {
        let kind = reader.phrases("cases.link.\(link.kind.rawValue.camelCased)")
        let code: HTML =
            link.kind == .listing
            ? """
            <a href="\("/listings/\(file.contents.account)/\(file.contents.marketplace)/\(link.code)" as Address)" \
            translate="no">\(link.code)</a>
            """ : "<span translate=\"no\">\(link.code)</span>"
        return link.isConfirmed ? "\(kind) \(code)" : "\(kind) \(code) \(phrases("cases.unconfirmed"))"
    }

    /// What its source says otherwise, and the way to take its word.
    private func differing(_ conflict: CaseConflict) -> HTML {
        let words = phrases(
            "cases.conflict",
            [
                "field": .html(reader.phrases("cases.field.\(conflict.field.rawValue.camelCased)")),
                "here": .text(conflict.here),
                "there": .text(conflict.there), "since": .text(reader.formats.near(conflict.since)),
            ])
        return mayAnswer ? "\(words) \(button("take", hidden: ["field": conflict.field.rawValue]))" : words
    }

    private var suggestion: HTML {
        let offer = answer.suggestion.map { CaseSuggestionPart(page: self, suggestion: $0).html }
        return "\(offer)\(CaseForms(page: self).intents)"
    }

    private var articles: HTML {
        let lines = answer.articles.map { "<li>\(ArticleFacts(shelved: $0, reader: reader).line)</li>" as HTML }
        return lines.isEmpty ? .nothing : "<ul>\(lines)</ul>"
    }

    private var openExceptions: HTML {
        let rows = exceptions.map { entry -> HTML in
            let id = entry.exception.id.description
            let money = entry.row.atRisk.flatMap { atRisk in currency.map { Money(minorUnits: atRisk, $0) } }
            let amount = money.map { "\(reader.formats.money($0))" as HTML } ?? phrases("state.unpriced")
            return """
                <li><a href="\("/x/\(id)" as Address)" translate="no">\(id)</a> \
                \(reader.said(manifests.name(of: entry.exception.fingerprint).capitalizedFirst)), \(amount)</li>
                """
        }
        return rows.isEmpty ? .nothing : "<ul>\(rows)</ul>"
    }

    private var disputePart: HTML {
        let summary = disputes.last.map { DisputeFacts(row: $0, reader: reader).summary }
        guard summary != nil || mayAnswer && file.record.mergedInto == nil else { return .nothing }
        let link = phrases(summary == nil ? "disputes.openOne" : "disputes.workOn")
        return "\(summary)<p><a class=\"button\" href=\"\("/cases/\(id)/disputes" as Address)\">\(link)</a></p>"
    }

    private var checklists: HTML {
        file.checklists.map { list -> HTML in
            let done = file.contents.stepsDone(of: list.id)
            let steps = list.steps.enumerated().map { index, step -> HTML in
                let isDone = done.contains(index + 1)
                let act =
                    isDone || !mayAnswer
                    ? .nothing : button("step", hidden: ["of": list.id, "done": String(index + 1)])
                return "<li>\(isDone ? "✓ " as HTML : .nothing)\(step) \(act)</li>"
            }
            return "<h3>\(list.id)</h3><ol>\(steps)</ol>"
        }.joined() + CaseForms(page: self).starting
    }

    private var history: HTML {
        let lines = file.history.reversed().map { at, actor, event -> HTML in
            let detail: HTML = event.detail.isEmpty ? .nothing : ", <bdi>\(event.detail.inWords)</bdi>"
            return """
                <li>\(reader.formats.moment(at)): <bdi>\(actor.name)</bdi> \
                \(phrases("event.\(event.verb.rawValue)"))\(detail)</li>
                """
        }
        guard !lines.isEmpty else { return .nothing }
        let undo = mayAnswer ? button("undo", key: "u") : .nothing
        return """
            <details><summary>\(phrases("cases.historyCount", ["count": .count(lines.count)]))</summary>
            <ol>\(Array(lines))</ol></details>
            \(undo)
            """
    }
}
