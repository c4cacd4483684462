import Calendars
import Cases
import FlywheelKit
import Testing

/// What must hold of every case, whoever is at the desk.
@Suite struct RouterPropertyTests {
    private let now = Instant(seconds: 1_795_168_800)
    private let skills = ["refunds", "claims", "listings"]

    private func desk(_ random: inout SeededGenerator) throws -> Router {
        let rules = (0..<3).map { number in
            var rule = RoutingRule("r\(number)")
            if number < 2 { rule.conditions.sides = Set(Side.allCases.shuffled(using: &random).prefix(1)) }
            rule.skills = Set(skills.shuffled(using: &random).prefix(.random(in: 0...2, using: &random)))
            rule.level = .random(in: 0...2, using: &random)
            rule.sides = Bool.random(using: &random) ? [] : [.buyer, .seller]
            return rule
        }
        let people = (0..<12).map { number in
            var person = DeskPerson("p\(number)")
            person.sides = Set(Side.allCases.shuffled(using: &random).prefix(.random(in: 0...3, using: &random)))
            person.languages = Set(
                ["en", "de", "ja"].shuffled(using: &random).prefix(.random(in: 0...3, using: &random)))
            person.skills = Set(skills.shuffled(using: &random).prefix(.random(in: 0...3, using: &random)))
            person.cap = .random(in: 0...4, using: &random)
            person.level = .random(in: 0...2, using: &random)
            person.shift = ["day", "late", nil].randomElement(using: &random) ?? nil
            return person
        }
        return Router(
            rules, people: people, calendars: ["day": try Samples.weekdays(), "late": try Samples.weekdays([17...22])])
    }

    private func matter(_ number: Int, _ random: inout SeededGenerator) -> Case {
        var matter = Case(source: "test", code: "\(number)", account: "north")
        matter.side = Side.allCases.randomElement(using: &random)
        matter.language = ["en", "de", "ja", nil].randomElement(using: &random) ?? nil
        if Bool.random(using: &random) {
            matter.add(CaseEvent(at: now, .escalated(step: .random(in: 0...2, using: &random), reason: "x")))
        }
        return matter
    }

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func nobodyIsGivenWhatTheyCannotDoOrMoreThanTheyMayHaveOrAfterHours(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let router = try desk(&random)
        var loads: [String: Int] = [:]
        for number in 0..<60 {
            let matter = matter(number, &random)
            let routing = router.route(matter, loads: loads, at: now)
            let rule = router.rules.first { $0.conditions.hold(for: matter) }
            // Who could take it, by the plain words of the promise and without the router's own checks.
            let able = router.people.filter { person in
                var sides = rule?.sides ?? []
                if let side = matter.side { sides.insert(side) }
                return (person.sides.isEmpty || sides.isSubset(of: person.sides))
                    && (person.languages.isEmpty || matter.language == nil
                        || person.languages.contains(matter.language ?? ""))
                    && (rule?.skills ?? []).isSubset(of: person.skills)
                    && person.level >= max(rule?.level ?? 0, matter.step)
                    && (loads[person.name] ?? 0) < person.cap && person.shift != "late"
            }
            #expect((routing.person == nil) == able.isEmpty, "a case waits only where nobody can take it")
            #expect(routing.passedOver.count == router.people.count - able.count)
            guard let person = able.first(where: { $0.name == routing.person }) else {
                #expect(routing.person == nil)
                continue
            }
            #expect(person.level == able.map(\.level).min())
            loads[person.name, default: 0] += 1
            #expect((loads[person.name] ?? 0) <= person.cap)
        }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func aSecondLookMovesNothingThatTheFirstOneGave(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let router = try desk(&random)
        for number in 0..<40 {
            var matter = matter(number, &random)
            guard let person = router.route(matter, loads: [:], at: now).person else { continue }
            matter.add(try router.assign(matter, to: person, by: .rule("routing"), load: 0, at: now))
            #expect(router.review(matter, loads: [person: 99], at: now) == .stays)
        }
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func theOrderOfWorkIsOneOrder(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let cases = (0..<40).map { number in
            WaitingCase(
                Case(source: "test", code: "\(number)", account: "north"),
                worth: [nil, 1, 2, 3].randomElement(using: &random) ?? nil,
                due: [nil, 10, 20].randomElement(using: &random).flatMap { $0 }.map(Instant.init(seconds:)))
        }
        let order = cases.sorted { $0.goes(before: $1) }
        #expect(order == cases.shuffled(using: &random).sorted { $0.goes(before: $1) })
        for (first, second) in zip(order, order.dropFirst()) { #expect(!second.goes(before: first)) }
    }
}
