import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct WorkTrailTests {
    /// An event a number of minutes after noon.
    private func at(
        _ minutes: Double, _ name: String?, _ verb: JournalEvent.Verb, _ detail: String = ""
    ) -> WorkEvent {
        WorkEvent(
            at: .noon + minutes / 1_440, by: name.map { Actor(.person, $0) } ?? .flywheel,
            JournalEvent(verb, "X1", detail: detail))
    }

    @Test func whatNobodyDidIsNothing() {
        let trail = WorkTrail([at(0, nil, .opened), at(5, nil, .routed), at(9, nil, .changed)])
        #expect(trail == WorkTrail([]))
        #expect(trail.touches == 0 && trail.touchSeconds == nil && trail.firstClaimed == nil && trail.claim == nil)
    }

    @Test func timeIsWhatLiesBetweenActsOfOnePersonWithinHalfAnHour() {
        let trail = WorkTrail([
            at(0, "ann", .claimed, "3 of 168, routed"), at(4, "ann", .playbookOpened, "appeal"),
            at(6, "ben", .noted), at(14, "ann", .stepDone, "1"), at(15, nil, .stepDone, "2"),
            // Half an hour and a second is a new beginning.
            at(44 + 1 / 60.0, "ann", .noted), at(50, "ann", .closed, "image"),
        ])
        #expect(trail.touches == 6)
        #expect(trail.touchSeconds == 14 * 60 + 6 * 60 - 1)
        #expect(trail.firstClaimed == .noon && trail.worker == "ann")
        #expect(trail.claim == ClaimDetail(rank: QueueRank(3, of: 168), isRouted: true))
        #expect(trail.hasOpenedPlaybook && trail.stepsAutomatic == 1)
    }

    @Test func timeOfASingleActIsUnknownUnlessSomebodySaysIt() {
        #expect(WorkTrail([at(0, "ann", .closed, "image")]).touchSeconds == nil)
        #expect(WorkTrail([at(0, "ann", .claimed), at(600, "ann", .closed, "image")]).touchSeconds == nil)
        #expect(WorkTrail([at(0, "ann", .claimed), at(5, "ann", .closed, "image, 20 min")]).touchSeconds == 1_200)
        let twice = [
            at(0, "ann", .closed, "image, 20 min"), at(9, nil, .notFixed), at(99, "ann", .closed, "image, 5 min"),
        ]
        #expect(WorkTrail(twice).touchSeconds == 1_500)
        #expect(WorkTrail(twice).notFixed == 1 && WorkTrail(twice).refuted == .noon + 9 / 1_440.0)
    }

    @Test func whatIsEnteredLateCountsWhereItWasDone() {
        let trail = WorkTrail([
            at(0, "ann", .claimed), at(2_880, "ann", .closed, "image"), at(1_440, "ann", .stepDone, "1"),
            at(1_450, "ann", .stepDone, "2"), at(1_460, "ann", .noted),
        ])
        #expect(trail.touchSeconds == 1_200 && trail.touches == 5)
    }

    @Test func whatIsJournalledTogetherIsOneAct() {
        let trail = WorkTrail([at(0, "ann", .closed, "image"), at(0, "ann", .noted), at(0, "ben", .noted)])
        #expect(trail.touches == 2)
    }

    @Test func whatWasTakenBackTookTimeAndNothingElse() {
        let trail = WorkTrail([
            at(0, "ann", .claimed, "1 of 9"), at(1, "ann", .undone, "claimed"),
            at(10, "ben", .claimed, "2 of 9"), at(11, "ben", .closed, "image, 90 min"),
            at(12, "ben", .undone, "closed"),
        ])
        #expect(trail.firstClaimed == .noon + 10 / 1_440.0 && trail.worker == "ben")
        #expect(trail.claim?.rank == QueueRank(2, of: 9))
        #expect(trail.touches == 5 && trail.touchSeconds == 3 * 60)
    }

    @Test(arguments: [
        ("3 of 168, routed", QueueRank(3, of: 168), true), ("3 of 168", QueueRank(3, of: 168), false),
        ("routed", nil, true),
    ])
    func aClaimsDetailIsReadAsItWasWritten(text: String, rank: QueueRank?, isRouted: Bool) {
        #expect(ClaimDetail(text) == ClaimDetail(rank: rank, isRouted: isRouted))
        #expect(ClaimDetail(rank: rank, isRouted: isRouted).text == text)
        #expect(ClaimDetail("") == nil)
    }

    @Test(arguments: [("missing-attribute", nil), ("image", 20)])
    func aClosesDetailIsReadAsItWasWritten(cause: String, minutes: Int?) {
        #expect(
            CloseDetail(CloseDetail(cause: cause, minutes: minutes).text) == CloseDetail(cause: cause, minutes: minutes)
        )
        #expect(CloseDetail("image, 20 hours") == CloseDetail(cause: "image"))
    }
}
