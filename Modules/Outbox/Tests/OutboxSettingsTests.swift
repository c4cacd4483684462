import Calendars
import FlywheelStore
import Settings
import Testing

@testable import Outbox

@Suite("The configuration says what leaves the house")
struct OutboxSettingsTests {
    private func settings(_ yaml: String) throws -> OutboxSettings {
        try OutboxSettings(
            yaml: yaml, routines: ["morning", "weekly"], languages: ["en", "de", "es-MX"],
            sources: SettingsSources(zone: { _ in nil }, file: { _ in "canary-password\nmore\n" }))
    }

    @Test func everythingIsRead() throws {
        let settings = try settings(
            """
            actor: ada
            outbox:
              networks: [10.1.0.0/16, fd00::/8]
              mail:
                server: smtps://mail.example.com:465
                from: flywheel@example.com
                user: flywheel
                passwordFile: mail.password
              deliver:
                - what: morning
                  at: "08:05"
                  days: [mon, fri]
                  to: [W1, W3]
                - { what: weekly, at: "16:00", to: w2, language: es-MX }
            """)
        #expect(settings.networks == [Network("10.1.0.0/16"), Network("fd00::/8")].compactMap(\.self))
        #expect(settings.mail?.address == "smtps://mail.example.com:465")
        #expect(settings.mail?.password == "canary-password")
        #expect(
            settings.digests == [
                DigestSchedule(
                    name: "morning", second: 29_100, days: [.monday, .friday],
                    receivers: [SubscriptionID(1), SubscriptionID(3)]),
                DigestSchedule(
                    name: "weekly", second: 57_600, days: Set(Weekday.allCases), receivers: [SubscriptionID(2)],
                    language: "es-MX"),
            ])
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains("canary"))
    }

    @Test func aLanguageOfAllIsThatOfDigestsThatNameNone() throws {
        let settings = try settings(
            """
            outbox:
              language: de
              deliver:
                - { what: morning, at: "08:05", to: W1 }
                - { what: weekly, at: "16:00", to: w2, language: es-MX }
            """)
        #expect(settings.language == "de" && settings.digests.map(\.language) == ["de", "es-MX"])
    }

    @Test func nothingIsSaid() throws {
        for yaml in ["", "actor: ada\n", "outbox:\n"] {
            let settings = try settings(yaml)
            #expect(settings.networks.isEmpty && settings.mail == nil && settings.digests.isEmpty)
        }
    }

    @Test(arguments: [
        "outbox: { network: 10.0.0.0/8 }", "outbox: { networks: [10.0.0.0/40] }",
        "outbox: { mail: { server: smtp://x.y } }",
        "outbox: { mail: { server: \"https://x.y\", from: a@b.c } }",
        "outbox: { mail: { server: smtp://x.y, from: nobody } }",
        "outbox: { mail: { server: smtp://x.y, from: a@b.c, user: u } }",
        "outbox: { deliver: [{ what: nightly, at: \"08:00\", to: W1 }] }",
        "outbox: { deliver: [{ what: weekly, at: \"8:0\", to: W1 }] }",
        "outbox: { deliver: [{ what: weekly, at: \"24:00\", to: W1 }] }",
        "outbox: { deliver: [{ what: weekly, at: \"08:00\", to: X1 }] }",
        "outbox: { deliver: [{ what: weekly, at: \"08:00\", days: [someday], to: W1 }] }",
        "outbox: { deliver: [{ what: weekly, at: \"08:00\" }] }",
        "outbox: { deliver: [{ what: weekly, at: \"08:00\", to: W1, language: fr }] }", "outbox: { language: fr }",
    ])
    func whatMeansNothingIsRefused(yaml: String) {
        #expect(throws: ConfigurationError.self) { try settings(yaml) }
    }
}
