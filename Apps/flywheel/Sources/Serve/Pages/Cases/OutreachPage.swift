import CaseDesk
import FlywheelKit
import FlywheelStore
import WebPages

/// Messages that the desk writes first, to be decided about.
struct OutreachPage {
    let answer: OutreachAnswer
    let query: CommandQuery
    let reader: Reader
    /// Messages shown; the others follow once these are decided.
    private static let most = 50

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let shown = answer.messages.prefix(Self.most)
        let table = WorkTable(
            id: "outreach", caption: caption, amountHeading: phrases("desk.outreach.chance"),
            headings: WorkTable.Headings(
                rank: phrases("desk.outreach.id"), figure: phrases("desk.outreach.rule"),
                what: phrases("desk.outreach.about"), due: phrases("desk.outreach.sendAfter")),
            rows: shown.map(row), empty: empty)
        let command: HTML = "<code translate=\"no\">flywheel outreach write --output outreach.csv</code>"
        return """
            \(filters)
            \(propose)
            <section>\(table.html(for: reader))</section>
            \(bulk(shown))
            <p class="muted">\(phrases("desk.outreach.note", ["command": .html(command)]))</p>
            """
    }

    private var filters: HTML {
        let states = OutreachNote.State.allCases.map {
            (value: $0.rawValue, label: phrases.text("desk.outreach.state.\($0.rawValue)"))
        }
        let values =
            [("", phrases.text("desk.outreach.waiting"))] + states + [("any", phrases.text("desk.outreach.any"))]
        return FilterForm(
            "/cases/outreach",
            [
                .choice(
                    name: "state", label: phrases("desk.outreach.state"), values: values, chosen: query["state"] ?? "")
            ], notUnderstood: query.notUnderstood
        ).html(for: reader)
    }

    /// Nothing can be proposed where no rule says on which occasion.
    private var propose: HTML {
        guard answer.hasRules else { return .nothing }
        let button = Button(phrases("desk.outreach.propose"))
        let form = Form(to: "/cases/outreach/propose", button: button, isInPlace: false)
        return "<div class=\"actions\">\(form.html(for: reader))</div>"
    }

    private var caption: HTML {
        let count = phrases("desk.outreach.caption", ["count": .count(answer.messages.count)])
        guard answer.messages.count > Self.most else { return count }
        return "\(count). \(phrases("desk.outreach.shown", ["count": .count(Self.most)]))"
    }

    private var empty: HTML {
        guard answer.hasRules else { return phrases("desk.outreach.noRules") }
        return query.isEmpty ? phrases("desk.outreach.empty") : phrases("desk.outreach.emptyFilter")
    }

    private func row(of message: Outreach) -> WorkRow {
        let (id, note) = (message.record.id.description, message.note)
        var row = WorkRow(
            id: id, rank: id, amount: note.chance.map(reader.formats.percent) ?? "–", title: reader.title(of: message),
            address: "/cases/outreach/\(id)",
            listing: "<bdi>\(note.account)</bdi>, \(reader.marketplace(note.marketplace))",
            state: OutreachChip(state: message.record.state), owner: note.decidedBy,
            actBy: "\(reader.formats.near(note.sendAfter))",
            action: OutreachForms(message: message, back: query.address, most: 1, reader: reader).html,
            version: message.record.state)
        row.figure = "<bdi>\(note.rule)</bdi>"
        return row
    }

    private func bulk(_ shown: ArraySlice<Outreach>) -> HTML {
        guard shown.contains(where: { !OutreachAct.possible(on: $0).isEmpty }) else { return .nothing }
        let actions = OutreachAct.allCases.map { act in
            BulkBar.Action(to: "/cases/outreach/\(act.rawValue)", phrases("desk.outreach.bulk.\(act.rawValue)"))
        }
        let back: HTML = "<input type=\"hidden\" name=\"return\" value=\"\(query.address)\">"
        return BulkBar(actions, content: back).html(for: reader)
    }
}

/// One message: what it would say, when, and why.
struct OutreachMessagePage {
    let message: Outreach
    /// What it says; `nil` where its template is gone, or asks for what is not known.
    let text: String?
    let reader: Reader

    private var phrases: Phrases { reader.phrases }

    var html: HTML {
        let reasons = message.note.because.map { "<li>\(reader.said($0.capitalizedFirst))</li>" as HTML }
        let because: HTML =
            reasons.isEmpty ? .nothing : "<h2>\(phrases("desk.outreach.because"))</h2><ul>\(reasons)</ul>"
        let back: Address = "/cases/outreach/\(message.record.id.description)"
        let forms = OutreachForms(message: message, back: back, reader: reader)
        let says: HTML =
            text.map { "<div class=\"written panel ours\" dir=\"auto\">\($0)</div>" }
            ?? "<p>\(phrases("desk.outreach.noText"))</p>"
        return """
            <div class="columns">
            <section class="panel"><h2>\(reader.title(of: message))</h2>
            \(Definitions(facts).html)
            <div class="actions">\(forms.html)</div></section>
            <section class="panel"><h2>\(phrases("desk.outreach.text"))</h2>\(says)\(because)</section>
            </div>
            """
    }

    private var facts: [(name: HTML, value: HTML)] {
        let note = message.note
        var facts: [(name: HTML, value: HTML)] = []
        func add(_ name: String, _ value: HTML?) {
            if let value { facts.append((phrases("desk.outreach.\(name)"), value)) }
        }
        add("state", OutreachChip(state: message.record.state).html(for: reader))
        add("rule", "<bdi>\(note.rule)</bdi>")
        add("sendAfter", "\(reader.formats.moment(note.sendAfter))")
        add("chance", note.chance.map { "\(reader.formats.chance($0))" })
        add("promised", note.promised.map { "\(reader.formats.day($0))" })
        add(
            "language",
            note.language.isEmpty ? phrases("desk.outreach.anyLanguage") : "\(reader.formats.language(note.language))")
        add("case", message.record.case.map { RecordLink(id: $0.description).html })
        add("decidedBy", note.decidedBy.map { "<bdi>\($0)</bdi>" })
        add("written", note.written.map { "\(reader.formats.moment($0))" })
        return facts
    }
}

/// The buttons of a message: what can still be said to it.
struct OutreachForms {
    let message: Outreach
    /// Where they come back to.
    let back: Address
    /// How many there is room for, what lets it go first.
    var most = Int.max
    let reader: Reader

    var html: HTML {
        let id = message.record.id.description
        return OutreachAct.possible(on: message).prefix(most).map { act -> HTML in
            let button = Button(reader.phrases("desk.outreach.\(act.rawValue)"), about: id)
            return Form(
                to: "/cases/outreach/\(act.rawValue)", button: button, hidden: ["id": id, "return": back.text],
                isInPlace: false
            ).html(for: reader)
        }.joined(by: " ")
    }
}

/// Where a message stands.
private struct OutreachChip: RowChip {
    let state: String

    func html(for reader: Reader) -> HTML {
        guard let state = OutreachNote.State(rawValue: state) else { return "<bdi>\(state)</bdi>" }
        let look =
            switch state {
            case .proposed: "active"
            case .approved: "waiting"
            case .refused, .written, .over: "closed"
            }
        return "<span class=\"chip \(look)\">\(reader.phrases("desk.outreach.state.\(state.rawValue)"))</span>"
    }
}

extension Reader {
    /// What a message is about.
    fileprivate func title(of message: Outreach) -> String {
        let note = message.note
        return phrases.text("desk.outreach.occasion.\(note.occasion.camelCased)", ["about": .text(note.about)])
    }
}
