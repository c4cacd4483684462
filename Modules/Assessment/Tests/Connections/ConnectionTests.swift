import FlywheelKit
import Testing

@testable import Assessment

@Suite struct ConnectionTests {
    private let availability = "listing.availability/1"

    @Test func aConnectionIsAsStrongAsWhatWasMeasured() throws {
        var history = try GoldenHistory.at([6, 6, 6])
        func level() -> Int? { GoldenHistory.assess(history).connection("suppressions", "inventory")?.level }
        #expect(level() == 4)
        history.links[0].changedFindings = 0
        #expect(level() == 3)
        history.links[0].movedRanks = 3
        #expect(level() == 4)
        history.links[0].lagHours = 49
        #expect(level() == 2)
        history.links[0].lagHours = nil
        #expect(level() == nil)
        history.links[0].lagHours = 48
        history.links[0].read = 799
        #expect(level() == 2)
        history.links[0].read = 0
        #expect(level() == 0)
    }

    @Test func whoHasNothingToSayOfARowIsNotLessConnected() throws {
        var history = try GoldenHistory.at([6, 6, 6])
        (history.links[0].read, history.links[0].published) = (44, 44)
        #expect(GoldenHistory.assess(history).connection("suppressions", "inventory")?.level == 4)
        #expect(GoldenHistory.assess(history).connection("suppressions", "inventory")?.readShare == 1)
        history.links[0].published = 60
        #expect(GoldenHistory.assess(history).connection("suppressions", "inventory")?.level == 2)
        (history.links[0].read, history.links[0].published) = (0, 0)
        #expect(GoldenHistory.assess(history).connection("suppressions", "inventory")?.level == nil)
    }

    @Test func onlyAMeasuredGainIsFedBack() throws {
        var history = try GoldenHistory.at([6, 6, 6])
        var decision = Decision(
            id: 9, kind: .handoff, workflow: 1, subject: "suppressions->inventory",
            at: history.until.advanced(byDays: -50), review: history.until.advanced(byDays: -20))
        history.decisions.append(decision)
        func level() -> Int? { GoldenHistory.assess(history).connection("suppressions", "inventory")?.level }
        #expect(level() == 4)
        decision.effect = .inconclusive
        history.decisions[history.decisions.count - 1] = decision
        #expect(level() == 4)
        decision.effect = .better
        history.decisions[history.decisions.count - 1] = decision
        #expect(level() == 5)
    }

    @Test(arguments: [0, 1]) func cuttingOneSignalLowersThatEdgeAndNoOther(_ cut: Int) throws {
        var history = try GoldenHistory.at([6, 6, 6])
        let before = GoldenHistory.assess(history).connections
        (history.links[cut].read, history.links[cut].changedFindings) = (0, 0)
        let after = GoldenHistory.assess(history).connections
        let ends = history.links[cut]
        for (old, new) in zip(before, after) {
            let isCut =
                old.from == history.workflows[ends.from].id && old.to == history.workflows[ends.to].id
            if isCut { #expect((new.level ?? 9) < (old.level ?? 0)) } else { #expect(new == old) }
        }
    }

    @Test func whatWasNotMeasuredIsNotKnown() throws {
        var history = try GoldenHistory.at([6, 6, 6], links: false)
        let missing = try #require(GoldenHistory.assess(history).connection("suppressions", "inventory"))
        #expect(missing.level == nil)
        #expect(missing.sentence == "not measured yet: listing.availability/1")
        history.links = [GoldenHistory.link(0, 1, availability)]
        history.links[0].at = history.until.advanced(byDays: -36)
        let stale = try #require(GoldenHistory.assess(history).connection("suppressions", "inventory"))
        #expect(stale.level == nil)
        #expect(stale.sentence == "stale: listing.availability/1 was measured 36 days ago")
        history.links[0].at = history.until
        history.links[0].rows = 19
        history.links[0].read = 19
        #expect(GoldenHistory.assess(history).connection("suppressions", "inventory")?.level == nil)
    }

    @Test func twoThatShareNoSignalAreApartUnlessPeopleCarryItOver() throws {
        var history = try GoldenHistory.at([6, 6, 6])
        func connection() -> AssessmentDocument.Connection? {
            GoldenHistory.assess(history).connection("suppressions", "pricing")
        }
        #expect(connection()?.level == 0)
        #expect(connection()?.sentence == "no signal between them")
        // Ten problems of pricing come two days after one of suppressions on the same subject.
        for number in 0..<10 {
            let place = 60 + number
            history.problems[place].subject = history.problems[number].subject
            history.problems[place].detected = history.problems[number].detected.advanced(byDays: 2)
        }
        #expect(connection()?.level == 1)
        #expect(connection()?.linked == 10)
        #expect(connection()?.evidence.last?.ids.first == "X61")
        for number in 0..<10 { history.problems[60 + number].claimed = nil }
        #expect(connection()?.level == 0)
        history.problems.removeLast(15)
        #expect(connection()?.level == nil)
        #expect(connection()?.sentence == "5 more problems of Pricing needed")
    }

    @Test func whatFollowsByChanceIsNoConnection() throws {
        var history = try GoldenHistory.at([6, 6], count: 300)
        // Five subjects have so many problems of both that one always follows the other.
        for place in history.problems.indices { history.problems[place].subject = place % 5 }
        let connection = try #require(GoldenHistory.assess(history).connection("inventory", "suppressions"))
        #expect(connection.linked > 100)
        #expect(connection.level == 0)
    }

    @Test func anOlderMeasurementGivesWayToANewerOne() throws {
        var history = try GoldenHistory.at([6, 6, 6])
        var newer = GoldenHistory.link(0, 1, availability)
        (newer.read, newer.at) = (0, history.until)
        history.links.insert(newer, at: 0)
        #expect(GoldenHistory.assess(history).connection("suppressions", "inventory")?.level == 0)
    }
}
