import FlywheelHost
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import FlywheelWeb
import HTTPTypes
import People
import Synchronization
import Testing

@testable import flywheel

@Suite struct EventTests {
    private let store = MemoryStore()
    private let ada = Actor(.person, "ada")

    private func record(_ subjects: ClosedRange<Int>, _ verb: JournalEvent.Verb = .noted) throws {
        for number in subjects { try store.record(JournalEvent(verb, "X\(number)"), by: ada, at: Scene.asOf) }
    }

    private func reader(
        _ hub: EventHub, after place: Int64, _ text: EventText = EventText(), heartbeat: Duration = .seconds(5),
        mayGoOn: @escaping @Sendable () -> Bool = { true }
    ) -> EventReader {
        EventReader(hub, store, seesAll: true, after: place, text, heartbeat: heartbeat, mayGoOn: mayGoOn)
    }

    /// What a reader is told until it was told of `count` events.
    private static func told(_ reader: EventReader, _ count: Int) async throws -> [String] {
        var lines: [String] = []
        while lines.count(where: { $0.hasPrefix("data: ") }) < count, let bytes = try await reader.next() {
            lines += String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        return lines
    }

    private static func ids(_ lines: [String]) -> [Int64] {
        lines.compactMap { $0.hasPrefix("id: ") ? Int64($0.dropFirst(4)) : nil }
    }

    @Test func everyReaderIsToldOfEverythingOnceInOrder() async throws {
        let hub = EventHub(store, pause: .milliseconds(1))
        try record(1...10)
        let readers = (0..<200).map { _ in reader(hub, after: 0) }
        try await withThrowingTaskGroup(of: [Int64].self) { group in
            for reader in readers { group.addTask { Self.ids(try await Self.told(reader, 60)) } }
            for number in 11...60 {
                try record(number...number)
                if number.isMultiple(of: 10) { try await Task.sleep(for: .milliseconds(2)) }
            }
            for try await ids in group { #expect(ids == Array(1...60)) }
        }
    }

    @Test func whoComesBackMissesNothing() async throws {
        let hub = EventHub(store, pause: .milliseconds(1))
        try record(1...5)
        let first = Self.ids(try await Self.told(reader(hub, after: 0), 3))
        try record(6...9)
        let rest = Self.ids(try await Self.told(reader(hub, after: try #require(first.last)), 9 - first.count))
        #expect(first + rest == Array(1...9))
    }

    @Test func whoIsFarBehindReadsTheJournal() async throws {
        try record(1...6_000)
        let hub = EventHub(store, pause: .milliseconds(1))
        #expect(Self.ids(try await Self.told(reader(hub, after: 0), 6_000)) == Array(1...6_000))
    }

    @Test func whoMayKnowNoMoreIsToldNothingMore() async throws {
        let mayGoOn = Mutex(true)
        let reader = reader(EventHub(store, pause: .milliseconds(1)), after: 0) { mayGoOn.withLock { $0 } }
        try record(1...2)
        #expect(Self.ids(try await Self.told(reader, 2)) == [1, 2])
        mayGoOn.withLock { $0 = false }
        try record(3...3)
        #expect(try await reader.next() == nil)
    }

    @Test func aPlaceBeyondTheJournalIsRefused() throws {
        let (front, visitor) = try Front.setUp()
        var admin = visitor
        let end = try front.house.host.store.journalEnd()
        let reply = admin.get("/api/v1/events?after=\(end + 3)")
        #expect(reply.status == 400 && reply.text.contains("beyond-journal"), "\(reply.text)")
        #expect(reply.text.contains("whose last entry is \(end)"), "\(reply.text)")
        #expect(admin.get("/api/v1/events?after=\(end)").status == 200)
    }

    @Test func theStreamEndsWithTheSignIn() async throws {
        var (front, admin) = try Front.setUp()
        let reply = admin.get("/api/v1/events?after=0")
        guard case .stream(let next) = reply.body else {
            Issue.record("\(reply.text)")
            return
        }
        #expect(try await next() == Array("retry: 2000\n\n".utf8))
        #expect(String(decoding: try #require(try await next()), as: UTF8.self).contains("event: admitted"))
        let signIn = try #require(try front.signIn.desk.signIns(of: "ada").first)
        try front.signIn.desk.endSignIn(signIn.id, from: Visit.local)
        try front.house.host.store.record(JournalEvent(.noted, "X1"), by: ada, at: Scene.asOf)
        #expect(try await next() == nil)
    }

    @Test func nothingNewIsAHeartbeat() async throws {
        let quiet = reader(EventHub(store, pause: .milliseconds(1)), after: 0, heartbeat: .milliseconds(5))
        #expect(try await quiet.next() == Array("retry: 2000\n\n".utf8))
        #expect(try await quiet.next() == Array(":\n\n".utf8))
        #expect(try await quiet.next() == Array(":\n\n".utf8))
    }

    @Test func readersAreToldWhatTheyAskedFor() async throws {
        let hub = EventHub(store, pause: .milliseconds(1))
        try record(1...3)
        try record(2...2, .claimed)
        let claims = try await Self.told(reader(hub, after: 0, EventText(verbs: ["claimed"])), 1)
        #expect(claims.contains("event: claimed") && !claims.contains("event: noted"))
        let second = try await Self.told(reader(hub, after: 0, EventText(subjects: ["X2"])), 2)
        #expect(Self.ids(second) == [2, 4])
    }

    @Test func anEntryOfThousandsIsToldAsOne() async throws {
        let records = (1...600).map { number in
            LoopRecord(.candidate, number: Int64(number), key: "k\(number)", state: "open", at: Scene.asOf, by: "ada")
        }
        try store.keep(records, by: ada, at: Scene.asOf)
        let lines = try await Self.told(reader(EventHub(store, pause: .milliseconds(1)), after: 0), 1)
        #expect(lines.contains("event: entry") && Self.ids(lines) == [1])
        #expect(lines.contains { $0.contains("\"events\":600") })
    }

    @Test func onlyTheLastEventOfAnEntryHasAnID() {
        let lines = (0..<3).map { position in
            JournalLine(
                sequence: 7, position: position, at: Scene.asOf, actor: ada, seal: "",
                event: .init(.noted, "X\(position)"))
        }
        let text = EventText().text(of: lines)
        #expect(text.ranges(of: "id: 7").count == 1)
        #expect(text.ranges(of: "data: ").count == 3)
    }
}
