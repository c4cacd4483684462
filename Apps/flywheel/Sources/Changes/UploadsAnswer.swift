import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Uploads

/// What `changes write` and `changes take-back` print: the files that were written, or would be.
struct UploadsAnswer: DocumentedAnswer {
    let uploads: [PlannedUpload]
    /// Where each was written; `nil` where nothing was.
    let paths: [String?]
    /// Files that an earlier run was cut off over, and which have their names now.
    var finished: [String] = []
    let refused: [Refused]
    /// Whether the bytes themselves are the answer.
    var isRaw = false

    let listKey: String? = "files"

    static let document = Document(
        "uploads", "The files for marketplaces that were written, or would be.", members)

    static let members: Members<Self> = [
        "files": .list(
            { zip($0.uploads, $0.paths).map { (upload: $0, path: $1) } },
            [
                "file": .value { $0.path ?? $0.upload.name }, "format": .word { $0.upload.format },
                "account": .value { $0.upload.account }, "marketplace": .value { $0.upload.marketplace },
                "sha256": .value { $0.upload.digest }, "bytes": .value { $0.upload.bytes.count },
                "changes": .value { $0.upload.changes.map(\.record.id) }, "isWritten": .value { $0.path != nil },
            ]),
        "finished": .value(\.finished), "refused": .value(\.refused),
    ]

    var refusals: [Diagnostic] { refused.map(\.why) }
    var exit: Exit { refused.exit(done: uploads.count) }

    func text(on page: Page) -> [String] {
        let ends = finished.flatMap { page.wrapped("Finished \($0), which an earlier run was cut off over".visible) }
        guard !isRaw else { return [] }
        guard !uploads.isEmpty else {
            return ends + (refused.isEmpty ? ["Nothing is approved"] + page.next("flywheel changes") : [])
        }
        let lines = zip(uploads, paths).flatMap { upload, path -> [String] in
            let what = "\(Numbers.count(upload.changes.count, "change")), \(upload.format.rawValue)"
            return page.wrapped(
                path.map { "Wrote \($0): \(what)".visible } ?? "Would write \(upload.name): \(what)".visible)
                + ["  sha256 \(upload.digest)"]
        }
        let written = zip(uploads, paths).filter { _, path in path != nil }.flatMap { upload, _ in upload.changes }
        let undo = Self.undoable(of: written.map(\.record)).map {
            page.next("flywheel changes take-back \($0)", word: "Undo")
        }
        return ends + lines + (undo ?? [])
    }

    /// The last that can be taken back of changes that were in these states before they were written: a price, and none that
    /// was taken back by this.
    static func undoable(of changes: [ChangeRecord]) -> ChangeID? {
        changes.last { $0.state == .approved && $0.change.price != nil }?.id
    }
}

/// Where files for marketplaces are written, and of what.
struct UploadRequest {
    /// The changes; all that are approved where none is named.
    var ids: [ChangeID]?
    /// A folder, also one to be made, or the one file's own path.
    var output = "."
    var format: UploadFormat?
    var account: String?
    /// A marketplace by its id.
    var marketplace: String?
    var isTrial = false

    func admits(_ change: ChangeDesk.Ready) -> Bool {
        let subject = change.record.subject
        return account ?? subject.account == subject.account
            && marketplace ?? subject.marketplace == subject.marketplace
    }
}

extension Session {
    /// Writes what is approved, or says what would be written.
    func write(_ request: UploadRequest) throws -> UploadsAnswer {
        let desk = host.changeDesk(actor, now: now)
        let (ready, refused) = try worded { () throws(ChangeError) in
            try desk.ready(request.ids, isTrial: request.isTrial)
        }
        return try write(
            ready.filter(request.admits), request, by: desk,
            refused: refused.map { Refused(id: $0.change.description, why: Diagnostic($0.why, clock: clock)) })
    }

    /// Writes what brings back the prices that written changes replaced.
    func takeBack(_ ids: [ChangeID], _ request: UploadRequest) throws -> UploadsAnswer {
        let desk = host.changeDesk(actor, now: now)
        var (ready, refused): ([ChangeDesk.Ready], [Refused]) = ([], [])
        for id in ids {
            do { ready.append(try desk.restoring(id)) } catch {
                refused.append(Refused(id: id.description, why: Diagnostic(error, clock: clock)))
            }
        }
        return try write(ready, request, by: desk, refused: refused)
    }

    private func write(
        _ ready: [ChangeDesk.Ready], _ request: UploadRequest, by desk: ChangeDesk, refused: [Refused]
    ) throws -> UploadsAnswer {
        let planned = try host.uploads(of: ready, as: request.format, at: now)
        let refused =
            refused
            + planned.refused.map { Refused(id: $0.change.description, why: Diagnostic($0.why, of: $0.change)) }
        let uploads = planned.uploads
        guard !request.isTrial else {
            return UploadsAnswer(uploads: uploads, paths: uploads.map { _ in nil }, refused: refused)
        }
        do {
            let finished = try UploadFiles.finishInterrupted(in: host.store)
            let paths = try UploadFiles.paths(of: uploads, in: request.output)
            try UploadFiles.write(Array(zip(uploads, paths)), by: desk)
            return UploadsAnswer(uploads: uploads, paths: paths, finished: finished, refused: refused)
        } catch let failure as UploadFiles.Failure {
            throw Diagnostic(failure)
        } catch let error as ChangeError {
            throw Diagnostic(error, clock: clock)
        }
    }

    private func worded<Value>(_ body: () throws(ChangeError) -> Value) throws -> Value {
        do { return try body() } catch { throw Diagnostic(error, clock: clock) }
    }
}

extension UploadFiles {
    /// Where files go: into a folder under their own names, or one alone to a path of its own.
    fileprivate static func paths(of uploads: [PlannedUpload], in output: String) throws -> [String] {
        if isFolder(output) || isNewFolder(output) {
            if !uploads.isEmpty { try makeFolder(output) }
            let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
            return uploads.map { "\(folder)/\($0.name)" }
        }
        guard uploads.count < 2 else {
            throw Diagnostic(
                "one-file", "\(output) is one file, and \(uploads.count) would be written, one for each marketplace",
                help: "--output FOLDER, or --account and --marketplace", exit: .usage)
        }
        return uploads.map { _ in output }
    }
}
