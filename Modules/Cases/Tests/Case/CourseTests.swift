import Cases
import FlywheelKit
import Statistics
import Testing

@Suite struct CourseTests {
    private func hour(_ hour: Int64) -> Instant { Instant(seconds: hour * 3_600) }
    private let mia = Hand.person("mia")

    private func made(_ events: [(Int64, CaseEvent.What, Hand)]) -> Case {
        var made = Case(source: "zendesk", code: "7", account: "northwind")
        for (at, what, by) in events { made.add(CaseEvent(at: hour(at), what, by: by)) }
        return made
    }

    @Test func theNewestWordOfAStateCountsTheSourcesAsWellAsTheDesks() {
        let case1 = made([(1, .state(.open), .source), (2, .state(.solved), mia), (3, .state(.open), .source)])
        #expect(case1.state == .open)
        #expect(case1.ended == nil)
        #expect(case1.course.map(\.state) == [.open, .solved, .open])
    }

    @Test func whatTheDeskPutOnHoldStaysThereWhateverItsSourceSaysAndTheDifferenceIsAConflict() {
        let held = made([
            (1, .state(.open), .source), (2, .held(until: hour(9)), mia), (2, .state(.onHold), mia),
            (3, .state(.solved), .source),
        ])
        #expect(held.state == .onHold)
        #expect(held.holdEnds == hour(9))
        #expect(held.conflicts == [CaseConflict(.state, here: "on-hold", there: "solved", since: hour(3))])
        #expect(held.woken(at: hour(8)) == held)
        let woken = held.woken(at: hour(10))
        #expect(woken.state == .solved)
        #expect(woken.course.last?.at == hour(9))
        #expect(woken.conflicts.isEmpty)
    }

    @Test func aHoldOfWhichTheSourceSaidNothingEndsOpen() {
        let held = made([
            (1, .state(.new), .source), (2, .held(until: hour(9)), mia), (2, .state(.onHold), mia),
        ])
        #expect(held.woken(at: hour(9)).state == .open)
    }

    @Test func aPersonsOwnerStandsOverALaterOneOfTheSourceUntilTheyTakeTheSources() {
        var owned = made([(1, .owner("ben"), .source), (2, .owner("mia"), mia), (3, .owner("zoe"), .source)])
        #expect(owned.owner == "mia")
        #expect(owned.conflicts == [CaseConflict(.owner, here: "mia", there: "zoe", since: hour(3))])
        owned.add(CaseEvent(at: hour(4), .took(.owner), by: mia))
        #expect(owned.owner == "zoe")
        #expect(owned.conflicts.isEmpty)
    }

    @Test func whatTheSourceSaysAgainAndWhatItSaidBeforeTheDeskIsNoConflict() {
        let same = made([(1, .owner("ben"), .source), (2, .owner("mia"), mia), (3, .owner("ben"), .source)])
        #expect(same.conflicts.isEmpty)
        let released = made([(1, .owner("ben"), .source), (2, .owner(nil), mia)])
        #expect(released.owner == nil)
    }

    @Test func anExportAddsWhatItsSourceSaysAndLeavesWhatTheDeskDid() {
        var known = made([(1, .opened, .source), (1, .state(.open), .source), (2, .owner("mia"), mia)])
        known.links = [CaseLink(.order, "302-1234567-1234567", isConfirmed: true)]
        known.channel = "email"
        var other = made([(1, .opened, .source), (5, .state(.closed), .source)])
        other.links = [CaseLink(.order, "302-1234567-1234567"), CaseLink(.listing, "OL-5")]
        known.take(other, isNewer: true)
        #expect(known.state == .closed)
        #expect(known.owner == "mia")
        #expect(known.channel == "email")
        #expect(
            known.links == [
                CaseLink(.order, "302-1234567-1234567", isConfirmed: true), CaseLink(.listing, "OL-5"),
            ])
        #expect(known.events.count == 4)
        let once = known
        known.take(other, isNewer: true)
        #expect(known == once)
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func theOrderOfExportsDoesNotMatter(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let states = CaseState.allCases
        let exports = (0..<4).map { index in
            var export = made([(1, .opened, .source)])
            // Of one moment a source says one thing.
            for at in 2...Int64(2 + index) where Bool.random(using: &random) {
                let state = states[Int((seed + UInt64(at)) % UInt64(states.count))]
                export.add(CaseEvent(at: hour(at), .state(state)))
            }
            export.category = Bool.random(using: &random) ? "topic \(index)" : nil
            return export
        }
        func taken(_ order: [Int]) -> Case {
            var newest = order[0]
            return order.dropFirst().reduce(into: exports[newest]) { known, index in
                known.take(exports[index], isNewer: index > newest)
                newest = max(newest, index)
            }
        }
        let sorted = taken([0, 1, 2, 3])
        let shuffled = taken([0, 1, 2, 3].shuffled(using: &random))
        #expect(shuffled.state == sorted.state)
        #expect(shuffled.messages.count == sorted.messages.count)
        #expect(taken([3, 2, 1, 0]).state == sorted.state)
    }

    @Test func ofAWordSaidAgainAndAgainTheFirstAndTheLastTimeAreKept() {
        var known = made([(1, .state(.open), .source)])
        for at: Int64 in [2, 3, 4, 5] { known.take(made([(at, .state(.open), .source)]), isNewer: true) }
        #expect(known.events.map(\.at) == [hour(1), hour(5)])
        // An older export that comes late says what was, not what is.
        known.take(made([(3, .state(.solved), .source)]), isNewer: false)
        #expect(known.course.map(\.state) == [.open, .solved, .open])
    }

    @Test func aMergeIsUndoneByAnUnmergeAlone() {
        var merged = made([(1, .state(.open), .source)])
        let before = merged
        merged.add(CaseEvent(at: hour(2), .merged(into: "C4"), by: mia))
        #expect(merged.mergedInto == "C4")
        merged.add(CaseEvent(at: hour(3), .unmerged(from: "C4"), by: mia))
        #expect(merged.mergedInto == nil)
        #expect(merged.state == before.state)
    }
}
