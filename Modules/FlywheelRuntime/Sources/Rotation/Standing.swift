import FlywheelKit
import FlywheelStore

/// The exceptions that are not final, by what they are about.
struct Standing: Sendable {
    private struct Key: Hashable {
        let workflow: String
        let subject: Subject
    }

    let all: [ExceptionRecord]
    private let bySubject: [Key: [ExceptionRecord]]

    init(_ exceptions: [ExceptionRecord]) {
        all = exceptions
        bySubject = Dictionary(grouping: exceptions) {
            Key(workflow: $0.fingerprint.workflow, subject: $0.fingerprint.subject)
        }
    }

    /// What stands of a workflow on the rows of a chunk.
    func exceptions(of workflow: String, in chunk: Chunk) -> [ExceptionRecord] {
        bySubject.isEmpty
            ? [] : chunk.rows.flatMap { bySubject[Key(workflow: workflow, subject: chunk.subject($0))] ?? [] }
    }
}
