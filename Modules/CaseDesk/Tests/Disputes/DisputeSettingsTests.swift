import CaseDesk
import Cases
import FlywheelKit
import Settings
import Testing

@Suite struct DisputeSettingsTests {
    private func settings(_ yaml: String) throws -> DeskSettings {
        try DeskSettings(yaml: "cases:\n" + yaml, sources: SettingsSources { _ in nil })
    }

    @Test func nobodyMayDecideWhereNobodySaid() throws {
        let settings = try settings("  side: platform")
        #expect(settings.side == .platform && settings.rights.rights.isEmpty)
    }

    @Test func theMatrixIsReadAndNamedByWhatItSays() throws {
        let one = try settings("  rights: [{role: frontline, type: [refund, hold], upTo: {EUR: 50, JPY: 5000}}]").rights
        #expect(one.rights.map(\.type) == [.refund, .hold])
        let yen = Money(minorUnits: 5_000, try #require(Currency("JPY")))
        #expect(one.rights.first?.upTo?.contains(yen) == true)
        let other = try settings("  rights: [{role: frontline, type: [refund, hold], upTo: any}]").rights
        #expect(other.rights.first?.upTo == nil && one.version != other.version)
        let again = try settings("  rights: [{role: frontline, type: [hold, refund], upTo: {JPY: 5000, EUR: 50}}]")
            .rights
        #expect(again.version == one.version)
    }

    @Test(arguments: [
        "  rights: [{role: boss, type: refund, upTo: any}]", "  rights: [{role: frontline, type: refund}]",
        "  rights: [{role: frontline, type: gift, upTo: any}]",
        "  rights: [{role: frontline, type: refund, upTo: all}]",
        "  rights: [{role: frontline, type: refund, upTo: {EUR: -1}}]", "  rights: [{role: frontline, upTo: any}]",
        "  disputes: [{platform: amazon}]", "  disputes: [{kind: chargeback, negotiation: {days: 3}}]",
        "  disputes: [{kind: chargeback, response: {days: 0}}]", "  disputes: [{kind: escrow, appeal: {within: 3}}]",
        "  disputes: [{kind: chargeback, response: {atDeadline: stands}}]",
        "  disputes: [{kind: chargeback, respons: {days: 3}}]",
    ])
    func whatCannotBeMeantIsRefused(yaml: String) {
        #expect(throws: ConfigurationError.self) { try settings(yaml) }
    }

    @Test func aPlatformsOwnTimeLimitsGoBeforeTheStandardOnes() throws {
        let rules = try settings(
            """
              disputes:
                - {kind: chargeback, platform: amazon, response: {days: 11}, appeal: {within: 5, evidence: optional}}
            """
        ).disputes
        let amazon = try #require(rules.rules(for: .chargeback, platform: "amazon"))
        #expect(amazon.rules(of: .response)?.days == 11 && amazon.rules(of: .response)?.atDeadline == .upheld)
        #expect(amazon.appeal?.days == 5 && amazon.appeal?.needsEvidence == false && amazon.version == 2)
        #expect(rules.rules(for: .chargeback, platform: "")?.rules(of: .response)?.days == 7)
    }
}
