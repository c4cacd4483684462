import FlywheelKit
import Testing

@testable import Assessment

@Suite struct RoadmapTests {
    /// Suppressions at level 5 beside Inventory at level 3, and a signal between them that hardly arrives.
    private func seed(read: Int = 300) throws -> WorkHistory {
        var history = try GoldenHistory.at([5, 3, 0], count: 40)
        history.problems.removeAll { $0.workflow == 2 }
        history.links = [GoldenHistory.link(0, 1, "listing.availability/1")]
        (history.links[0].read, history.links[0].changedFindings) = (read, 0)
        return history
    }

    @Test(arguments: [0, 300]) func aStrongWorkflowBesideAWeakOneIsStalledAndTheirConnectionIsNext(_ read: Int) throws {
        let document = GoldenHistory.assess(try seed(read: read))
        #expect(document.workflow("suppressions")?.level == 5)
        #expect(document.workflow("inventory")?.level == 3)
        #expect(document.path.isStalled)
        #expect(document.path.sentence.hasPrefix("stalled: Suppressions at 5 Software feeds Inventory at 3 Process"))
        #expect(document.path.weakest == "suppressions->inventory")
        let next = try #require(document.roadmap.first)
        #expect(next.title == "Let Inventory act on what Suppressions finds")
        #expect(next.kind == .connection)
        #expect(next.to == 3)
    }

    /// A connection at level 0, and one at 3 whose signal changed nothing; one at 4 that no decision rests on.
    @Test(arguments: [(0, 0), (990, 0), (990, 50)]) func adviceNamesTheTwoThatAreConnected(
        read: Int, changed: Int
    ) throws {
        var history = try seed(read: read)
        history.links[0].changedFindings = changed
        let steps = GoldenHistory.assess(history).roadmap.filter { $0.kind == .connection }.flatMap(\.steps)
        #expect(!steps.isEmpty)
        for step in steps { #expect(step.firstMatch(of: #/\b(FROM|TO|PAIR)\b/#) == nil, "\(step)") }
    }

    @Test func onceTheyAreConnectedTheWeakerOneIsNext() throws {
        var history = try seed(read: 990)
        history.links[0].changedFindings = 50
        let document = GoldenHistory.assess(history)
        #expect(document.path.isStalled)
        #expect(document.path.weakest == "inventory")
        #expect(document.path.strength == 2)
        #expect(document.roadmap.first?.title == "Bring Inventory to 4 Automation")
    }

    @Test func theWholeIsAsStrongAsItsWeakestLinkAndNotTheMean() throws {
        let document = GoldenHistory.assess(try GoldenHistory.at([6, 6, 2]))
        #expect(document.path.strength == 1)
        #expect(document.path.weakest == "pricing")
        let equal = GoldenHistory.assess(try GoldenHistory.at([6, 6, 6]))
        #expect(equal.path.strength == 4)
        #expect(!equal.path.isStalled)
        #expect(equal.path.weakest == "inventory->pricing")
    }

    @Test func whatCannotBeToldIsNamedAndCountsAsNothing() throws {
        let document = GoldenHistory.assess(try seed())
        #expect(
            document.path.unknown
                == ["pricing", "inventory->pricing", "suppressions->pricing"].filter {
                    document.path.unknown.contains($0)
                })
        #expect(document.path.unknown.contains("pricing"))
        #expect(!document.roadmap.contains { $0.subject.contains("pricing") })
        let nothing = GoldenHistory.assess(try GoldenHistory.empty())
        #expect(nothing.path.strength == nil)
        #expect(nothing.path.weakest == nil)
        #expect(nothing.roadmap == [])
        #expect(nothing.path.worth.amount == nil)
    }

    /// Ten problems of inventory follow, each EUR 90.00 at risk in 30 days and open for 10 days: EUR 30.00 of cost, so
    /// 300.00 in 91 days, of which 70 % was not read: 300.00 x 0.7 x 30 / 91 = 69.23.
    @Test func aConnectionIsWorthWhatFollowedWhileNobodyReadIt() throws {
        var history = try seed()
        for number in 0..<10 {
            let place = 40 + number
            let detected = history.problems[number].detected.advanced(byDays: 3)
            history.problems[place].subject = history.problems[number].subject
            history.problems[place].detected = detected
            history.problems[place].ended = detected.advanced(byDays: 10)
            history.problems[place].due = detected.advanced(byDays: 11)
            history.problems[place].atRiskAtOpen = 9_000
        }
        let worth = GoldenHistory.assess(history).path.worth
        #expect(worth.amount == 6_923)
        #expect(worth.p10 == 6_923)
        #expect(worth.evidence.ids.first == "X41")
        #expect(worth.grade == "low")
        for number in 0..<10 { history.problems[40 + number].atRiskAtOpen = Int64(2_000 + number * 1_400) }
        let spread = GoldenHistory.assess(history).path.worth
        #expect((spread.p10 ?? 0) < (spread.amount ?? 0))
        #expect((spread.p90 ?? 0) > (spread.amount ?? 0))
        for number in 0..<6 { history.problems[40 + number].atRiskAtOpen = nil }
        #expect(GoldenHistory.assess(history).path.worth.amount == nil)
        #expect(
            GoldenHistory.assess(history).path.worth.basis == "not known: 4 problems with an amount, 5 needed")
    }

    /// Twenty of forty problems are over six days late, each EUR 30.00 at risk in 30 days: lasting 9 days and not 1, each
    /// cost 3,000 x 8 / 30 = EUR 8.00 more, together 160.00 in 91 days, 52.75 in 30.
    @Test func aLevelIsWorthWhatProblemsThatFailedItCostBeyondTheOthers() throws {
        var history = try GoldenHistory.at([6], count: 40, links: false)
        for place in 0..<20 {
            history.problems[place].claimed = history.problems[place].detected.advanced(byDays: 0.5)
            history.problems[place].ended = history.problems[place].detected.advanced(byDays: 9)
        }
        let next = try #require(GoldenHistory.assess(history).roadmap.first)
        #expect(next.title == "Bring Suppressions to 3 Process")
        #expect(next.worth.amount == 5_275)
        #expect(!next.worth.isUpperBound)
        for place in 0..<20 {
            history.problems[place].ended = history.problems[place].detected.advanced(byDays: 1)
            history.problems[place].due = history.problems[place].detected.advanced(byDays: 0.8)
        }
        let alike = try #require(GoldenHistory.assess(history).roadmap.first)
        #expect(alike.worth.basis == "not known: problems that failed 3.3 did not last longer, by more than chance")
    }

    @Test func investmentsStandFromTheWeakestUp() throws {
        let document = GoldenHistory.assess(try GoldenHistory.at([5, 3, 2]))
        let strengths = document.roadmap.map(\.strength)
        #expect(strengths == strengths.sorted())
        #expect(document.roadmap.allSatisfy { !$0.steps.isEmpty && $0.effortHours > 0 })
    }
}
