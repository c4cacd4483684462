import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What `draft` prints: a text to the marketplace, what it has to prove, and what a person must add.
struct DraftAnswer: Answer {
    let exception: ExceptionID
    let draft: Draft
    /// Whether it names one listing of several that the exception stands for.
    var isOfGroup = false
    /// The file that it was written to.
    let file: String?

    let listKey: String? = "evidence"
    let columns = ["title", "value"]
    var pipeColumns: [String]? { nil }
    var rows: [JSON] { draft.evidence.map { ["title": .text($0.title), "value": .text($0.value)] } }

    var json: JSON {
        [
            "schema": "flywheel.draft/1", "exception": .text(exception.description), "subject": .text(draft.subject),
            "body": .text(draft.body), "evidence": .array(rows),
            "missing": .texts(draft.evidence.filter { $0.value == nil }.map(\.title)), "file": .text(file),
        ]
    }

    func text(on page: Page) -> [String] {
        let example =
            isOfGroup
            ? page.wrapped("It names one of the listings of \(exception): flywheel queue --parent \(exception)") : []
        if let file {
            return page.wrapped("Wrote the draft for \(exception) to \(file). Nobody sends it but you.".visible)
                + example
        }
        return lines.map(\.visible) + [""] + page.wrapped("Nobody sends it but you.") + example
            + page.next("flywheel draft \(exception) --output draft.txt")
    }

    /// The text, line by line, as it goes into a file.
    var lines: [String] {
        ["Subject: \(draft.subject)", ""]
            + draft.body.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init) + (draft.evidence.isEmpty ? [] : ["", "Evidence:"])
            + draft.evidence.map { item in
                "[\(item.value == nil ? " " : "x")] \(item.title)\(item.value.map { ": \($0)" } ?? ": to be added")"
            }
    }
}
