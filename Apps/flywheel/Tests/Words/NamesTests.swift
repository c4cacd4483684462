import FlywheelKit
import FlywheelRuntime
import Testing
import WebPages

@testable import flywheel

/// What ids are called where people read them.
@Suite struct NamesTests {
    @Test(arguments: [
        ("minimum_age_verification@2026-10-26", "minimum age verification since 2026-10-26"),
        ("main_image", "main image"), ("brand+item_name", "brand, item name"), ("late-handling", "late handling"),
        ("MISSING_IMAGE", "missing image"), ("#2", "#2"), ("8541", "8541"), ("A-12", "A-12"), ("", ""),
        ("two-sided tape", "two-sided tape"),
    ])
    func codesAreTheirWords(code: String, words: String) { #expect(code.inWords == words) }

    private let manifests = workflows.map(\.manifest)

    private func fingerprint(_ kind: String, _ about: String) -> Fingerprint {
        Fingerprint(
            workflow: "suppressions", kind: kind,
            subject: Subject(.listing, account: "northwind", marketplace: "US", code: "KN-12"), discriminator: about)
    }

    @Test func aProblemIsNamedInWordsAndKeepsItsCodeForPrograms() {
        let burst = fingerprint("search-suppressed", "main_image@2026-10-26")
        #expect(
            manifests.name(of: burst, standingFor: 3) == "hidden from search of 3: main image since 2026-10-26")
        #expect(manifests.codedName(of: burst) == "hidden from search: main_image@2026-10-26")
        #expect(manifests.title(ofKind: "was-once", in: "suppressions") == "was once")
        #expect(
            manifests.meaning(ofCause: "offer-dates", in: "suppressions")?.hasPrefix("The dates of the offer") == true)
        #expect(manifests.meaning(ofCause: "my-own", in: "suppressions") == nil)
    }

    @Test(arguments: [PageLocale.enUS, .deDE, .esES, .jaJP])
    func pagesWriteTheDayAsTheirReaderDoes(locale: PageLocale) {
        let reader = Reader(locale: locale, zone: "UTC", asOf: Scene.asOf, formToken: "")
        let told = reader.saidText(manifests.name(of: fingerprint("search-suppressed", "main_image@2026-10-26")))
        #expect(told.contains("main image") && !told.contains("2026-10-26"), "\(told)")
    }

    @Test(
        arguments: [
            (3.5, 4.25, "3.50 to 4.25 units a day"), (3.5, nil, "3.50 units a day now; how many then is not known"),
            (nil, 4.25, "4.25 units a day then; how many now is not known"),
            (nil, nil, "how many units it sells a day is not known, now or then"),
        ] as [(Double?, Double?, String)])
    func whatIsNotKnownOfAChangeIsSaidToBe(now: Double?, then: Double?, words: String) {
        let price = Money(minorUnits: 10_00, Scene.usd)
        #expect(PriceChange(from: price, to: price, unitsNow: now, unitsThen: then).unitsWords == words)
    }

    /// Until the next rotation says so itself.
    @Test func aLastDayThatHasPassedIsSaidToHave() throws {
        let order = "Order 5 units for USD 23.00, on 2026-11-22 at the latest"
        let last = try #require(Day("2026-11-22"))
        #expect(order.told(on: last) == order)
        #expect(
            order.told(on: last.advanced(by: 1)) == "Order 5 units for USD 23.00 now: the last day was 2026-11-22")
        #expect("Fix it".told(on: last) == "Fix it")
    }
}
