/// One thing a person may be let do; what a door asks for before it opens.
public enum Right: String, Hashable, Sendable, Codable, CaseIterable {
    /// Look at the queue, exceptions, listings, imports, metrics, decisions and assessments.
    case look
    /// Claim, release, snooze, note, close and reopen exceptions.
    case work
    /// Read what people wrote in cases, answer them, and carry their disputes on. Personal data stands behind this one.
    case answer
    /// Bring files in, decide about quarantined ones, and turn the wheel.
    case supply
    /// Decide about thresholds, proposals, changes, causes, in disputes, and who takes over what another has claimed.
    case decide
    /// Say something in public: incidents, maintenance, service levels.
    case publish
    /// Change how the host works: routing, calendars, promises, subscriptions, mail.
    case settle
    /// Let people in and keep them out, and read who did what.
    case administer
}
