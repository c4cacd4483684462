import Calendars
import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct WorkPolicyTests {
    private func owner(_ rules: [WorkPolicy.Rule], tier: Tier? = .a) -> String? {
        WorkPolicy(rules: rules, calendar: .alwaysOpen).owner(of: .blocked("A"), tier: tier).map {
            "\($0.name) \($0.rule)"
        }
    }

    @Test func theFirstRuleThatMatchesDecides() {
        #expect(
            owner([
                WorkPolicy.Rule(workflows: ["stock"], owner: "ann"),
                WorkPolicy.Rule(workflows: ["blocked"], owner: "ben"), WorkPolicy.Rule(owner: "cy"),
            ])
                == "ben 2")
    }

    @Test func everyConditionMustHold() {
        let holds = WorkPolicy.Rule(
            workflows: ["blocked", "stock"], kinds: ["blocked"], marketplaces: ["ATVPDKIKX0DER"], tiers: [.a],
            owner: "ann")
        #expect(owner([holds]) == "ann 1")
        var other = holds
        other.kinds = ["out"]
        #expect(owner([other]) == nil)
        other = holds
        other.marketplaces = ["A1F83G8C2ARO7P"]
        #expect(owner([other]) == nil)
        #expect(owner([holds], tier: .b) == nil)
    }

    @Test func aConditionOnTheTierDoesNotHoldWhereItIsUnknown() {
        #expect(
            owner([WorkPolicy.Rule(tiers: [.a, .b, .c], owner: "ann"), WorkPolicy.Rule(owner: "ben")], tier: nil)
                == "ben 2")
    }

    @Test func aRuleMaySpeakOfAccounts() {
        #expect(
            owner([
                WorkPolicy.Rule(accounts: ["other"], owner: "ann"), WorkPolicy.Rule(accounts: ["acme"], owner: "ben"),
            ])
                == "ben 2")
    }

    @Test func aRuleBehindAWiderOneIsIdle() {
        func idle(_ rules: WorkPolicy.Rule...) -> [String] {
            WorkPolicy(rules: rules, calendar: .alwaysOpen).idleRules.map { "\($0.rule) \($0.behind)" }
        }
        let north = WorkPolicy.Rule(accounts: ["north"], owner: "ann")
        let heroes = WorkPolicy.Rule(accounts: ["north"], tiers: [.a], owner: "ben")
        #expect(idle(heroes, north, WorkPolicy.Rule(owner: "cy")).isEmpty)
        #expect(idle(north, heroes) == ["2 1"])
        #expect(idle(WorkPolicy.Rule(owner: "cy"), north, heroes) == ["2 1", "3 1"])
        #expect(
            idle(north, WorkPolicy.Rule(workflows: ["stock"], owner: "ben")).isEmpty,
            "each matches what the other does not")
    }

    @Test func rulesWithoutAccountsHaveTheHashesTheyHad() {
        let rules = [WorkPolicy.Rule(workflows: ["stock"], tiers: [.a], owner: "ann"), WorkPolicy.Rule(owner: "ben")]
        let hash = WorkPolicy(rules: rules, calendar: .alwaysOpen).hashes["routing"]
        #expect(hash == SHA.hexadecimal(of: "stock;;;A;ann\n;;;;ben"))
        var other = rules
        other[1].accounts = ["north"]
        #expect(WorkPolicy(rules: other, calendar: .alwaysOpen).hashes["routing"] != hash)
    }

    @Test func noRuleNoOwner() {
        #expect(owner([]) == nil)
    }

    // MARK: Due

    /// Monday to Friday from 9 to 17; noon is a Friday.
    private var office: WorkPolicy {
        get throws {
            let hours = try OpeningHours([9 * 3_600..<17 * 3_600])
            let week: [Weekday: OpeningHours] = [
                .monday: hours, .tuesday: hours, .wednesday: hours, .thursday: hours, .friday: hours,
            ]
            return WorkPolicy(calendar: BusinessCalendar(zone: .utc, week: week))
        }
    }

    @Test func whatPeopleOweRunsOnBusinessTime() throws {
        let policy = try office
        #expect(policy.due(detected: .noon, tier: .a) == .noon + 3, "five hours on Friday, three on Monday")
        #expect(policy.due(detected: .noon, tier: .b) == .noon + 5)
        #expect(policy.due(detected: .noon, tier: .c) == .noon + 7)
        #expect(policy.due(detected: .noon, tier: nil) == .noon + 7, "the unplaced have the least's time")
    }

    private func due(_ policy: WorkPolicy, deadline: Instant?) throws -> Instant? {
        let exception = try ExceptionRecord.sample(
            .blocked("A"), .predicted, exposure: Exposure(.nothing, deadline: deadline), detected: .noon)
        return DueTimes(policy: policy, asOf: .noon).due(.opened(exception), tier: .a)
    }

    @Test func aDeadlineBeforeThatCountsAndOneAfterDoesNot() throws {
        #expect(try due(office, deadline: .noon + 1) == .noon + 1)
        #expect(try due(office, deadline: .noon + 9) == .noon + 3)
    }

    @Test func aDeadlineThatHadPassedLeavesNoTime() throws {
        #expect(try due(office, deadline: .noon - 1) == .noon)
    }

    @Test func aDeskThatNeverOpensHasOnlyDeadlines() throws {
        let closed = WorkPolicy(calendar: BusinessCalendar(zone: .utc, week: [:]))
        #expect(try due(closed, deadline: nil) == nil)
        #expect(try due(closed, deadline: .noon + 1) == .noon + 1)
    }

    @Test func aTierWithoutHoursHasOnlyDeadlines() throws {
        var policy = try office
        policy.hoursToAct[.a] = nil
        #expect(policy.due(detected: .noon, tier: .a) == nil)
    }

    // MARK: Noticing

    @Test func everyPartOfAPolicyIsInItsHashes() throws {
        let before = try office
        func changed(_ change: (inout WorkPolicy) throws -> Void) throws -> Set<String> {
            var after = before
            try change(&after)
            return Set(before.hashes.filter { after.hashes[$0.key] != $0.value }.keys)
        }
        #expect(try changed { _ in }.isEmpty)
        #expect(try changed { $0.rules = [WorkPolicy.Rule(owner: "ann")] } == ["routing"])
        #expect(try changed { $0.hoursToAct[.a] = 4 } == ["rule"])
        #expect(try changed { $0.reviewDays = 2 } == ["rule"])
        let hours = try OpeningHours([9 * 3_600..<17 * 3_600])
        let week = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours) })
        #expect(try changed { $0.calendar = BusinessCalendar(zone: .utc, week: week) } == ["rule.calendar"])
        let noon = CivilDate(daysSinceEpoch: Instant.noon.utcDay.epochDays)
        let holiday = BusinessCalendar(zone: .utc, week: week, holidays: [noon: .closed])
        #expect(BusinessCalendar(zone: .utc, week: week).description != holiday.description)
    }
}
