import Calendars
import Cases
import FlywheelKit

/// The people of the simulated desk: ten, in two shifts, of whom four know buyers, four sellers and two both.
struct Crew {
    let router: Router
    let people: [DeskPerson]
    /// Hours they work in a week together.
    let weeklyHours: Double

    init() throws(OpeningHoursError) {
        let early = try OpeningHours([6 * 3_600..<14 * 3_600])
        let late = try OpeningHours([14 * 3_600..<22 * 3_600])
        func week(_ hours: OpeningHours) -> BusinessCalendar {
            BusinessCalendar(
                zone: .utc, week: Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, hours) }))
        }
        people = (0..<10).map { number in
            var person = DeskPerson("p\(number)")
            person.sides = number < 4 ? [.buyer] : number < 8 ? [.seller] : [.buyer, .seller]
            person.languages = number % 4 < 2 || number >= 8 ? ["en", "de"] : ["en"]
            person.skills = number < 4 ? ["refunds"] : number < 8 ? ["listings"] : ["refunds", "listings", "claims"]
            person.shift = number % 2 == 0 ? "early" : "late"
            person.level = number >= 8 || number == 4 || number == 5 ? 1 : 0
            return person
        }
        router = Router(Self.rules, people: people, calendars: ["early": week(early), "late": week(late)])
        weeklyHours = Double(people.count) * 40
    }

    private static var rules: [RoutingRule] {
        func rule(_ intent: String, _ change: (inout RoutingRule) -> Void) -> RoutingRule {
            var rule = RoutingRule(intent)
            rule.conditions.intents = [intent]
            change(&rule)
            return rule
        }
        return [
            rule("refund") { $0.skills = ["refunds"] },
            rule("claim") { ($0.skills, $0.sides) = (["claims"], [.buyer, .seller]) },
            rule("suppressed") { $0.skills = ["listings"] },
            rule("account") { $0.level = 1 },
        ]
    }
}
