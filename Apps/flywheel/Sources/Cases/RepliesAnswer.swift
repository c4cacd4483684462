import CaseDesk
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Foundation

/// What `cases write` prints: the files that answers went into, or would go into.
struct RepliesAnswer: Answer {
    struct Written {
        let file: ReplyFile
        /// Where it is; nothing where it was not written.
        let path: String?
    }

    let files: [Written]

    let listKey: String? = "files"
    let columns = ["file", "source", "replies", "sha256", "path"]
    var rows: [JSON] {
        files.map { written in
            [
                "file": .text(written.file.name), "source": .text(written.file.source),
                "replies": .count(written.file.messages.count), "sha256": .text(written.file.digest),
                "path": .text(written.path),
            ]
        }
    }

    var json: JSON { ["schema": "flywheel.replies/1", "files": .array(rows)] }

    static let shape: Shape = [
        "files": .list([
            "file": .text, "source": .text, "replies": .integer, "sha256": .text, "path": .maybe(.text),
        ])
    ]

    func text(on page: Page) -> [String] {
        guard !files.isEmpty else { return ["No answer is approved and waits to be written"] }
        return files.flatMap { written in
            let count = Numbers.count(written.file.messages.count, "answer", "answers")
            let what = written.path.map { "Wrote \(count) to \($0)" } ?? "Would write \(count) to \(written.file.name)"
            return page.wrapped(what.visible)
        }
    }
}

extension Session {
    /// Writes approved answers into a folder; into none where that is `nil`.
    func writeReplies(to folder: String?) throws -> RepliesAnswer {
        do {
            let files = try cases.replyFiles()
            guard let folder else { return RepliesAnswer(files: files.map { .init(file: $0, path: nil) }) }
            var written: [RepliesAnswer.Written] = []
            for file in files {
                let path = try place(file, in: folder)
                _ = try cases.written(file, to: path)
                written.append(.init(file: file, path: path))
            }
            return RepliesAnswer(files: written)
        } catch let error as CaseWorkError {
            throw Diagnostic(error, clock: clock)
        }
    }

    /// Writes a file, whole or not at all. One that is there with the same bytes was written before a crash; any other is
    /// not touched.
    private func place(_ file: ReplyFile, in folder: String) throws -> String {
        let url = URL(fileURLWithPath: folder).appendingPathComponent(file.name)
        if let there = FileManager.default.contents(atPath: url.path) {
            guard Array(there) == file.bytes else { throw Diagnostic(.exists(path: url.path)) }
            return url.path
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url, options: .atomic)
        } catch {
            throw Diagnostic(.system(path: url.path, reason: "\((error as? CocoaError)?.reason ?? "\(error)")"))
        }
        return url.path
    }
}
