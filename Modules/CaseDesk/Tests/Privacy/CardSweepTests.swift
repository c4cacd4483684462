import Cases
import Conversations
import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Testing

@testable import CaseDesk

@Suite struct CardSweepTests {
    private static let card = "4111111111111111"

    /// A store in which an earlier program kept a card as an order and a case was claimed since.
    private func desk(at path: String) throws -> DeskSample {
        let desk = DeskSample(try SQLiteStore(path: path))
        var ticket = Conversation.ticket("7")
        ticket.links = [FoundLink(.order, Self.card, .named), FoundLink(.order, "5281956", .named)]
        try desk.taken([ticket])
        try desk.bench("mia").claim(try #require(try desk.record("7")).id)
        return desk
    }

    @Test func theCardIsNowhereInTheStoreAfterwards() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "cards-\(UUID()).flywheel").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let desk = try desk(at: path)
        let sweep = CardSweep(desk.store, now: DeskSample.hour(101))
        #expect(try sweep.run() == 1)
        let record = try #require(try desk.record("7"))
        #expect(try record.contents().links == [CaseLink(.order, "5281956")])
        for file in ["", "-wal"] {
            let bytes = FileManager.default.contents(atPath: path + file) ?? Data()
            #expect(bytes.range(of: Data(Self.card.utf8)) == nil, "\(file)")
        }
        #expect(try sweep.run() == 0 && desk.record("7") == record, "once")
        #expect(try desk.store.journalFaults().isEmpty)
    }

    @Test func aDeskWithoutACaseIsLookedAtAgain() throws {
        let desk = DeskSample()
        let sweep = CardSweep(desk.store, now: DeskSample.hour(101))
        #expect(try sweep.run() == 0 && desk.store.journalLength() == 0)
        var ticket = Conversation.ticket("7")
        ticket.links = [FoundLink(.order, Self.card, .named)]
        try desk.taken([ticket])
        #expect(try sweep.run() == 1)
    }

    @Test func whatTheFactsKnowAsAnOrderStays() throws {
        let desk = DeskSample()
        var ticket = Conversation.ticket("7")
        ticket.links = [FoundLink(.order, Self.card, .stated)]
        var book = LinkBook()
        book.add(order: Self.card, of: [], on: "US")
        try desk.taken([ticket], book: book)
        #expect(try CardSweep(desk.store, now: DeskSample.hour(101)).run() == 0)
        #expect(try desk.record("7")?.contents().links.map(\.code) == [Self.card])
    }
}
