import FlywheelKit

/// One issue that many listings of an account got on one day, where its usual rate explains no such number.
///
/// Reports name the day of an issue and no hour, so the window of a burst is that day.
struct IssueBurst: Hashable, Codable, Sendable {
    /// What is counted: one issue of one account on one day.
    struct Key: Hashable, Codable, Sendable {
        let account: String
        let marketplace: String
        /// The issue's code, else its attributes or reason: never localised text.
        let name: String
        let day: Day
    }

    let key: Key
    /// The most listings that had it at once.
    let listings: Int

    /// What its findings have in common. A day that has not begun yet is no onset, as for the findings themselves.
    func group(in chunk: Chunk) -> FindingGroup {
        let onset = chunk.start(of: key.day)
        return FindingGroup(.burst, discriminator: "\(key.name)@\(key.day)", since: onset <= chunk.asOf ? onset : nil)
    }
}

extension Instant {
    /// Midnight UTC.
    init(startOf day: Day) { self.init(seconds: Int64(day.epochDays) * 86_400) }
}

extension Issue {
    /// What a burst would count it under; `nil` where it has no name in common with others, or no day.
    func burstKey(in chunk: Chunk) -> IssueBurst.Key? {
        guard let name = gravest.name, let since else { return nil }
        return IssueBurst.Key(account: chunk.account, marketplace: chunk.marketplace, name: name, day: since)
    }
}
