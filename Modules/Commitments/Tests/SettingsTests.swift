import Settings
import Testing

@testable import Commitments

@Suite struct SettingsTests {
    private func read(_ yaml: String) throws -> CommitmentSettings {
        try CommitmentSettings(yaml: yaml, names: Scene.names)
    }

    @Test func withoutASectionNothingIsPublicOrPromised() throws {
        let settings = try read("currency: USD\n")
        #expect(settings == CommitmentSettings() && !settings.isPublic && settings.levels.isEmpty)
    }

    @Test func everyKeyIsRead() throws {
        let settings = try read(Scene.yaml)
        #expect(settings.isPublic && settings.title == "Northwind status" && settings.accounts == ["acme"])
        #expect(settings.address == "https://status.northwind.example/")
        #expect(settings.components.map(\.id) == ["orders", "labels"] && settings.components[1].since == nil)
        let answers = ServiceLevel(
            id: "answers", title: "We answer", measure: .clock("first-response", promise: "sellers"), target: 9_000,
            window: .calendarMonth, least: 20)
        let up = ServiceLevel(
            id: "orders-up", title: "Orders come in", measure: .uptime(component: "orders", from: .partial),
            target: 9_900, window: .rolling28Days, least: 7)
        #expect(settings.levels == [answers, up])
    }

    @Test(arguments: [
        ("{publik: true}", "did you mean \"public\"?"),
        ("{public: maybe}", "expected one of false, true"),
        ("{address: \"ftp://x\"}", "expected an address such as https://status.example/"),
        ("{updateMinutes: 1}", "expected a whole number from 5 to 1440"),
        ("{components: [{id: \"A b\"}]}", "expected a word of a-z"),
        ("{components: [{id: a}, {id: a}]}", "expected each id once"),
        ("{components: [{id: a, since: soon}]}", "expected a day such as 2026-10-01"),
        ("{levels: [{id: a, title: A, target: 0.9}]}", "expected a clock or a component"),
        ("{levels: [{id: a, title: A, clock: resolution, component: b, target: 0.9}]}", "expected one of them"),
        ("{levels: [{id: a, title: A, clock: resolutions, target: 0.9}]}", "did you mean \"resolution\"?"),
        ("{levels: [{id: a, title: A, clock: resolution, promise: seller, target: 1}]}", "did you mean \"sellers\"?"),
        ("{levels: [{id: a, title: A, clock: resolution, target: 95}]}", "expected a share from 0 to 1"),
        ("{levels: [{id: a, title: A, clock: resolution, target: 0.99999}]}", "at most four decimals"),
        ("{levels: [{id: a, title: A, clock: resolution}]}", "expected a target in each level"),
        ("{components: [{id: b}], levels: [{id: a, title: A, component: b, target: 0.9}]}", "says since when"),
        ("{levels: [{id: a, title: A, clock: resolution, severity: major, target: 1}]}", "no severity beside a clock"),
    ])
    func whatMeansNothingIsRefusedWithWhatWasExpected(yaml: String, expected: String) {
        let error = #expect(throws: ConfigurationError.self) { try read("commitments: \(yaml)\n") }
        #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
    }
}
