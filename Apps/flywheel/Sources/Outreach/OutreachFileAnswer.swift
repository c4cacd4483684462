import CaseDesk
import FlywheelKit
import FlywheelStore
import Foundation

/// What `outreach write` prints: the file, and what is in it.
struct OutreachFileAnswer: DocumentedAnswer {
    /// The file; `nil` where nothing was due and none was written.
    let file: String?
    let messages: [OutreachMessage]
    /// What is due and could not be written.
    var refused: [Refused] = []

    var refusals: [Diagnostic] { refused.map(\.why) }

    var exit: Exit { refused.exit(done: messages.count) }
    let listKey: String? = "items"

    static let document = Document("outreach-file", "The file that messages were written to.", members)

    static let members: Members<Self> = [
        "file": .value(\.file), "items": .value(\.messages), "refused": .value(\.refused),
    ]

    func text(on page: Page) -> [String] {
        guard let file else {
            guard refusals.isEmpty else { return [] }
            return ["No approved message is due now"] + page.next("flywheel outreach")
        }
        return page.wrapped("Wrote \(Numbers.count(messages.count, "message")) to \(file)".visible)
    }
}

extension OutreachMessage: JSONRecord {
    static let members: Members<Self> = [
        "message": .value(\.id), "account": .value(\.account), "marketplace": .value(\.marketplace),
        "order": .value(\.order), "case": .value(\.case), "language": .value(\.language), "text": .value(\.text),
        "source": .value(\.source), "ticket": .value(\.ticket),
    ]
}

extension Session {
    /// Writes what is due to a file; one that is there is never overwritten, since it may wait to be sent.
    func writeOutreach(to file: String) throws -> OutreachFileAnswer {
        if FileManager.default.fileExists(atPath: file) {
            throw Diagnostic(
                "file-exists", "\(file) is there already; nothing was written", help: "give --output another name",
                exit: .failed)
        }
        let (messages, withoutText) = try outreach.write { messages in
            guard !messages.isEmpty else { return }
            let answer = OutreachFileAnswer(file: file, messages: messages)
            try ReplacedFile.write(file) { write in
                try write(Array(Records.csv(answer.rows, columns: answer.columns).utf8))
            }
        }
        let refused = withoutText.map { outreach in
            let (id, template, language) = (outreach.record.id, outreach.record.template, outreach.note.language)
            let why = Diagnostic(
                "no-text",
                "\(id) is due and was not written: template \(template) is not in flywheel.yaml, or "
                    + "has no text \(language.isEmpty ? "for all languages" : "in \(language)") that can be filled",
                help: "mend cases: templates, or flywheel outreach refuse \(id)", exit: .failed)
            return Refused(id: id.description, why: why)
        }
        return OutreachFileAnswer(
            file: messages.isEmpty ? nil : file, messages: messages, refused: refused)
    }
}
