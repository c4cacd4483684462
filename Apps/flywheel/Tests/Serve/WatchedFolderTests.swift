import Foundation
import Testing

@testable import flywheel

@Suite struct WatchedFolderTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func write(_ text: String, to name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @Test func aFileIsTakenOnceItNoLongerGrows() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var watched = WatchedFolder(path: folder.path)
        #expect(try watched.arrivals().isEmpty)
        try write("a", to: "stock.csv")
        #expect(try watched.arrivals().isEmpty)
        try write("a,b", to: "stock.csv")
        #expect(try watched.arrivals().isEmpty)
        #expect(try watched.arrivals().map { URL(fileURLWithPath: $0).lastPathComponent } == ["stock.csv"])
        #expect(try watched.arrivals().isEmpty)
        try write("a,b,c", to: "stock.csv")
        _ = try watched.arrivals()
        #expect(try watched.arrivals().count == 1)
    }

    @Test func unfinishedAndHiddenFilesWait() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var watched = WatchedFolder(path: folder.path)
        for name in ["orders.csv.part", ".hidden.csv", "northwind/US/orders.csv"] { try write("x", to: name) }
        _ = try watched.arrivals()
        #expect(try watched.arrivals().map { URL(fileURLWithPath: $0).lastPathComponent } == ["orders.csv"])
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        var watched = WatchedFolder(path: "/nowhere/at/all")
        #expect(throws: (any Error).self) { try watched.arrivals() }
    }
}
