import CaseDesk
import Cases
import FlywheelKit
import WebPages

/// The forms of a case's page that ask for more than a press of a button.
struct CaseForms {
    let page: CasePage

    private var phrases: Phrases { page.phrases }

    /// An answer, or a note that only the desk sees. What was refused keeps what was typed.
    var writing: HTML {
        let reply = form(
            "reply",
            [
                Field(
                    "text", label: phrases("cases.reply.label"), .text(rows: 6), value: page.typed["reply"] ?? "",
                    hint: phrases("cases.reply.hint"), isRequired: true)
            ], .main)
        let note = form(
            "note",
            [
                Field(
                    "note", label: phrases("cases.note.label"), .text(rows: 3), value: page.typed["note"] ?? "",
                    hint: phrases("cases.note.hint"), isRequired: true)
            ])
        return """
            <section class="panel"><h2>\(phrases("cases.heading.reply"))</h2>
            \(reply)
            <details\(flag: "open", if: page.typed["note"] != nil)><summary>\(phrases("cases.note.open"))</summary>
            \(note)
            </details></section>
            """
    }

    /// What becomes of the case: who has it, what it waits for, how it ends.
    var moving: HTML {
        let contents = page.file.contents
        guard !contents.state.isDone else { return .nothing }
        let urgencies = Urgency.allCases.map { (value: "\($0)", label: phrases.text("cases.urgency.\($0)")) }
        let parts =
            [
                """
                <div class="actions">\(page.button("wait")) \
                \(page.button("wait-elsewhere")) \(page.button("solve"))</div>
                """,
                details(
                    "assign",
                    [Field("to", label: phrases("cases.assign.label"), value: typed("assign"), isRequired: true)]),
                details(
                    "hold",
                    [Field("until", label: phrases("cases.hold.label"), .line(type: "date"), value: typed("hold"))]),
                details(
                    "label",
                    [
                        Field(
                            "urgency", label: phrases("cases.fact.urgency"), .choice(urgencies),
                            value: "\(contents.urgency ?? .normal)", isRequired: true),
                        Field(
                            "intents", label: phrases("cases.fact.intents"),
                            value: page.typed["label"] ?? contents.intents.joined(separator: " "),
                            hint: phrases("cases.label.hint")),
                    ]),
                details(
                    "escalate",
                    [
                        Field(
                            "reason", label: phrases("cases.escalate.label"), value: typed("escalate"),
                            hint: phrases("cases.word.hint"), isRequired: true)
                    ]),
                details(
                    "close",
                    [
                        Field(
                            "cause", label: phrases("cases.close.label"), value: typed("close"),
                            hint: phrases("cases.word.hint"))
                    ]),
            ] as [HTML]
        return page.section("cases.heading.move", parts.joined())
    }

    private func typed(_ verb: String) -> String { page.typed[verb] ?? "" }

    private func details(_ verb: String, _ fields: [Field]) -> HTML {
        """
        <details\(flag: "open", if: page.typed[verb] != nil)><summary>\(phrases("cases.act.\(verb)"))</summary>
        \(form(verb, fields))
        </details>
        """
    }

    private func form(_ verb: String, _ fields: [Field], _ weight: Button.Weight = .plain) -> HTML {
        Form(
            to: "/cases/\(page.id)/\(verb)",
            content: """
                \(fields.map { $0.html(for: page.reader) })
                \(Button(phrases("cases.act.\(verb)"), weight: weight).html)
                """
        ).html(for: page.reader)
    }
}
