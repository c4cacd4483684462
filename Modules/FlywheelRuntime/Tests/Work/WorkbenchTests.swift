import Dispatch
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Synchronization
import Testing

@testable import FlywheelRuntime

@Suite struct WorkbenchTests {
    private let store = MemoryStore()
    private let plan: Plan

    init() throws { plan = try Plan([InstalledStage(BlockedStage.self)]) }

    private func bench(_ name: String, at now: Instant = .noon) -> Workbench {
        Workbench(store, plan: plan, actor: Actor(.person, name), now: now)
    }

    /// One open exception in the store.
    private func opened(_ state: ExceptionRecord.State = .active, _ exposure: Exposure = .everything) throws
        -> ExceptionID
    {
        let currency = try #require(Currency("USD"))
        let rotation = try store.beginRotation(asOf: .noon - 1, currency: currency)
        var exception = try ExceptionRecord.sample(.blocked("A"), state, exposure: exposure)
        exception.id = try store.reserveExceptions(1)
        try store.stage([exception], for: rotation)
        try store.publish(Turn(RotationRecord(id: rotation, asOf: .noon - 1, currency: currency, summary: "")))
        return exception.id
    }

    private func verbs(of id: ExceptionID) throws -> [JournalEvent.Verb] {
        try store.history(of: id.description).map(\.event.verb)
    }

    @Test func aClaimNamesItsHolderAndItsTime() throws {
        let id = try opened()
        let claimed = try bench("ann").claim(id)
        #expect(
            claimed.claimedBy == "ann" && claimed.responsible == "ann" && claimed.claimed == .noon
                && claimed.version == 2)
        #expect(try store.exception(id) == claimed)
        #expect(try store.history(of: id.description).map(\.actor) == [Actor(.person, "ann")])
    }

    @Test func claimingOnesOwnAgainChangesNothing() throws {
        let id = try opened()
        let first = try bench("ann").claim(id)
        #expect(try bench("ann", at: .noon + 1).claim(id) == first)
        #expect(try verbs(of: id) == [.claimed])
    }

    @Test func whatSomebodyHasNobodyElseCanClaimReleaseOrClose() throws {
        let id = try opened()
        try bench("ann").claim(id)
        let refused = WorkError.claimedBy(id, "ann", at: .noon)
        #expect(throws: refused) { try bench("ben").claim(id) }
        #expect(throws: refused) { try bench("ben").release(id) }
        #expect(throws: refused) { try bench("ben").close(id, rootCause: "policy") }
        #expect(try verbs(of: id) == [.claimed])
    }

    @Test func ofEightWhoClaimAtOnceOneWins() throws {
        let id = try opened()
        let winners = Mutex<[Int]>([])
        let losers = Mutex<[WorkError]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { person in
            do throws(WorkError) {
                try bench("person \(person)").claim(id)
                winners.withLock { $0.append(person) }
            } catch { losers.withLock { $0.append(error) } }
        }
        let winner = try #require(winners.withLock { $0.first })
        #expect(winners.withLock(\.count) == 1)
        #expect(losers.withLock { $0 } == Array(repeating: .claimedBy(id, "person \(winner)", at: .noon), count: 7))
        #expect(try store.exception(id)?.claimedBy == "person \(winner)")
        #expect(try verbs(of: id) == [.claimed])
    }

    @Test func noWorkIsDoneBeforeTheProblemWasSeen() throws {
        let id = try opened()
        let detected = try #require(try store.exception(id)?.detected)
        let early = bench("ann", at: detected - 1)
        let refused = WorkError.tooEarly(id, detected)
        #expect(throws: refused) { try early.claim(id) }
        #expect(throws: refused) { try early.release(id) }
        #expect(throws: refused) { try early.close(id, rootCause: "policy") }
        #expect(throws: refused) { try early.reopen(id) }
        #expect(try verbs(of: id) == [])
        #expect(try bench("ann", at: detected).claim(id).claimed == detected)
    }

    @Test func whatIsReleasedIsFreeAgain() throws {
        let id = try opened()
        try bench("ann").claim(id)
        let free = try bench("ann").release(id)
        #expect(free.claimedBy == nil && free.owner == nil)
        #expect(throws: WorkError.notClaimed(id)) { try bench("ann").release(id) }
        #expect(try bench("ben").claim(id).claimedBy == "ben")
    }

    // MARK: Closing

    @Test func aCloseNamesWhoWhenAndWhy() throws {
        let id = try opened()
        let closed = try bench("ann").close(id, rootCause: "Policy", note: "appealed")
        #expect(closed.state == .verifying && closed.closed == .noon && closed.closedBy == "ann")
        #expect(closed.rootCause == "policy")
        let events = try store.history(of: id.description).map(\.event)
        #expect(events.map(\.verb) == [.closed, .noted])
        #expect(events.map(\.state) == ["verifying", ""])
        #expect(events[0].detail == "policy")
        #expect(!events[1].detail.contains("appealed"), "the journal never holds what the note says")
        #expect(try store.notes(on: id).map(\.text) == ["appealed"])
    }

    @Test(arguments: [nil, ""]) func aCloseWithoutACauseIsRefused(cause: String?) throws {
        let id = try opened()
        #expect(throws: WorkError.causeMissing(id, BlockedStage.manifest.rootCauses)) {
            try bench("ann").close(id, rootCause: cause)
        }
        #expect(throws: WorkError.causeMissing(id, BlockedStage.manifest.rootCauses)) {
            try bench("ann").close(id, rootCause: cause, newCause: true)
        }
        #expect(try store.exception(id)?.state == .active)
    }

    @Test func aCauseOutsideTheTaxonomyHasToBeMeant() throws {
        let id = try opened()
        #expect(throws: WorkError.causeUnknown(id, "polcy", BlockedStage.manifest.rootCauses)) {
            try bench("ann").close(id, rootCause: "polcy")
        }
        #expect(try bench("ann").close(id, rootCause: "weather", newCause: true).rootCause == "weather")
    }

    @Test(arguments: ["supplier strike", "lieferstreik!", "später", String(repeating: "a", count: 41)])
    func aNewCauseIsAWord(cause: String) throws {
        let id = try opened()
        #expect(throws: WorkError.causeNoWord(id, cause)) {
            try bench("ann").close(id, rootCause: cause, newCause: true)
        }
        #expect(try store.exception(id)?.state == .active)
    }

    @Test(arguments: [ExceptionRecord.State.verifying, .verified, .unverified, .cleared, .lapsed])
    func whatDoesNotWaitForWorkCannotBeClaimedOrClosed(state: ExceptionRecord.State) throws {
        let id = try opened(state)
        #expect(throws: WorkError.notOpen(id, state)) { try bench("ann").claim(id) }
        #expect(throws: WorkError.notOpen(id, state)) { try bench("ann").close(id, rootCause: "policy") }
    }

    @Test(arguments: [ExceptionRecord.State.predicted, .active, .notFixed])
    func everythingOpenCanBeClosed(state: ExceptionRecord.State) throws {
        #expect(try bench("ann").close(try opened(state), rootCause: "policy").state == .verifying)
    }

    @Test func aCloseCanBeTakenBack() throws {
        let id = try opened()
        try bench("ann").claim(id)
        try bench("ann").close(id, rootCause: "policy", note: "appealed")
        let open = try bench("ann").reopen(id)
        #expect(open.state == .active && open.claimedBy == "ann")
        #expect(open.closed == nil && open.closedBy == nil && open.rootCause == nil)
        #expect(throws: WorkError.notReopenable(id, .active)) { try bench("ann").reopen(id) }
    }

    @Test func aPredictionWhoseCloseIsTakenBackIsStillAPrediction() throws {
        let id = try opened(.predicted, .predicted)
        try bench("ann").close(id, rootCause: "policy")
        #expect(try bench("ann").reopen(id).state == .predicted)
    }

    @Test func whatDoesNotExistIsUnknown() {
        #expect(throws: WorkError.unknown(ExceptionID(9))) { try bench("ann").claim(ExceptionID(9)) }
    }

    @Test func theCausesAreThoseOfTheWorkflow() throws {
        #expect(bench("ann").causes(of: try .sample()).map(\.id) == ["policy"])
        let other = Fingerprint(workflow: "gone", kind: "x", subject: Fingerprint.blocked("A").subject)
        #expect(bench("ann").causes(of: try .sample(other)).isEmpty)
    }

    @Test func everyChangeIsSealed() throws {
        let id = try opened()
        try bench("ann").claim(id)
        try bench("ann").close(id, rootCause: "policy")
        try bench("ann").reopen(id)
        #expect(try store.journalFaults().isEmpty)
        #expect(try store.journalLength() == 4)
    }
}
