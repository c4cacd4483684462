import CaseDesk
import FlywheelHost
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
    /// Files that an earlier run was cut off over, and which have their names now.
    var finished: [String] = []

    var warnings: [String] { finished.map { "finished \($0), which an earlier run was cut off over" } }
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
    /// Writes what is due to a file; one that is there is never overwritten, since it may wait to be sent. A crash at any point
    /// loses no message and sends none twice.
    func writeOutreach(to file: String) throws -> OutreachFileAnswer {
        do {
            let finished = try UploadFiles.finish(outreach.writtenFiles())
            guard !FileManager.default.fileExists(atPath: file) else { throw UploadFiles.Failure.exists(path: file) }
            var answer = try writeDue(to: file)
            answer.finished = finished
            return answer
        } catch let failure as UploadFiles.Failure {
            throw Diagnostic(failure)
        } catch let error as OutreachError {
            throw Diagnostic(
                "decided", "\(error); nothing was written", help: "flywheel outreach list --state any", exit: .failed)
        }
    }

    private func writeDue(to file: String) throws -> OutreachFileAnswer {
        let (messages, withoutText) = try outreach.due()
        if !messages.isEmpty {
            let answer = OutreachFileAnswer(file: file, messages: messages)
            let bytes = Array(Records.csv(answer.rows, columns: answer.columns).utf8)
            try UploadFiles.write([(bytes, file)]) { paths in
                try outreach.written(messages, to: paths[0], digest: UploadFiles.digest(of: bytes))
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
