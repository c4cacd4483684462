import Learning
import Settings
import Testing
import Thresholds

@testable import flywheel

/// What `loop:` of `flywheel.yaml` says of tuning.
@Suite struct LoopSettingsTests {
    @Test func whatIsLeftOutStaysAsItIs() throws {
        #expect(try LoopSettings(yaml: "currency: USD") == LoopSettings())
        let settings = try LoopSettings(yaml: "loop: {heroRecall: 0.95, hourlyCost: 60, weeks: 26}")
        #expect(settings.rules.heroRecallFloor == 0.95 && settings.hourlyCost == 60 && settings.weeks == 26)
        #expect(settings.rules.precisionFloor == 0.5 && settings.reviewMinutes == 6)
        #expect(settings.words.hasSuffix("the effect of a decision is looked at after 28 days"))
        #expect(settings.words.hasPrefix("at least 95% of tier A found, 50% of what is found real, 20 alerts at most"))
    }

    @Test(arguments: [
        ("loop: {heroRecal: 0.9}", "heroRecall"), ("loop: {heroRecall: 90}", "0 to 1"), ("loop: {weeks: 2}", "4 to 52"),
    ])
    func whatMeansNothingIsAnErrorThatSaysWhatWould(yaml: String, says: String) {
        let error = #expect(throws: ConfigurationError.self) { try LoopSettings(yaml: yaml) }
        #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
    }
}
