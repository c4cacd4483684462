import Cases
import FlywheelKit
import FlywheelStore
import Testing

@testable import CaseDesk

@Suite struct CaseMergeTests {
    private var desk = DeskSample()

    @Test func anUnmergeRestoresExactly() throws {
        let (one, two) = (try desk.opened("1"), try desk.opened("2"))
        let before = try #require(try desk.record("2")).contents()
        let merged = try desk.bench("mia").merge(two, into: one)
        #expect(merged.mergedInto == one)
        #expect(try desk.record("1")?.contents().members == [two.description])
        #expect(try desk.store.caseRecords(CaseQuery(), limit: 9).map(\.id) == [one])
        #expect(throws: CaseWorkError.merged(two, into: one)) { try desk.bench("mia").claim(two) }
        let parted = try desk.bench("mia").unmerge(two)
        #expect(parted.mergedInto == nil)
        #expect(try desk.record("1")?.contents().members.isEmpty == true)
        var after = try parted.contents()
        #expect(after.course.map(\.state) == before.course.map(\.state))
        #expect(after.messages.map(\.message) == before.messages.map(\.message))
        #expect(after.events.filter { $0.by == .source } == before.events)
        after.tags = before.tags
        #expect(after.links == before.links)
    }

    @Test func aMergeTakenBackLeavesBothAsTheyWere() throws {
        let (one, two) = (try desk.opened("1"), try desk.opened("2"))
        let before = (try desk.record("1")?.body, try desk.record("2")?.body)
        try desk.bench("mia").merge(two, into: one)
        _ = try desk.bench("mia").undo(two)
        #expect(try desk.record("1")?.body == before.0)
        #expect(try desk.record("2")?.body == before.1)
        #expect(try desk.record("2")?.mergedInto == nil)
    }

    @Test func aCaseThatOthersWentIntoGoesIntoNone() throws {
        let (one, two, three) = (try desk.opened("1"), try desk.opened("2"), try desk.opened("3"))
        try desk.bench("mia").merge(two, into: one)
        #expect(throws: CaseWorkError.mergeRefused(one, into: three, why: "\(two) went into \(one): take it out first"))
        {
            try desk.bench("mia").merge(one, into: three)
        }
        #expect(throws: CaseWorkError.mergeRefused(three, into: two, why: "\(two) itself went into \(one)")) {
            try desk.bench("mia").merge(three, into: two)
        }
    }

    @Test func whatWaitsDoesNotGoIntoWhatIsOver() throws {
        let (one, two, three) = (try desk.opened("1"), try desk.opened("2"), try desk.opened("3"))
        try desk.bench("mia").move(one, to: .closed)
        let before = try desk.record("2")
        #expect(throws: CaseWorkError.isOver(one, .closed)) { try desk.bench("mia").merge(two, into: one) }
        #expect(try desk.record("2") == before)
        try desk.bench("mia").move(three, to: .solved)
        #expect(try desk.bench("mia").merge(three, into: one).mergedInto == one, "both are over")
        try desk.bench("mia").reopen(one)
        #expect(try desk.bench("mia").merge(two, into: one).mergedInto == one)
    }
}
