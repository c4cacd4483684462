import Settings
import Testing

@testable import flywheel

@Suite struct ServeSettingsTests {
    @Test func flagsWinOverTheEnvironmentAndThatOverTheConfiguration() throws {
        let yaml = "serve: {port: 1, host: a, rotateMinutes: 5}"
        let environment = ["FLYWHEEL_PORT": "2", "FLYWHEEL_HOST": "b"]
        let settings = try ServeSettings(yaml: yaml, environment: environment, flags: [.port: "3"])
        #expect((settings.port.value, settings.port.origin) == (3, "--port"))
        #expect((settings.host.value, settings.host.origin) == ("b", "$FLYWHEEL_HOST"))
        #expect((settings.rotateMinutes.value, settings.rotateMinutes.origin) == (5, "configuration"))
        #expect(settings.watch.value == nil)
    }

    @Test func relativeFoldersStartBesideTheConfiguration() throws {
        let settings = try ServeSettings(yaml: "serve: {watch: in}", folder: "/srv/flywheel", environment: [:])
        #expect(settings.watch.value == "/srv/flywheel/in")
    }

    @Test func unknownKeysAreRefusedWithTheNearest() {
        #expect(throws: ConfigurationError.unknownKey("serve.prot", at: FilePlace(1, 9), nearest: "port")) {
            try ServeSettings(yaml: "serve: {prot: 1}", environment: [:])
        }
    }

    @Test(arguments: [
        ("FLYWHEEL_PORT", "70000"), ("FLYWHEEL_ROTATE_MINUTES", "0"), ("FLYWHEEL_ADDRESS", "example.com"),
    ])
    func valuesThatAreNotWhatTheirNamesTakeAreRefused(variable: String, text: String) {
        #expect(throws: ConfigurationError.self) { try ServeSettings(yaml: nil, environment: [variable: text]) }
    }

    @Test func cookiesAreKeptToTLSWhereTheAddressIsBehindIt() throws {
        let secure = try ServeSettings(yaml: nil, environment: ["FLYWHEEL_ADDRESS": "https://flywheel.example.com"])
        #expect(secure.isSecure)
        #expect(try !ServeSettings(yaml: nil, environment: [:]).isSecure)
    }
}
