import Calendars
import FlywheelHost
import FlywheelKit
import Testing

@testable import flywheel

@Suite struct WordsTests {
    @Test(arguments: [
        ("mia", "mia"), ("a/b-c.txt", "a/b-c.txt"), ("mia smith", "'mia smith'"), ("", "''"),
        ("o'neil", #"'o'\''neil'"#),
        ("$HOME", "'$HOME'"), ("*", "'*'"), ("東京", "'東京'"),
    ])
    func aShellReadsAWordAsItWasMeant(_ text: String, _ word: String) { #expect(text.shellWord == word) }

    @Test(arguments: [
        ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.89", "-1,234,567.89"), ("12.5", "12.5"),
    ])
    func digitsAreGroupedByThrees(_ plain: String, _ grouped: String) {
        #expect(Numbers.grouped(plain) == grouped)
    }

    @Test func moneyHasItsCurrencysDigits() throws {
        let yen = try #require(Currency("JPY"))
        let dinar = try #require(Currency("KWD"))
        #expect(Numbers.money(Money(minorUnits: 257_920, Scene.usd)) == "USD 2,579.20")
        #expect(Numbers.money(Money(minorUnits: 257_920, yen)) == "JPY 257,920")
        #expect(Numbers.money(Money(minorUnits: -1_240_500, dinar)) == "KWD -1,240.500")
    }

    @Test(arguments: [
        (343_684, "3,440"), (728_980, "7,290"), (1_234, "12.3"), (99, "0.99"), (0, "0.00"), (99_951, "1,000"),
        (12_400, "124"),
    ])
    func boundsHaveThreeSignificantDigits(_ cents: Int64, _ text: String) {
        #expect(Numbers.rough(Money(minorUnits: cents, Scene.usd)) == text)
    }

    @Test(arguments: [
        (0, "0%"), (0.004, "<1%"), (0.7, "70%"), (0.995, ">99%"), (1, "100%"), (0.01, "1%"), (0.99, "99%"),
    ])
    func sharesNeverClaimCertaintyByRounding(_ share: Double, _ text: String) {
        #expect(Numbers.percent(share) == text)
    }

    @Test(arguments: [
        (0.64, 4, "0.6400"), (1_234.5, 2, "1,234.50"), (-0.00001, 4, "0.0000"), (2.5, 0, "2"), (-1.5, 1, "-1.5"),
    ])
    func fixedNumbersKeepTheirDecimals(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(Numbers.fixed(value, decimals: decimals) == text)
    }

    /// 08:05 on Friday 20 November 2026 in Los Angeles.
    private let clock = WallClock(now: Scene.asOf, zone: Scene.losAngeles)

    @Test(arguments: [
        ("2026-11-21T01:00:00Z", "17:00"), ("2026-11-21T20:00:00Z", "Sat 21"), ("2026-11-14T20:00:00Z", "Sat 14"),
        ("2026-12-03T20:00:00Z", "3 Dec"), ("2027-12-03T20:00:00Z", "3 Dec 2027"), ("2026-11-26T20:00:00Z", "Thu 26"),
        ("2026-11-27T20:00:00Z", "27 Nov"),
    ])
    func datesAreAsShortAsTheyAreNear(_ text: String, _ short: String) throws {
        #expect(clock.short(try #require(Instant(text))) == short)
    }

    @Test func latenessIsCountedFromTheMomentLookedFrom() throws {
        #expect(clock.due(try #require(Instant("2026-11-20T13:00:00Z"))) == "late 3 h")
        #expect(clock.due(try #require(Instant("2026-11-17T13:00:00Z"))) == "late 3 d")
        #expect(clock.due(try #require(Instant("2026-11-21T01:00:00Z"))) == "17:00")
        #expect(clock.full(Scene.asOf) == "Fri 20 Nov 2026 08:05 Los Angeles")
    }

    @Test(arguments: [(59, "under 1 min"), (240, "4 min"), (111_600, "31 h"), (172_800, "2 d"), (0, "under 1 min")])
    func spansAreWholeUnits(_ seconds: Int64, _ text: String) {
        #expect(WallClock.span(seconds) == text)
    }
}
