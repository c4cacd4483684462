import CaseDesk
import Cases
import FlywheelKit
import FlywheelStore
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
                    "text", label: phrases("cases.reply.label"), .text(rows: 6), value: page.typed["text"] ?? "",
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

    /// What becomes of the case: who has it, what it waits for, how it ends, and the answers that come again and again.
    var moving: HTML {
        guard page.isWorkable else { return .nothing }
        let buttons = ["wait", "wait-elsewhere", "solve"].map { page.button($0) }.joined(by: " ")
        let parts =
            ["<div class=\"actions\">\(buttons)</div>", macros]
            + [CaseAct.assign, .hold, .label, .escalate, .close, .merge].map(details)
        return page.section("cases.heading.move", parts.joined())
    }

    /// What a colleague finds of how it was handled, and of why it was passed up; of cases that are over too.
    var looking: HTML {
        guard page.mayAnswer, page.file.record.mergedInto == nil else { return .nothing }
        let audit = page.file.contents.wasEscalated ? details(.audit) : .nothing
        return page.section("cases.heading.review", "\(details(.review))\(audit)")
    }

    /// What the case is about, in other words than suggested.
    var intents: HTML {
        guard page.isWorkable else { return .nothing }
        let field = Field(
            "intents", label: phrases("cases.fact.intents"),
            value: page.typed["intents"] ?? page.file.contents.intents.joined(separator: " "),
            hint: phrases("cases.label.hint"), isRequired: true)
        return details("intents", [field])
    }

    /// Which checklist it is worked through from now on.
    var starting: HTML {
        let known = Set(page.file.checklists.map(\.id))
        let others = page.settings.checklists.map(\.id).filter { !known.contains($0) }
        guard page.isWorkable, !others.isEmpty else { return .nothing }
        let field = Field(
            "of", label: phrases("cases.start.label"), .choice(others.map { ($0, $0) }), value: page.typed["of"] ?? "",
            isRequired: true)
        return details("start", [field])
    }

    /// The way to a macro leads over what it would do.
    private var macros: HTML {
        let macros = page.settings.macros.map { (value: $0.id, label: $0.id) }
        guard !macros.isEmpty else { return .nothing }
        let field = Field(
            "apply", label: phrases("cases.macro.label"), .choice(macros), value: page.typed["apply"] ?? "",
            isRequired: true)
        return """
            <form action="\("/cases/\(page.id)/macro" as Address)">\(field.html(for: page.reader))
            \(Button(phrases("cases.macro.look")).html)</form>
            """
    }

    private func details(_ act: CaseAct) -> HTML {
        let fields = CaseFields(
            reader: page.reader, value: CaseFields.typed(page.typed, now: page.file.contents)
        ).fields(of: act)
        return details(act.rawValue, fields)
    }

    private func details(_ verb: String, _ fields: [Field]) -> HTML {
        """
        <details\(flag: "open", if: page.refused?.rawValue == verb)><summary>\(phrases("cases.act.\(verb)"))</summary>
        \(form(verb, fields))
        </details>
        """
    }

    private func form(_ verb: String, _ fields: [Field], _ weight: Button.Weight = .plain) -> HTML {
        Form(
            to: "/cases/\(page.id)/\(verb)",
            content: """
                \(fields.map { $0.html(faults: page.faults, for: page.reader) })
                \(Button(phrases("cases.act.\(verb)"), weight: weight).html)
                """
        ).html(for: page.reader)
    }
}
