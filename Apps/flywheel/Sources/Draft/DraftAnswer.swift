import FlywheelHost
import FlywheelKit
import FlywheelStore

/// What `draft` prints: a text to the marketplace, what it has to prove, and what a person must add.
struct DraftAnswer: DocumentedAnswer {
    let exception: ExceptionID
    let draft: Draft
    /// Whether it names one listing of several that the exception stands for.
    var isOfGroup = false
    /// The file that it was written to.
    let file: String?

    let listKey: String? = "evidence"
    var pipeColumns: [String]? { nil }

    static let document = Document("draft", "A text to the marketplace, and what it has to prove.", members)

    static let members: Members<Self> = [
        "exception": .value(\.exception), "subject": .value(\.draft.subject), "body": .value(\.draft.body),
        "evidence": .list(\.draft.evidence, ["title": .value(\.title), "value": .value(\.value)]),
        "missing": .value { $0.draft.evidence.filter { $0.value == nil }.map(\.title) }, "file": .value(\.file),
    ]

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
