import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Imports
import Testing

@testable import FlywheelHost

/// Folders given to an import, each test in a folder of its own.
@Suite final class FolderTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "folders-\(UUID().uuidString)").path

    init() throws { try folder("") }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func folder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: "\(root)/\(name)", withIntermediateDirectories: true)
    }

    private func file(_ name: String, _ text: String = "x") throws {
        try folder((name as NSString).deletingLastPathComponent)
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/\(name)"))
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(root)/\(name)", withDestinationPath: "\(root)/\(target)")
    }

    /// What the root offers, by paths below it; folders that offer nothing with their code.
    private func offered() -> [String] {
        OfferedFile.all(under: root).map { offered in
            let name = String(offered.path.dropFirst(root.count + 1))
            if case .nothing(_, _, let code) = offered { return "\(name): \(code)" }
            return name
        }
    }

    @Test func aFolderStandsForItsFilesAtAnyDepthSorted() throws {
        for name in ["b.csv", "a/z.csv", "a/deep/er/c.csv", "a.csv"] { try file(name) }
        #expect(offered() == ["a.csv", "a/deep/er/c.csv", "a/z.csv", "b.csv"])
    }

    @Test func hiddenFilesAndFoldersAreLeftOut() throws {
        for name in [".hidden.csv", ".git/config.csv", "seen.csv"] { try file(name) }
        #expect(offered() == ["seen.csv"])
    }

    @Test func anEmptyFolderIsReported() throws {
        #expect(offered() == [": empty-folder"])
        try file("a.csv")
        try folder("later")
        #expect(offered() == ["a.csv", "later: empty-folder"])
    }

    @Test func aLinkThatLeadsBackEnds() throws {
        try file("a/b/c.csv")
        try link("a/b/up", to: "a")
        try link("a/self", to: "")
        #expect(offered() == ["a/b/c.csv"])
    }

    @Test func aLinkedFolderIsReadOnceUnderItsOwnName() throws {
        try file("northwind/listings.csv")
        try link("latest", to: "northwind")
        #expect(offered() == ["northwind/listings.csv"])
    }

    @Test func aLinkToAFolderElsewhereIsFollowed() throws {
        try file("given/a.csv")
        try file("elsewhere/b.csv")
        try link("given/more", to: "elsewhere")
        #expect(
            OfferedFile.all(under: "\(root)/given").map(\.path) == ["\(root)/given/a.csv", "\(root)/given/more/b.csv"])
    }

    @Test(.enabled(if: geteuid() != 0, "nothing is unreadable to the superuser"))
    func anUnreadableFolderIsReported() throws {
        try file("a.csv")
        try folder("shut")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: "\(root)/shut")
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(root)/shut") }
        #expect(offered() == ["a.csv", "shut: unreadable"])
    }

    @Test func theHostReportsEveryFileAndEveryEmptyFolder() throws {
        try file("acme/US/listings.csv", "sku,title,price\nKN-12,Kettle,20\n")
        try folder("acme/DE")
        let zones = ZoneFiles()
        let store = try SQLiteStore.inMemory()
        let host = try Host(store: store, stages: [], configuration: Configuration(), zones: zones)
        let now = Instant(seconds: 1_795_190_700)
        let context = ImportContext(account: "acme", marketplace: "US", currency: Currency("USD"), at: now) {
            zones.zone($0)
        }
        let reports = try host.importFiles([root], context: context, actor: Actor(.person, "ann"), now: now)
        #expect(reports.map(\.path) == ["\(root)/acme/DE", "\(root)/acme/US/listings.csv"])
        guard case .leftAlone(_, "empty-folder") = reports.first?.result, case .kept(let record) = reports.last?.result
        else {
            Issue.record("\(reports)")
            return
        }
        #expect(try store.imports() == [record])
    }
}
