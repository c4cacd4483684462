import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Imports
import Testing

@testable import FlywheelHost

/// Takes files called `.letters`, a letter a line; blank ones are rejected.
private struct LetterIntake: FileIntake {
    let feed = "letters/1"

    func kind(of path: String, _ context: ImportContext) -> String? { path.hasSuffix(".letters") ? "letters" : nil }

    func take(
        _ file: IntakeFile, progress: (ReadProgress) -> Void, rejected: ([Reject]) throws(StoreError) -> Void
    ) throws -> IntakeSummary {
        let lines = try String(contentsOfFile: file.path, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        if lines == ["torn"] { throw ImportError.empty }
        var summary = IntakeSummary()
        for (index, line) in lines.enumerated() {
            guard line.isEmpty else {
                summary.kept += 1
                continue
            }
            try rejected([Reject(line: index + 1, column: 0, heading: "", code: "blank", reason: "found nothing")])
        }
        summary.remarks = ["\(summary.kept) letters"]
        return summary
    }
}

@Suite final class FileIntakeTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "intake-\(UUID().uuidString)").path
    private let store: SQLiteStore
    private let host: FlywheelHost.Host
    private let now = Instant(seconds: 1_795_190_700)

    init() throws {
        try FileManager.default.createDirectory(atPath: "\(root)/northwind/US", withIntermediateDirectories: true)
        store = try SQLiteStore.inMemory()
        host = try FlywheelHost.Host(
            store: store, stages: [], configuration: Configuration(), zones: ZoneFiles(), intakes: [LetterIntake()])
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func taken(_ text: String, as name: String) throws -> ImportReport {
        let path = "\(root)/northwind/US/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let zones = ZoneFiles()
        let reports = try host.importFiles(
            [path], context: ImportContext { zones.zone($0) }, actor: Actor(.person, "ann"), now: now)
        return try #require(reports.first)
    }

    @Test func aFileIsTakenInAndListedWithItsRejects() throws {
        let report = try taken("a\n\nb", as: "post.letters")
        guard case .kept(let record) = report.result else {
            Issue.record("\(report)")
            return
        }
        #expect(record.draft.feed == "letters/1")
        #expect(record.draft.format == "letters")
        #expect(record.draft.account == "northwind")
        #expect(record.draft.marketplace == Marketplace.named("US")?.id)
        #expect((record.summary.kept, record.summary.rejected) == (2, 1))
        #expect(report.rejects.map(\.line) == [2])
        #expect(report.origins.contains("2 letters"))
        #expect(try store.imports() == [record])
        #expect(try store.rejects(of: record.id, offset: 0, limit: 9).map(\.code) == ["blank"])
    }

    @Test func theSameBytesAgainChangeNothing() throws {
        guard case .kept(let record) = try taken("a", as: "post.letters").result else {
            Issue.record("not kept")
            return
        }
        guard case .same(record.id) = try taken("a", as: "again.letters").result else {
            Issue.record("not the same")
            return
        }
        #expect(try store.imports() == [record])
    }

    @Test func aFileThatCannotBeReadIsLeftAloneAndLeavesNothing() throws {
        guard case .leftAlone = try taken("torn", as: "post.letters").result else {
            Issue.record("taken")
            return
        }
        #expect(try store.imports().isEmpty)
    }

    @Test func filesOfAnAccountThatIsNotOnesOwnAreLeftAloneAndThoseBesideThemKept() throws {
        let (own, zones) = (ScopedStore(store, accounts: ["southwind"]), ZoneFiles())
        let host = try FlywheelHost.Host(
            store: own, stages: [], configuration: Configuration(), zones: zones, intakes: [LetterIntake()])
        let paths = ["northwind@US post.letters", "northwind@US listings.csv", "southwind@US listings.csv"].map {
            "\(root)/\($0)"
        }
        for (path, text) in zip(paths, ["a", "sku,title,price\nN-1,Kettle,20\n", "sku,title,price\nS-1,Pot,9\n"]) {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }
        let reports = try host.importFiles(
            paths, context: ImportContext { zones.zone($0) }, actor: Actor(.person, "ann"), now: now)
        let why = reports.map { if case .leftAlone(let why, _) = $0.result { why } else { "" } }
        #expect(why == ["there is no account northwind", "there is no account northwind", ""])
        #expect(try store.imports().map(\.draft.account) == ["southwind"])
    }

    @Test func otherFilesAreTablesAsEver() throws {
        guard case .kept(let record) = try taken("sku,title,price\nKN-12,Kettle,20\n", as: "listings.csv").result else {
            Issue.record("not kept")
            return
        }
        #expect(record.draft.feed == Catalog.feed.key.text)
    }
}
