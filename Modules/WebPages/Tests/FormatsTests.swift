import FlywheelKit
import Testing

@testable import WebPages

@Suite struct FormatsTests {
    /// Friday 20 November 2026, 08:05 in Los Angeles.
    static let asOf = Instant(seconds: 1_795_190_700)

    static func formats(_ locale: PageLocale) -> Formats {
        Formats(locale, zone: "America/Los_Angeles", asOf: asOf)
    }

    static func money(_ minorUnits: Int64, _ code: String) throws -> Money {
        Money(minorUnits: minorUnits, try #require(Currency(code)))
    }

    /// What CLDR gives; every space is a no-break one.
    @Test(arguments: [
        (PageLocale.enUS, ["$1,240.50", "€12,400.00", "¥1,240", "€900 – €1,600", "80%", "€18K"]),
        (.deDE, ["1.240,50 $", "12.400,00 €", "1.240 ¥", "900–1.600 €", "80 %", "18.400 €"]),
        (.esES, ["1240,50 US$", "12.400,00 €", "1240 JPY", "900-1600 €", "80 %", "18 mil €"]),
        (.jaJP, ["$1,240.50", "€12,400.00", "¥1,240", "€900 ～ €1,600", "80%", "€1.8万"]),
        (.esMX, ["USD 1,240.50", "EUR 12,400.00", "JPY 1,240", "EUR 900 – EUR 1,600", "80%", "18 kEUR"]),
    ])
    func figuresAreWrittenAsTheLocaleWritesThem(locale: PageLocale, expected: [String]) throws {
        let formats = Self.formats(locale)
        let written = try [
            formats.money(Self.money(124_050, "USD")), formats.money(Self.money(1_240_000, "EUR")),
            formats.money(Self.money(1_240, "JPY")),
            formats.range(Self.money(90_000, "EUR"), Self.money(160_000, "EUR")), formats.percent(0.8),
            formats.shortMoney(Self.money(1_840_000, "EUR")),
        ]
        #expect(written.map { Self.plain($0) } == expected)
        #expect(!written.contains { $0.contains(" ") }, "every space is a no-break one: \(written)")
    }

    /// With plain spaces, to be compared; the wide yen sign of Japanese is the yen sign.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{2009}" ? " " : $0 == "￥" ? "¥" : $0 })
    }

    @Test(arguments: [
        (PageLocale.enUS, "Nov 20, 2026, 8:05 AM"), (.deDE, "20.11.2026, 08:05"), (.esES, "20 nov 2026, 8:05"),
        (.jaJP, "2026/11/20 8:05"), (.enGB, "20 Nov 2026, 08:05"),
    ])
    func momentsAreWrittenAsTheLocaleWritesThem(locale: PageLocale, expected: String) {
        #expect(Self.plain(Self.formats(locale).moment(Self.asOf)) == expected)
    }

    @Test(arguments: [
        (PageLocale.enUS, "America/Los_Angeles", "PST"), (.deDE, "America/Los_Angeles", "GMT-8"), (.enUS, "UTC", "UTC"),
        (.jaJP, "no zone", "UTC"), (.deDE, "Europe/Berlin", "MEZ"),
    ])
    func theZoneOfTimesHasAName(locale: PageLocale, zone: String, expected: String) {
        #expect(Formats(locale, zone: zone, asOf: Self.asOf).zone(at: Self.asOf) == expected)
    }

    @Test(arguments: [
        (0.0, "8:05 AM"), (0.6, "10:29 PM"), (1, "Sat 21"), (6, "Thu 26"), (7, "Nov 27"), (-2, "Wed 18"),
        (60, "Jan 19, 2027"),
    ])
    func aMomentIsToldFromTheAsOfInstant(days: Double, expected: String) {
        #expect(Self.plain(Self.formats(.enUS).near(Self.asOf.advanced(byDays: days))) == expected)
    }

    @Test(arguments: [
        (PageLocale.enUS, "late 4 d"), (.deDE, "4 T. zu spät"), (.esES, "4 d de retraso"), (.jaJP, "4 日 超過"),
    ])
    func whatHasPassedIsLate(locale: PageLocale, expected: String) {
        #expect(Self.formats(locale).actBy(Self.asOf.advanced(byDays: -4)) == expected)
        #expect(Self.formats(.enUS).actBy(Self.asOf.advanced(bySeconds: -3_600)) == "late 1 h")
    }

    @Test(arguments: [
        (PageLocale.enUS, 31.0, "Dec 9 – 21"), (.deDE, 31, "9.–21. Dez."), (.jaJP, 31, "12月9日～21日"),
        (.enGB, 60, "9 Dec 2026 – 19 Jan 2027"),
    ])
    func aDateFromADistributionIsARange(locale: PageLocale, last: Double, expected: String) {
        let (low, high) = (Self.asOf.advanced(byDays: 19), Self.asOf.advanced(byDays: last))
        #expect(Self.plain(Self.formats(locale).days(low, high)) == expected)
        #expect(Self.formats(locale).days(high, low) == Self.formats(locale).days(low, high))
    }

    @Test(arguments: [
        (PageLocale.enUS, 12, "Dec 9 – 21"), (.enUS, 0, "Dec 9"), (.deDE, 0, "9. Dez."),
        (.enGB, 31, "9 Dec 2026 – 9 Jan 2027"),
    ])
    func calendarDaysAreARangeAndOneDayIsOne(locale: PageLocale, length: Int, expected: String) throws {
        let first = try #require(Day("2026-12-09"))
        #expect(Self.plain(Self.formats(locale).days(first...first.advanced(by: length))) == expected)
    }

    @Test(arguments: [
        (0.0, "0%"), (0.001, "under 1%"), (0.009, "under 1%"), (0.01, "1%"), (0.7, "70%"), (0.99, "99%"),
        (0.993, "over 99%"), (0.999, "over 99%"), (1, "100%"),
    ])
    func aShareIsNeverRoundedToNeverOrAlways(share: Double, expected: String) {
        #expect(Self.formats(.enUS).percent(share) == expected)
    }

    /// As the terminal writes them: both say the same of one figure.
    @Test func halvesGoUpAndWhatRoundsToNothingHasNoSign() {
        let formats = Self.formats(.enUS)
        #expect(formats.percent(0.125) == "13%" && formats.percent(0.0625, decimals: 1) == "6.3%")
        #expect(formats.number(-0.001, decimals: 2) == "0.00" && formats.number(-0.01, decimals: 2) == "-0.01")
    }

    @Test func aChanceHasItsFigureFirst() {
        #expect(Self.formats(.enUS).chance(0.7) == "70% (about 7 in 10)")
        #expect(Self.formats(.enUS).chance(0.02) == "2%")
    }

    @Test func centsOfAnySumAreExact() throws {
        #expect(try Self.formats(.enUS).money(Self.money(.max, "USD")) == "$92,233,720,368,547,758.07")
        #expect(try Self.formats(.enUS).money(Self.money(-1, "USD")) == "-$0.01")
    }

    @Test func twoDollarsAreToldApartByTheirCodes() throws {
        let formats = Formats(.enUS, zone: "UTC", asOf: Self.asOf, currencyName: .code)
        #expect(try Self.plain(formats.money(Self.money(124_050, "CAD"))) == "CAD 1,240.50")
    }
}
