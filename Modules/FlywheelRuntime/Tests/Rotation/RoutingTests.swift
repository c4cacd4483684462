import Calendars
import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct RoutingTests {
    private var wheel: Wheel

    init() throws {
        wheel = Wheel(store: try store(Export.sample))
        wheel.policy.rules = [WorkPolicy.Rule(workflows: ["stock"], owner: "ann"), WorkPolicy.Rule(owner: "ben")]
    }

    private func stands(_ workflow: String, _ code: String) throws -> ExceptionRecord {
        try #require(try exception(of: workflow, on: code, in: wheel.store))
    }

    private func bench(_ name: String) throws -> Workbench {
        try Workbench(wheel.store, plan: Plan([]), actor: Actor(.person, name), now: .noon)
    }

    @Test func newExceptionsGoToWhoTheFirstRuleNames() throws {
        try wheel.turn()
        #expect(try stands("stock", "L04").owner == "ann")
        #expect(try stands("blocked", "L03").owner == "ben")
        #expect(try stands("blocked", "L03").claimedBy == nil)
    }

    @Test mutating func anEditedRuleReroutesWhatNobodyHasClaimed() throws {
        try wheel.turn()
        try bench("dan").claim(try stands("blocked", "L03").id)
        wheel.policy.rules = [WorkPolicy.Rule(workflows: ["blocked"], owner: "cy")]
        let summary = try wheel.turn()
        #expect(try stands("blocked", "L00").owner == "cy")
        #expect(try stands("blocked", "L03").responsible == "dan")
        #expect(try stands("stock", "L04").owner == nil)
        let verbs = try wheel.store.history(of: stands("blocked", "L00").id.description).map(\.event.verb)
        #expect(verbs == [.opened, .routed])
        #expect(summary.workflows.map(\.changed) == [2, 3] && summary.workflows.map(\.kept) == [1, 0])
        #expect(try stands("blocked", "L00").changed == RotationID(1), "its state and evidence are as they were")
    }

    @Test func nobodyIsGivenWhatTheyWouldNotSee() throws {
        try join("ann", disabled: .noon - 1)
        try join("ben", accounts: ["other"])
        let summary = try wheel.turn()
        #expect(try stands("stock", "L04").owner == nil && stands("blocked", "L03").owner == nil)
        let unowned = try #require(summary.unowned)
        #expect(unowned.map(\.owner) == ["ann", "ben"] && unowned.map(\.why) == [.disabled, .outOfScope])
        #expect(unowned.allSatisfy { $0.account == "acme" })
        #expect(unowned.reduce(0) { $0 + $1.count } == summary.open)
    }

    @Test func whoeverIsKeptOutKeepsWhatTheyClaimedAndRulesTakeTheRestBack() throws {
        try join("ben")
        #expect(try wheel.turn().unowned?.isEmpty == true)
        try bench("ben").claim(try stands("blocked", "L03").id)
        var ben = try #require(try wheel.store.person(named: "ben"))
        ben.disabled = .noon
        _ = try wheel.store.keep(
            ben, change: "disabled", endsSignIns: true, needing: "admin", by: .flywheel, at: .noon)
        let unowned = try wheel.turn().unowned
        #expect(try stands("blocked", "L03").owner == "ben", "a person's decision stays")
        #expect(try stands("blocked", "L00").owner == nil && unowned?.map(\.owner) == ["ben"])
    }

    /// Lets somebody in, beside an admin.
    private func join(_ name: String, accounts: [String]? = nil, disabled: Instant? = nil) throws {
        if try wheel.store.person(named: "root") == nil {
            let root = PersonRecord(name: "root", displayName: "root", role: "admin")
            _ = try wheel.store.keep(
                root, change: "added", endsSignIns: false, needing: "admin", by: .flywheel, at: .noon)
        }
        var person = PersonRecord(name: name, displayName: name, role: "operator", accounts: accounts)
        person.disabled = disabled
        _ = try wheel.store.keep(
            person, change: "added", endsSignIns: false, needing: "admin", by: .flywheel, at: .noon)
    }

    @Test func whatIsReleasedIsWhoseTheRulesSayAtOnce() throws {
        try wheel.turn()
        let id = try stands("blocked", "L03").id
        #expect(try bench("dan").claim(id).responsible == "dan")
        #expect(try bench("dan").release(id).responsible == "ben")
        try bench("dan").claim(id)
        let detail = try wheel.store.history(of: id.description).last?.event.detail
        #expect(ClaimDetail(detail ?? "")?.isRouted == true, "a rule had named who answers for it")
    }

    @Test mutating func rulesMaySpeakOfTiers() throws {
        wheel.policy.rules = Tier.allCases.map { WorkPolicy.Rule(tiers: [$0], owner: "tier \($0.rawValue)") }
        try wheel.turn()
        for entry in try wheel.queue() {
            #expect(entry.exception.owner == entry.row.tier.map { "tier \($0.rawValue)" })
        }
        #expect(try Set(wheel.queue().compactMap(\.row.tier)).count > 1)
    }

    @Test func theDueTimeIsThatOfTheTier() throws {
        try wheel.turn()
        let hours: [Tier: Double] = [.a: 8, .b: 24, .c: 40]
        for entry in try wheel.queue() {
            let tier = try #require(entry.row.tier)
            #expect(entry.exception.due == .noon + (hours[tier] ?? 0) / 24)
        }
    }

    @Test mutating func aDueTimeStaysWhenHoursChange() throws {
        try wheel.turn()
        let before = try stands("stock", "L04").due
        wheel.policy.hoursToAct = [.a: 1, .b: 1, .c: 1]
        try wheel.turn()
        #expect(try stands("stock", "L04").due == before)
    }

    /// A listing that will be blocked from a moment on.
    private func announced(from begins: Instant, at: Instant) -> Export {
        var file = Export.blocked([("L03", 40)], at: at)
        file.rows[0].cells[SuppressedListings.exemptUntil.name] = SuppressedListings.exemptUntil.of(begins).data
        return file
    }

    @Test func aDeadlineComesBeforeTheTiersHours() throws {
        try announced(from: .noon + 0.2, at: .noon - 0.1).keep(in: wheel.store)
        try wheel.turn()
        let soon = try stands("blocked", "L03")
        #expect(soon.due == .noon + 0.2 && soon.state == .predicted)
        #expect(try wheel.store.place(of: soon.id)?.row.lane == .actNow)
    }

    @Test(arguments: [false, true]) func aDeadlineThatMovesNearerMovesTheDueTime(isClaimed: Bool) throws {
        try announced(from: .noon + 30, at: .noon - 0.1).keep(in: wheel.store)
        try wheel.turn()
        if isClaimed { try bench("dan").claim(try stands("blocked", "L03").id) }
        let before = try #require(try stands("blocked", "L03").due)
        try announced(from: .noon + 0.1, at: .noon - 0.05).keep(in: wheel.store)
        try wheel.turn()
        let after = try #require(try stands("blocked", "L03").due)
        #expect(after == .noon + 0.1 && after < before)
    }
}
