import Calendars
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Settings
import Testing

@Suite struct ConfigurationTests {
    private func configuration(_ yaml: String) throws -> Configuration {
        try Configuration(yaml: yaml, zones: ZoneFiles())
    }

    /// 2026-11-20T12:00:00Z, a Friday.
    private let noon = Instant(seconds: 1_795_176_000)

    @Test(arguments: ["", "# nothing\n", "{}"]) func aFileThatSaysNothingLeavesEverythingAsItIs(yaml: String) throws {
        let configuration = try configuration(yaml)
        #expect(configuration.actor == nil && configuration.rotation == RotationSettings())
        #expect(configuration.policy.rules.isEmpty && configuration.policy.reviewDays == 1)
        #expect(configuration.policy.calendar.isOpen(at: noon.seconds))
        #expect(!configuration.policy.calendar.isOpen(at: noon.advanced(byDays: 1).seconds))
    }

    @Test func toldToSomebodyOfSomeAccountsItNamesNoOther() throws {
        let whole = try configuration("changes: {live: [harbor, kent], sellers: {harbor: A1, kent: A2}}\n")
        let own = whole.only(["harbor", "west"])
        #expect(own.rotation.changes.liveAccounts == ["harbor"] && own.sellers == ["harbor": "A1"])
    }

    @Test func everyKeyIsRead() throws {
        let configuration = try configuration(
            """
            actor: ann
            workflows: [stock, price]
            currency: eur
            horizonDays: 14
            feeRate: 0.15
            taxRates: {DE: 0.07, shop: 0.2}
            reviewDays: 3
            hoursToAct: {a: 4, B: 12.5}
            calendar:
              zone: Europe/Berlin
              hours: {fri: "09:00-12:00 13:00-17:00", Saturday: "10:00-24:00"}
              holidays: [2026-12-25]
            owners:
              - {owner: ben, workflow: stock, kind: out, marketplace: DE, tier: a}
              - {owner: cy}
            """)
        #expect(configuration.actor == "ann" && configuration.workflows == ["stock", "price"])
        #expect(configuration.rotation.currency?.code == "EUR" && configuration.rotation.horizonDays == 14)
        #expect(configuration.rotation.terms.feeRate == 1_500)
        #expect(configuration.rotation.terms.taxRates == ["A1PA6795UKMFR9": 700, "shop": 2_000])
        let policy = configuration.policy
        #expect(policy.reviewDays == 3 && policy.hoursToAct == [.a: 4, .b: 12.5, .c: 40])
        #expect(
            policy.rules == [
                WorkPolicy.Rule(
                    workflows: ["stock"], kinds: ["out"], marketplaces: ["A1PA6795UKMFR9"], tiers: [.a], owner: "ben"),
                WorkPolicy.Rule(owner: "cy"),
            ])
        #expect(policy.calendar.zone.identifier == "Europe/Berlin")
        #expect(!policy.calendar.isOpen(at: noon.advanced(bySeconds: -1_800).seconds), "12:30 there is lunch")
        #expect(policy.calendar.isOpen(at: noon.seconds), "noon is 13:00 there")
        #expect(!policy.calendar.isOpen(at: noon.advanced(byDays: 35).seconds), "Christmas is a Friday")
        #expect(!policy.calendar.isOpen(at: noon.advanced(byDays: 3).seconds), "a weekday left out is closed")
    }

    @Test func anUnknownKeyIsNamedWithItsLineAndItsNeighbour() {
        #expect(throws: ConfigurationError.unknownKey("curency", at: FilePlace(2, 1), nearest: "currency")) {
            try configuration("actor: ann\ncurency: EUR")
        }
        #expect(throws: ConfigurationError.unknownKey("calendar.hour", at: FilePlace(2, 3), nearest: "hours")) {
            try configuration("calendar:\n  hour: {}")
        }
        #expect(throws: ConfigurationError.unknownKey("owners.person", at: FilePlace(1, 11), nearest: nil)) {
            try configuration("owners: [{person: ann}]")
        }
    }

    @Test func aFileWithoutKeysIsRefused() {
        #expect(throws: ConfigurationError.notAMapping("the file", at: FilePlace(1, 1))) { try configuration("- ann") }
        #expect(throws: ConfigurationError.notAMapping("calendar", at: FilePlace(1, 11))) {
            try configuration("calendar: always")
        }
    }

    @Test(arguments: [
        ("currency: euros", "currency"), ("horizonDays: 0", "horizonDays"), ("horizonDays: 91", "horizonDays"),
        ("feeRate: 15", "feeRate"), ("feeRate: .nan", "feeRate"),
        ("taxRates: {DE: 19}", "taxRates.DE"), ("taxRates: {DE: 0.19, amazon.de: 0.07}", "taxRates"),
        ("reviewDays: -1", "reviewDays"),
        ("hoursToAct: {A: -1}", "hoursToAct.A"), ("hoursToAct: {A: 8, a: 9}", "hoursToAct"),
        ("calendar: {hours: {mon: \"09:00-17:00\", Monday: \"09:00-12:00\"}}", "calendar.hours"),
        ("hoursToAct: {D: 1}", "hoursToAct"),
        ("calendar: {zone: Mars/Base}", "calendar.zone"), ("calendar: {zone: ../../etc/passwd}", "calendar.zone"),
        ("calendar: {hours: {mo: \"09:00-17:00\"}}", "calendar.hours"),
        ("calendar: {hours: {mon: \"9 to 5\"}}", "calendar.hours.mon"),
        ("calendar: {hours: {mon: \"17:00-09:00\"}}", "calendar.hours.mon"),
        ("calendar: {hours: {mon: \"09:00-12:00 11:00-13:00\"}}", "calendar.hours.mon"),
        ("calendar: {hours: {mon: \"09:00-24:30\"}}", "calendar.hours.mon"),
        ("calendar: {holidays: [2026-02-30]}", "calendar.holidays"),
        ("owners: [{owner: ann, tier: hero}]", "owners.tier"), ("workflows: []", "workflows"),
    ]) func aValueThatItsKeyDoesNotTakeIsRefused(yaml: String, key: String) {
        #expect {
            try configuration(yaml)
        } throws: { error in
            guard case .value(key, _, _, _) = error as? ConfigurationError else { return false }
            return true
        }
    }

    @Test func howMuchIsJudgedBelowThresholdsIsAShare() throws {
        let told = try Configuration(yaml: "review: {share: 0.05, heroShare: 0}\n", zones: ZoneFiles())
        #expect(told.rotation.review.share == 0.05 && told.rotation.review.heroShare == 0)
        #expect(throws: ConfigurationError.self) {
            try Configuration(yaml: "review: {share: 2}\n", zones: ZoneFiles())
        }
    }

    @Test func changesAreInTestModeUnlessAnAccountIsNamed() throws {
        let silent = try Configuration(yaml: "", zones: ZoneFiles())
        #expect(silent.rotation.changes.mode(of: "north") == .test && silent.rotation.changes.pricesPerDay == 2)
        let text = "changes:\n  live: [north]\n  pricesPerDay: 1\n  sellers: {north: A1}\n"
        let told = try Configuration(yaml: text, zones: ZoneFiles())
        #expect(told.rotation.changes.mode(of: "north") == .live && told.rotation.changes.mode(of: "south") == .test)
        #expect(told.rotation.changes.pricesPerDay == 1 && told.sellers == ["north": "A1"])
        #expect(throws: ConfigurationError.unknownKey("changes.mode", at: FilePlace(2, 3), nearest: nil)) {
            try Configuration(yaml: "changes:\n  mode: live\n", zones: ZoneFiles())
        }
        #expect(throws: ConfigurationError.self) {
            try Configuration(yaml: "changes: {pricesPerDay: -1}\n", zones: ZoneFiles())
        }
    }
}
