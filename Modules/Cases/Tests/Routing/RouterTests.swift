import Calendars
import Cases
import FlywheelKit
import Testing

@Suite struct RouterTests {
    /// Friday, 10:00.
    private let now = Instant(seconds: 1_795_168_800)

    private func person(_ name: String, _ change: (inout DeskPerson) -> Void = { _ in }) -> DeskPerson {
        var person = DeskPerson(name)
        change(&person)
        return person
    }

    private func rule(_ id: String, _ change: (inout RoutingRule) -> Void) -> RoutingRule {
        var rule = RoutingRule(id)
        change(&rule)
        return rule
    }

    private func router(_ rules: [RoutingRule] = [], _ people: [DeskPerson]) throws -> Router {
        Router(
            rules, people: people, calendars: ["day": try Samples.weekdays(), "late": try Samples.weekdays([17...22])])
    }

    private func matter(_ side: Side? = .buyer, _ events: [CaseEvent] = [], _ change: (inout Case) -> Void = { _ in })
        -> Case
    {
        var matter = Case(source: "test", code: "1", account: "north")
        matter.side = side
        change(&matter)
        for event in events { matter.add(event) }
        return matter
    }

    // MARK: Who can

    @Test func whatACaseNeedsIsHeldAgainstWhatPeopleKnow() throws {
        let refunds = rule("refunds") {
            $0.conditions.intents = ["refund"]
            $0.skills = ["refunds"]
            $0.group = "money"
            $0.level = 1
        }
        let router = try router(
            [refunds],
            [
                person("ann") { $0.sides = [.seller] },
                person("ben") { ($0.languages, $0.level) = (["en"], 1) },
                person("cy") { ($0.skills, $0.groups, $0.languages) = (["refunds"], ["money"], ["de"]) },
            ])
        let asked = matter(.buyer, [CaseEvent(at: now, .intents(["refund"]))]) { $0.language = "de" }
        let routing = router.route(asked, loads: [:], at: now)
        #expect(routing.person == nil && routing.isBeyondTheDesk && routing.earliest == nil)
        #expect(
            routing.passedOver.map(\.obstacles) == [
                [.sides([.buyer]), .skills(["refunds"]), .group("money"), .level(0, needed: 1)],
                [.language("de"), .skills(["refunds"]), .group("money")], [.level(0, needed: 1)],
            ])
        #expect(
            routing.why == "rule refunds; needs buyer side, language de, refunds, group money, step 1 of the ladder or"
                + " higher; nobody at the desk can")
    }

    @Test func aDisputeBetweenBothSidesGoesToSomebodyWhoKnowsBoth() throws {
        let disputes = rule("disputes") {
            $0.conditions.intents = ["a-to-z"]
            $0.sides = [.buyer, .seller]
        }
        let router = try router(
            [disputes], [person("ann") { $0.sides = [.buyer] }, person("ben") { $0.sides = [.buyer, .seller] }])
        let dispute = matter(.buyer, [CaseEvent(at: now, .intents(["a-to-z"]))])
        #expect(router.route(dispute, loads: [:], at: now).person == "ben")
        #expect(router.route(matter(), loads: ["ben": 0], at: now).person == "ann", "else by name")
    }

    @Test func theFirstRuleThatIsMeantForACaseCounts() throws {
        let first = rule("first") { $0.conditions.channels = ["email"] }
        let second = rule("second") { $0.skills = ["phone"] }
        let router = try router([first, second], [person("ann")])
        #expect(router.need(of: matter { $0.channel = "email" }).rule == "first")
        #expect(router.need(of: matter()).rule == "second")
        #expect(router.route(matter { $0.channel = "email" }, loads: [:], at: now).person == "ann")
    }

    @Test func whatIsNotKnownOfACaseMeetsNoCondition() throws {
        let german = rule("german") { $0.conditions.languages = ["de"] }
        #expect(try router([german], []).need(of: matter()).rule == nil)
    }

    @Test func aSumInACurrencyNobodyStatedIsNotTakenForLittle() throws {
        let euro = try #require(Currency("EUR"))
        let dollar = try #require(Currency("USD"))
        let high = rule("high") {
            $0.conditions.stakes = [Money(minorUnits: 50_000, euro)]
            $0.level = 1
        }
        let router = try router([high], [])
        func staked(_ amounts: Money...) -> Case {
            matter { $0.stakes = amounts.map { Stake(.refund, $0, source: "order 1") } }
        }
        #expect(router.need(of: staked(Money(minorUnits: 49_999, euro))).level == 0)
        #expect(router.need(of: staked(Money(minorUnits: 25_000, euro), Money(minorUnits: 25_000, euro))).level == 1)
        #expect(router.need(of: staked(Money(minorUnits: 1, dollar))).level == 1)
        #expect(router.need(of: staked(Money(minorUnits: .max, euro), Money(minorUnits: 1, euro))).level == 1)
        #expect(router.need(of: staked()).level == 0, "nothing hangs on it")
    }

    @Test func theGroupThatAPersonGaveACaseToGoesBeforeTheRules() throws {
        let money = rule("money") { $0.group = "money" }
        let router = try router([money], [person("ann") { $0.groups = ["legal"] }])
        let given = matter(.buyer, [CaseEvent(at: now, .group("legal"), by: .person("mia"))])
        #expect(router.route(given, loads: [:], at: now).person == "ann")
        let stated = matter(.buyer, [CaseEvent(at: now, .group("legal"))])
        #expect(router.need(of: stated).group == "money", "a group of the source's is none of the desk's")
    }

    // MARK: Who has room and is at work

    @Test func theFrontlineGoesFirstThenRoomThenWhoKnowsLeast() throws {
        let people = [
            person("ann") { $0.level = 1 },
            person("ben") { ($0.cap, $0.skills) = (10, ["refunds"]) },
            person("cy") { $0.cap = 20 },
        ]
        let router = try router([], people)
        #expect(router.route(matter(), loads: [:], at: now).person == "cy")
        #expect(router.route(matter(), loads: ["ben": 4, "cy": 9], at: now).person == "ben", "4 of 10 before 9 of 20")
        #expect(router.route(matter(), loads: ["ben": 10, "cy": 20], at: now).person == "ann")
    }

    @Test func nobodyIsGivenMoreThanTheyMayHaveAndTheCaseWaits() throws {
        let router = try router([], [person("ann") { $0.cap = 2 }])
        let routing = router.route(matter(), loads: ["ann": 2], at: now)
        #expect(routing.person == nil && !routing.isBeyondTheDesk && routing.earliest == nil)
        #expect(routing.passedOver[0].obstacles == [.full(cap: 2)])
    }

    @Test func whoIsNotAtWorkIsNotGivenACaseAndItSaysWhenTheyBegin() throws {
        let router = try router([], [person("ann") { $0.shift = "late" }, person("ben") { $0.shift = "gone" }])
        let routing = router.route(matter(), loads: [:], at: now)
        #expect(routing.person == nil && routing.earliest == now.advanced(bySeconds: 7 * 3_600))
        #expect(
            try self.router([], [person("ann") { $0.shift = "day" }]).route(matter(), loads: [:], at: now).person
                == "ann")
    }

    // MARK: When rules or people change

    @Test func whatNobodyHasInHandMovesByItselfAndWhatSomebodyHasIsAskedAbout() throws {
        let router = try router(
            [rule("skilled") { $0.skills = ["refunds"] }], [person("ann"), person("ben") { $0.skills = ["refunds"] }])
        let lying = matter()
        guard case .moves(let routing) = router.review(lying, loads: [:], at: now) else {
            Issue.record("a case that nobody has is routed")
            return
        }
        #expect(routing.person == "ben")
        let given = matter(.buyer, [CaseEvent(at: now, .owner("ann"), by: .rule("routing"))])
        #expect(!given.isClaimed)
        guard case .moves = router.review(given, loads: [:], at: now) else {
            Issue.record("what a rule gave and nobody touched moves")
            return
        }
        for hand in [Hand.person("ann"), .person("mia"), .source] {
            let taken = matter(.buyer, [CaseEvent(at: now, .owner("ann"), by: hand)])
            guard case .asks("ann", [.skills(["refunds"])], let routing) = router.review(taken, loads: [:], at: now)
            else {
                Issue.record("a claimed case is asked about")
                return
            }
            #expect(routing.person == "ben")
        }
    }

    @Test func whatARuleGaveIsClaimedOnceItsOwnerAnsweredOrMovedIt() {
        let given = CaseEvent(at: now, .owner("ann"), by: .rule("routing"))
        let later = now.advanced(bySeconds: 60)
        #expect(matter(.buyer, [given, CaseEvent(at: later, .answered)]).isClaimed)
        #expect(matter(.buyer, [given, CaseEvent(at: later, .state(.open), by: .person("ann"))]).isClaimed)
        #expect(!matter(.buyer, [given, CaseEvent(at: later, .state(.open), by: .person("mia"))]).isClaimed)
        #expect(!matter(.buyer, [given, CaseEvent(at: later, .asked)]).isClaimed)
    }

    @Test func whoCanStillWorkACaseKeepsItThoughTheyHaveNoRoomOrAreNotAtWork() throws {
        let router = try router([], [person("ann") { ($0.cap, $0.shift) = (1, "late") }, person("ben")])
        for hand in [Hand.person("ann"), .rule("routing")] {
            let taken = matter(.buyer, [CaseEvent(at: now, .owner("ann"), by: hand)])
            #expect(router.review(taken, loads: ["ann": 5], at: now) == .stays)
        }
        let solved = matter(.buyer, [CaseEvent(at: now, .state(.solved))])
        #expect(router.review(solved, loads: [:], at: now) == .stays)
    }

    @Test func aCaseOfSomebodyWhoLeftIsAskedAbout() throws {
        let left = matter(.buyer, [CaseEvent(at: now, .owner("zoe"), by: .person("zoe"))])
        guard case .asks("zoe", [], let routing) = try router([], [person("ann")]).review(left, loads: [:], at: now)
        else {
            Issue.record("expected to be asked")
            return
        }
        #expect(routing.person == "ann")
    }

    // MARK: By hand

    @Test func nobodyCanBeGivenWhatTheyAreNotAbleToDoNotEvenByAPerson() throws {
        let router = try router(
            [rule("high") { $0.level = 1 }],
            [person("ann"), person("ben") { ($0.level, $0.shift, $0.cap) = (1, "late", 1) }])
        #expect(throws: RoutingRefusal.notAble("ann", [.level(0, needed: 1)])) {
            try router.assign(matter(), to: "ann", by: .person("ann"), load: 0, at: now)
        }
        #expect(throws: RoutingRefusal.unknown("zoe")) {
            try router.assign(matter(), to: "zoe", by: .person("ann"), load: 0, at: now)
        }
        #expect(throws: RoutingRefusal.notAble("ben", [.full(cap: 1)])) {
            try router.assign(matter(), to: "ben", by: .person("mia"), load: 1, at: now)
        }
        #expect(throws: RoutingRefusal.notAble("ben", [.offShift])) {
            try router.assign(matter(), to: "ben", by: .rule("routing"), load: 0, at: now)
        }
        let event = try router.assign(matter(), to: "ben", by: .person("mia"), load: 0, at: now)
        #expect(event == CaseEvent(at: now, .owner("ben"), by: .person("mia")))
    }

    @Test func aCaseIsPassedUpToTheNextStepOnWhichSomebodyCanWorkIt() throws {
        let router = try router(
            [],
            [
                person("ann"), person("ben") { ($0.level, $0.sides) = (1, [.seller]) }, person("cy") { $0.level = 2 },
            ])
        var passed = matter(.buyer, [CaseEvent(at: now, .owner("ann"), by: .person("ann"))])
        #expect(try router.stepAbove(passed, at: now) == 2)
        passed.add(CaseEvent(at: now, .escalated(step: 2, reason: "refund-above-limit"), by: .person("ann")))
        passed.add(CaseEvent(at: now, .owner(nil), by: .person("ann")))
        #expect(router.route(passed, loads: [:], at: now).person == "cy")
        #expect(throws: RoutingRefusal.notAble("ann", [.level(0, needed: 2)])) {
            try router.assign(passed, to: "ann", by: .person("mia"), load: 0, at: now)
        }
        #expect(throws: RoutingRefusal.top(2)) { try router.stepAbove(passed, at: now) }
    }

    // MARK: What is worked next

    @Test func whatSavesMostAnHourIsWorkedNextAndUnknownWorthFollows() throws {
        let router = try router([], [person("ann")])
        func waiting(_ code: String, _ worth: Double?, due: Int64? = nil) -> WaitingCase {
            var matter = Case(source: "test", code: code, account: "north")
            matter.add(CaseEvent(at: now, .opened))
            return WaitingCase(matter, worth: worth, due: due.map(Instant.init(seconds:)))
        }
        let cases = [
            waiting("a", nil, due: 1), waiting("b", 2), waiting("c", 5, due: 9), waiting("d", 5, due: 8),
            waiting("e", nil),
        ]
        #expect(cases.sorted { $0.goes(before: $1) }.map(\.matter.code) == ["d", "c", "b", "a", "e"])
        #expect(router.next(for: router.people[0], among: cases, load: 0, at: now) == 3)
        #expect(router.next(for: router.people[0], among: cases, load: 20, at: now) == nil)
    }
}
