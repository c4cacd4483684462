import Calendars
import Cases
import FlywheelKit
import Testing

@Suite struct OutreachTests {
    private let noon = Instant(seconds: 1_795_003_200)

    private func hours(_ count: Double) -> Instant { noon.advanced(byDays: count / 24) }

    // MARK: Texts

    @Test func aTextIsInThePartysLanguageOrTheOneForAll() throws {
        let template = try #require(
            OutreachTemplate(id: "late", texts: ["de": "Bestellung {order}", "": "Order {order}, {promised}"]))
        #expect(template.language(for: "de") == "de")
        #expect(template.language(for: "fr") == "")
        #expect(template.text(in: "de", filling: [.order: "302-1"]) == "Bestellung 302-1")
        #expect(template.text(in: "", filling: [.order: "302-1"]) == nil, "a field without a value is no blank")
        let onlyGerman = try #require(OutreachTemplate(id: "late", texts: ["de": "Hallo"]))
        #expect(onlyGerman.language(for: "fr") == nil)
    }

    @Test func theChanceThatWasForeseenCannotBeNamed() {
        #expect(OutreachTemplate(id: "late", texts: ["": "Late with {chance}"]) == nil)
        #expect(OutreachTemplate.unknown(in: "{order} {score} {chance") == ["score"])
        #expect(OutreachTemplate(id: "late", texts: [:]) == nil)
    }

    @Test func whatAFieldSaysIsNeverReadAgain() throws {
        let template = try #require(OutreachTemplate(id: "late", texts: ["": "{order}."]))
        #expect(template.text(in: "", filling: [.order: "{promised}"]) == "{promised}.")
    }

    // MARK: When

    private let rule = OutreachRule(
        id: "late", occasion: .lateOrder, template: "late", everyHours: 48, mostAWeek: 3)

    @Test func theFirstGoesOutAtOnceAndTheNextAfterItsHours() {
        #expect(rule.due(after: [], others: [], hours: nil, now: noon) == noon)
        #expect(rule.due(after: [hours(-10)], others: [hours(-10)], hours: nil, now: noon) == hours(38))
        #expect(rule.due(after: [hours(-50)], others: [hours(-50)], hours: nil, now: noon) == noon)
    }

    @Test func aRuleWithoutHoursWritesOnce() {
        let once = OutreachRule(id: "late", occasion: .lateOrder, template: "late")
        #expect(once.due(after: [], others: [], hours: nil, now: noon) == noon)
        #expect(once.due(after: [hours(-500)], others: [], hours: nil, now: noon) == nil)
    }

    @Test func nobodyGetsMoreThanAWeekAllows() {
        let week = [hours(-20), hours(-70), hours(-160)]
        #expect(rule.due(after: [], others: week, hours: nil, now: noon) == nil)
        #expect(rule.due(after: [], others: [hours(-20), hours(-70), hours(-169)], hours: nil, now: noon) == noon)
    }

    @Test func whatFallsIntoTheNightWaitsForTheMorning() throws {
        let day = try OpeningHours([9 * 3_600..<18 * 3_600])
        let hours = BusinessCalendar(
            zone: .utc, week: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, day) }))
        let late = Instant(seconds: noon.seconds.dayStart + 22 * 3_600)
        let due = try #require(rule.due(after: [], others: [], hours: hours, now: late))
        #expect(due.seconds == noon.seconds.dayStart + 86_400 + 9 * 3_600)
    }
}

extension Int64 {
    fileprivate var dayStart: Int64 { self / 86_400 * 86_400 }
}
