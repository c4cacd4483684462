import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Foundation
import Imports
import Testing

@testable import FlywheelHost

/// What a host says of the facts it lacks.
@Suite final class AbsentInputTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "absent-\(UUID().uuidString)").path
    private let now = Instant(seconds: 1_795_176_000)

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func host() throws -> FlywheelHost.Host {
        try Host(
            store: SQLiteStore.inMemory(), stages: [], configuration: Configuration(), zones: ZoneFiles())
    }

    @Test func everythingThatIsReadAndNotThereIsNamedWithWhatIsAssumed() throws {
        let host = try host()
        let absent = try host.absentInputs(asOf: now)
        #expect(absent.map(\.feed.title) == ["listings", "orders", "daily sales", "exchange rates", "availability"])
        #expect(absent.flatMap(\.stopped).isEmpty)
        #expect(absent.last?.assumed == Availability.feed.withoutIt)
    }

    @Test func whatSomebodyBroughtIsNotAbsent() throws {
        let host = try host()
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        let path = "\(root)/list.csv"
        try Data("sku,title,price,unit-cost\nA,Knife,5.00,2.00\n".utf8).write(to: URL(fileURLWithPath: path))
        let context = ImportContext(marketplace: "US", at: now) { _ in nil }
        let reports = try host.importFiles([path], context: context, actor: Actor(.person, "ann"), now: now)
        func titles(_ at: Instant) throws -> [String] { try host.absentInputs(asOf: at).map(\.feed.title) }
        #expect(try titles(now).contains("listings") == false)
        #expect(try titles(now.advanced(byDays: -1)).contains("listings"))

        // What the same rows cost is an import of its own, and the same again is nothing new.
        let kept = reports.compactMap { if case .kept(let record) = $0.result { record.draft.feed } else { nil } }
        #expect(kept == ["catalog/1", "costs/1"])
        let again = try host.importFiles([path], context: context, actor: Actor(.person, "ann"), now: now)
        #expect(again.count == 2)
        #expect(again.allSatisfy { if case .same = $0.result { true } else { false } })
    }
}
