import FlywheelKit
import FlywheelSQLite
import FlywheelStore

/// What `backup` prints.
struct BackupAnswer: DocumentedAnswer {
    let file: String
    let manifest: BackupManifest

    static let document = Document("backup", "The backup that was written.", members)

    static let members: Members<Self> = [
        "file": .value(\.file), "at": .value(\.manifest.at), "bytes": .value(\.manifest.bytes),
        "sha256": .value(\.manifest.sha256), "storeSchema": .value(\.manifest.schema),
        "entries": .value(\.manifest.entries), "seal": .value(\.manifest.seal),
    ]

    func text(on page: Page) -> [String] {
        page.wrapped(
            "Wrote \(Numbers.grouped(manifest.bytes)) bytes to \(file.visible), with what they are beside them")
            + page.wrapped(
                "\(Numbers.count(Int(manifest.entries), "journal entry", "journal entries")), the newest sealed "
                    + (manifest.seal.isEmpty ? "not yet" : String(manifest.seal.prefix(16))))
            + page.next("flywheel backup verify \(file.shellWord)")
    }
}

extension BackupReport {
    /// What was looked at in a backup.
    func checks(of file: String) -> [Check] {
        let written: Check =
            manifest.map { .ok("manifest", "\($0.sha256.prefix(16)) of \($0.at)") }
            ?? .look(
                "manifest", "none beside it: whether it is what was written cannot be told",
                help: "flywheel backup FILE")
        let found = faults.map { Check.look("backup", $0, help: "flywheel explain backup-refused") }
        guard let contents, found.isEmpty else { return [written] + found }
        let schema: Check =
            contents.schema.pending.isEmpty
            ? .ok("journal", "\(Numbers.count(Int(contents.entries), "entry", "entries")), every seal holds")
            : .ok(
                "journal",
                "\(Numbers.count(Int(contents.entries), "entry", "entries")) of an older schema, "
                    + "\(contents.schema.applied.last ?? "none"): read when it is restored")
        let held: Check = .ok(
            "contents",
            "\(Numbers.count(Int(contents.imports), "import")), \(Numbers.count(Int(contents.exceptions), "problem")), "
                + Numbers.count(Int(contents.cases), "case"))
        let damaged = damagedImports.map(Examination.check(ofDamaged:))
        return [written] + (damaged.isEmpty ? [.ok("file", "whole")] : damaged) + [schema, held]
    }
}

extension Diagnostic {
    /// Does something with backups, and puts why the store refused into words of theirs.
    static func ofBackups<Result>(_ body: () throws(StoreError) -> Result) throws(Diagnostic) -> Result {
        do {
            return try body()
        } catch {
            guard case .refused(let why) = error else { throw Diagnostic(error) }
            throw Diagnostic(
                "backup-refused", why, notes: ["nothing was replaced"], help: "flywheel explain backup-refused",
                exit: .refused)
        }
    }
}
