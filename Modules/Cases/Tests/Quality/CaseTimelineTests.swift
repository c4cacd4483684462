import Cases
import FlywheelKit
import Testing

@Suite struct CaseTimelineTests {
    @Test func tellsWhenACaseEndedCameBackAndWaited() throws {
        let matter = Matters.made([
            (0, .opened), (0, .state(.new)), (2, .state(.open)), (5, .state(.waitingOnRequester)), (9, .state(.solved)),
            (12, .state(.open)), (20, .state(.solved)), (30, .state(.closed)),
        ])
        let item = try #require(CaseTimeline(matter, at: Matters.hour(40)))
        #expect(item.firstEnded == Matters.hour(9) && item.ended == Matters.hour(20))
        #expect(item.reopened == [Matters.hour(12)] && item.endings == [Matters.hour(9), Matters.hour(20)])
        #expect(item.closed == Matters.hour(30) && item.state == .closed)
        #expect(item.stretches.map(\.state) == [.new, .open, .waitingOnRequester, .solved, .open, .solved, .closed])
        #expect(item.tellsCourse)
    }

    @Test func knowsNothingOfWhatCameLater() throws {
        let matter = Matters.made([
            (0, .opened), (0, .state(.new)), (9, .state(.solved)), (12, .state(.open)), (12, .owner("mia")),
            (13, .owner("ben")),
        ])
        let item = try #require(CaseTimeline(matter, at: Matters.hour(10)))
        #expect(item.state == .solved && item.reopened.isEmpty && item.reassigned.isEmpty)
        #expect(CaseTimeline(matter, at: Matters.hour(-1)) == nil)
    }

    @Test func takingUpWhatNobodyHadIsNotPassingOn() throws {
        let matter = Matters.made([
            (0, .opened), (1, .group("returns")), (1, .owner("mia")), (2, .owner(nil)), (3, .owner("mia")),
            (4, .owner("ben")), (4, .group("legal")), (5, .group("legal")), (6, .group("returns")),
        ])
        let item = try #require(CaseTimeline(matter, at: Matters.hour(9)))
        #expect(item.reassigned == [Matters.hour(4), Matters.hour(6)])
    }

    @Test func aLastStateAloneTellsNoCourse() throws {
        let matter = Matters.made([(0, .opened), (9, .state(.solved)), (10, .state(.closed))])
        let item = try #require(CaseTimeline(matter, at: Matters.hour(11)))
        #expect(!item.tellsCourse)
        let handovers = Handovers([item])
        #expect(handovers.reopened.whole == 0 && handovers.reopened.unknown == 1)
        #expect(handovers.reopened.share == nil)
    }

    @Test func aCaseThatWentIntoAnotherIsNotCountedTwice() {
        let matter = Matters.made([(0, .opened), (1, .merged(into: "C4"))])
        #expect(CaseTimeline(matter, at: Matters.hour(2)) == nil)
    }

    @Test func notesAndProgramsAnswerNobody() throws {
        let matter = Matters.made([
            (0, .opened), (0, Matters.asked(1)), (1, .message(.init(2, by: .automation("hello")))),
            (2, .message(.init(3, by: .agent("mia"), isInternal: true))), (3, Matters.asked(4)),
            (4, Matters.answered(5, by: "ben")), (5, Matters.answered(6)),
        ])
        let item = try #require(CaseTimeline(matter, at: Matters.hour(9)))
        #expect(item.turns.map(\.isDesk) == [false, true] && item.turns[1].at == Matters.hour(4))
        #expect(item.matter.people == ["mia", "ben"])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func stretchesFillTheTimeFromOpeningToNow(seed: UInt64) {
        for item in Matters.read(Matters.drawn(60, seed: seed), at: 500) {
            #expect(item.stretches.first?.from == item.opened && item.stretches.last?.until == item.now)
            for (one, next) in zip(item.stretches, item.stretches.dropFirst()) {
                #expect(one.until == next.from)
            }
            #expect(item.endings.count - item.reopened.count == (item.state.isDone ? 1 : 0))
        }
    }
}
