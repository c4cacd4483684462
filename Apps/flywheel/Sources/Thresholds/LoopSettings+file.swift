import Learning
import Settings
import Thresholds

/// What `flywheel.yaml` says of the loop that tunes thresholds.
extension LoopSettings {
    private enum Key: String, CaseIterable { case loop }

    private enum Section: String, CaseIterable {
        /// Weeks of the past that values are tried on.
        case weeks
        /// What it costs to look at a finding.
        case reviewMinutes, hourlyCost
        case hoursPerDay
        /// Days until a decision's effect is looked at.
        case reviewDays
        /// What a threshold must hold, whatever it gains.
        case heroRecall, precision, alertsPerDay
    }

    /// Reads the text of a configuration file, whose other sections are for others; what it leaves out stays as it is.
    init(yaml: String) throws {
        self.init()
        let entries = try SettingsNode(yaml: yaml)?.entries() ?? []
        guard let section = try entries.first(where: { $0.key == Key.loop.rawValue })?.value.section(Section.self)
        else { return }
        if let node = section[.weeks] { weeks = try node.count(in: 4...52) }
        if let node = section[.reviewMinutes] { reviewMinutes = try node.number(in: 0...480) }
        if let node = section[.hourlyCost] { hourlyCost = try node.number(in: 0...100_000) }
        if let node = section[.hoursPerDay] { hoursPerDay = try node.number(in: 1...24) }
        if let node = section[.reviewDays] { reviewDays = try node.number(in: 7...365) }
        if let node = section[.heroRecall] { rules.heroRecallFloor = try node.number(in: 0...1) }
        if let node = section[.precision] { rules.precisionFloor = try node.number(in: 0...1) }
        if let node = section[.alertsPerDay] { rules.alertsPerOperatorDay = try node.number(in: 1...10_000) }
    }

    /// What a change of a threshold goes by, in a sentence.
    var words: String {
        "at least \(Numbers.percent(rules.heroRecallFloor)) of tier A found, \(Numbers.percent(rules.precisionFloor)) of what is"
            + " found real, \(rules.alertsPerOperatorDay.plain) alerts at most for a day of \(hoursPerDay.plain) hours;"
            + " a look takes \(reviewMinutes.plain) minutes at \(hourlyCost.plain) an hour, tried on \(weeks) weeks;"
            + " the effect of a decision is looked at after \(reviewDays.plain) days"
    }
}
