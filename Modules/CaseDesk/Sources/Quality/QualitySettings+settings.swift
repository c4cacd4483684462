import Cases
import Settings

extension QualitySettings {
    private enum Key: String, CaseIterable {
        case repeatDays, leastShown, verification, backlogDays, causeWeeks, reviews, stakesReviews, doubleReviews,
            audits
    }

    /// Reads what a desk's report goes by; what is left out is as usual.
    init(_ node: SettingsNode) throws(ConfigurationError) {
        self.init()
        for (key, value) in try node.section(Key.self) {
            switch key {
            case .repeatDays: repeatDays = try value.count(in: 1...90)
            // Fewer than three would show two people to each other.
            case .leastShown: leastShown = try value.count(in: 3...1_000)
            case .verification: verification = Set(try value.names())
            case .backlogDays: backlogDays = try value.count(in: 1...366)
            case .causeWeeks: causeWeeks = try value.count(in: 2...104)
            case .reviews: randomReviews = try value.count(in: 0...1_000)
            case .stakesReviews: stakesReviews = try value.count(in: 0...1_000)
            case .doubleReviews: doubleReviews = try value.count(in: 0...1_000)
            case .audits: audits = try value.count(in: 0...1_000)
            }
        }
    }
}
