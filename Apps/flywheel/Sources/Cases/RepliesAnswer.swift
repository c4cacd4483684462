import CaseDesk
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation

/// What `cases write` prints: the files that answers went into, or would go into.
struct RepliesAnswer: DocumentedAnswer {
    struct Written: JSONRecord {
        let file: ReplyFile
        /// Where it is; nothing where it was not written.
        let path: String?

        static let members: Members<Self> = [
            "file": .value(\.file.name), "source": .value(\.file.source), "account": .value(\.file.account),
            "replies": .value(\.file.messages.count), "sha256": .value(\.file.digest), "path": .value(\.path),
        ]
    }

    let files: [Written]
    /// Files that an earlier run was cut off over, and which have their names now.
    var finished: [String] = []

    let listKey: String? = "files"

    static let document = Document(
        "replies", "The files that approved answers were written to, or would be.", members)

    static let members: Members<Self> = ["files": .value(\.files), "finished": .value(\.finished)]

    func text(on page: Page) -> [String] {
        let ends = finished.flatMap { page.wrapped("Finished \($0), which an earlier run was cut off over".visible) }
        guard !files.isEmpty else { return ends + ["No answer is approved and waits to be written"] }
        return ends
            + files.flatMap { written in
                let count = Numbers.count(written.file.messages.count, "answer", "answers")
                let what =
                    written.path.map { "Wrote \(count) to \($0)" } ?? "Would write \(count) to \(written.file.name)"
                return page.wrapped(what.visible)
            }
    }
}

extension Session {
    /// Writes approved answers into a folder; into none where that is `nil`. A crash at any point loses no answer and sends none
    /// twice.
    func writeReplies(to folder: String?) throws -> RepliesAnswer {
        do {
            guard let folder else {
                return RepliesAnswer(files: try cases.replyFiles().map { .init(file: $0, path: nil) })
            }
            let finished = try UploadFiles.finish(cases.writtenFiles())
            let files = try cases.replyFiles()
            if !files.isEmpty { try UploadFiles.makeFolder(folder) }
            let written = try files.map { file in
                let path = URL(fileURLWithPath: folder).appendingPathComponent(file.name).path
                return try UploadFiles.write([(file.bytes, path)]) { paths in
                    try cases.written(file, to: paths[0])
                    return RepliesAnswer.Written(file: file, path: paths[0])
                }
            }
            return RepliesAnswer(files: written, finished: finished)
        } catch let failure as UploadFiles.Failure {
            throw Diagnostic(failure)
        } catch let error as CaseWorkError {
            throw Diagnostic(error, clock: clock)
        }
    }
}
