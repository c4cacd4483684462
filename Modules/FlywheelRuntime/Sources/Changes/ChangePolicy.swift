import FlywheelKit
public import FlywheelStore

/// What a host allows of changes on marketplaces.
public struct ChangePolicy: Hashable, Sendable {
    /// The accounts whose approved changes may be written; all others are in test mode.
    public var liveAccounts: Set<String>
    /// How often the price of one listing may be written in 24 hours; taking back is never held up.
    public var pricesPerDay: Int

    /// A policy; unless told otherwise every account is in test mode.
    public init(liveAccounts: Set<String> = [], pricesPerDay: Int = 2) {
        self.liveAccounts = liveAccounts
        self.pricesPerDay = pricesPerDay
    }

    /// The mode of what an account's listings are proposed.
    public func mode(of account: String) -> ChangeRecord.Mode { liveAccounts.contains(account) ? .live : .test }

    /// A change as it stands now: one that nobody decided about yet in the mode that its approval would have, whatever its
    /// account was in when it was proposed.
    public func current(_ change: ChangeRecord) -> ChangeRecord {
        var current = change
        if change.state == .proposed { current.mode = mode(of: change.subject.account) }
        return current
    }
}
