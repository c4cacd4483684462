import Cases
import FlywheelKit
import Testing

@Suite struct DeskTimesTests {
    @Test func openCasesCountForAsLongAsTheyWereSeen() throws {
        var cases = (1...9).map { hours in
            Matters.made("\(hours)", [(0, .opened), (0, .state(.new)), (Int64(hours), .state(.solved))])
        }
        let before = DeskTimes(Matters.read(cases, at: 100)).solve
        #expect(before.median?.value == 5 && before.ofEnded?.median == 5 && before.ofEnded?.mean == 5)
        cases += (10...18).map { Matters.made("\($0)", [(0, .opened), (0, .state(.new))]) }
        let after = DeskTimes(Matters.read(cases, at: 100)).solve
        #expect(after.going == 9 && after.ended == 9)
        #expect(after.median?.value == 9 && after.ofEnded?.median == 5)
        #expect(after.ninetieth?.value == nil)
    }

    @Test func whatASourceStatesGoesBeforeItsEventsAndIsNotMixedWithThem() {
        var first = Matters.made("1", [(0, .opened), (0, .state(.new)), (4, .state(.solved)), (50, .state(.closed))])
        first.stated.solved = Matters.hour(6)
        let second = Matters.made("2", [(0, .opened), (0, .state(.new)), (8, .state(.solved)), (50, .state(.closed))])
        let stated = DeskTimes(Matters.read([first, second], at: 60)).solve
        #expect(stated.ofEnded?.median == 6 && stated.ended == 1 && stated.unknown == 1)
        let reckoned = DeskTimes(Matters.read([second], at: 60)).solve
        #expect(reckoned.ofEnded?.median == 8 && reckoned.unknown == 0)
        #expect(DeskTimes(Matters.read([first, second], at: 60)).close.ofEnded?.median == 50)
    }

    @Test func whatASourceStatesOfLaterIsNotKnownYet() {
        var matter = Matters.made("1", [(0, .opened), (0, .state(.new)), (4, .state(.solved)), (50, .state(.closed))])
        (matter.stated.solved, matter.stated.closed) = (Matters.hour(6), Matters.hour(50))
        let times = DeskTimes(Matters.read([matter], at: 5))
        // By then it stood solved, as its own course says.
        #expect(times.solve.ofEnded?.median == 4 && times.close.going == 1)
        let later = DeskTimes(Matters.read([matter], at: 60))
        #expect(later.solve.ofEnded?.median == 6 && later.close.ofEnded?.median == 50)
    }

    @Test func whatASourceStatesEndsNoCaseThatIsOpenAgain() {
        var matter = Matters.made(
            "1", [(0, .opened), (0, .state(.new)), (4, .state(.solved)), (5, .state(.closed)), (6, .state(.open))])
        (matter.stated.solved, matter.stated.closed) = (Matters.hour(4), Matters.hour(5))
        let times = DeskTimes(Matters.read([matter], at: 9))
        #expect(times.solve.going == 1 && times.solve.ended == 0 && times.close.going == 1 && times.close.ended == 0)
    }

    @Test func aPeriodThatIsOverStaysAsItWas() {
        // Solved in hour 4, opened again in hour 50 and solved in hour 90; its source states the last time alone.
        var matter = Matters.made(
            "1", [(0, .opened), (0, .state(.new)), (4, .state(.solved)), (50, .state(.open)), (90, .state(.solved))])
        let once = DeskTimes(Matters.read([matter], at: 20)).solve
        matter.stated.solved = Matters.hour(90)
        let times = DeskTimes(Matters.read([matter], at: 20))
        #expect(times.solve == once && times.solve.ofEnded?.median == 4)
        #expect(DeskTimes(Matters.read([matter], at: 60)).solve.going == 1)
        #expect(DeskTimes(Matters.read([matter], at: 99)).solve.ofEnded?.median == 90)
    }

    @Test func theClockOfHandlingStandsWhileTheDeskWaitsForWhoAsked() {
        let matter = Matters.made([
            (0, .opened), (0, .state(.new)), (10, .state(.waitingOnRequester)), (50, .state(.open)),
            (55, .state(.solved)), (70, .state(.open)), (90, .state(.solved)),
        ])
        let times = DeskTimes(Matters.read([matter], at: 100))
        #expect(times.handling.ofEnded?.median == 15 && times.solve.ofEnded?.median == 90)
        let waiting = DeskTimes(Matters.read([matter], at: 40)).handling
        #expect(waiting.going == 1 && waiting.ended == 0 && waiting.median?.value == nil)
    }

    @Test func aLogWithoutMessagesDoesNotSayThatNobodyAnswered() {
        let silent = Matters.made("1", [(0, .opened), (0, .state(.new)), (9, .state(.solved))])
        let asked = Matters.made("2", [(0, .opened), (0, Matters.asked(1))])
        let answered = Matters.made("3", [(0, .opened), (0, Matters.asked(2)), (3, Matters.answered(3))])
        let first = DeskTimes(Matters.read([silent, asked, answered], at: 20)).firstAnswer
        #expect(first.unknown == 1 && first.going == 1 && first.ended == 1 && first.ofEnded?.median == 3)
    }

    @Test func anExportOfHowCasesBeganDoesNotSayThatNobodyAnswered() {
        func began(_ code: String, ended: Bool = true, replies: Int? = nil) -> Case {
            let events: [(Int64, CaseEvent.What)] = [(0, .opened), (0, Matters.asked(1)), (9, .state(.solved))]
            var made = Matters.made(code, Array(events.prefix(ended ? 3 : 2)))
            made.stated.tellsOpeningAlone = true
            made.stated.replies = replies
            return made
        }
        func first(_ matter: Case) -> DurationSummary { DeskTimes(Matters.read([matter], at: 20)).firstAnswer }
        #expect(first(began("1")).unknown == 1)
        #expect(first(began("2", ended: false)).going == 1, "it waits for an answer")
        #expect(first(began("3", ended: false, replies: 6)).unknown == 1)
        #expect(first(began("4", replies: 0)).going == 1, "its source says that nobody answered")
        var told = began("5")
        told.add(CaseEvent(at: Matters.hour(3), Matters.answered(2)))
        #expect(first(told).ofEnded?.median == 3)
    }

    @Test func figuresOfNothingAreNothing() {
        let none = DeskTimes([]).solve
        #expect(none.median == nil && none.ofEnded == nil && none.ended == 0)
    }

    /// A plain count of every case by hand, the slow way.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func agreesWithAPlainCount(seed: UInt64) {
        let cases = Matters.drawn(80, seed: seed)
        let items = Matters.read(cases, at: 450)
        let solve = DeskTimes(items).solve
        var (ended, going) = ([Double](), 0)
        for matter in cases {
            guard let opened = matter.opened, opened <= Matters.hour(450) else { continue }
            var (state, since) = (CaseState.new, Int64?.none)
            for event in matter.events where event.at <= Matters.hour(450) {
                guard case .state(let next) = event.what else { continue }
                if next == .solved || next == .closed {
                    if !(state == .solved || state == .closed) { since = event.at.seconds }
                } else {
                    since = nil
                }
                state = next
            }
            if let since { ended.append(Double(since - opened.seconds) / 3_600) } else { going += 1 }
        }
        #expect(solve.ended == ended.count && solve.going == going)
        ended.sort()
        let middle = ended.count / 2
        let median = ended.count % 2 == 1 ? ended[middle] : (ended[middle - 1] + ended[middle]) / 2
        #expect(abs((solve.ofEnded?.median ?? -1) - median) < 1e-9)
    }
}
