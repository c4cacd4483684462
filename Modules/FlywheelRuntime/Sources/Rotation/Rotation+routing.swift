import FlywheelKit
import FlywheelStore
import Synchronization

extension Rotation {
    /// Gives what is open its due time, and what nobody claimed or was given by hand the owner that the rules name now. What they
    /// give somebody who would not see it stays with nobody: what a rule says next is for other work.
    ///
    /// - Returns: what stays with nobody so, by owner and account.
    func route(_ swept: inout Swept, tiers: SweptTiers, roster: Roster, asOf: Instant) -> [Roster.Unowned] {
        let due = DueTimes(policy: policy, asOf: asOf)
        let groupTiers = swept.groupTiers
        let orphanTiers = swept.orphanTiers(by: tiers)
        let stakedTiers = swept.stakedTiers(by: tiers)
        let unowned = Mutex<[Roster.Unowned: Int]>([:])
        swept.decide { change, place in
            guard change.exception.state.isOpen else { return }
            let fingerprint = change.exception.fingerprint
            let tier =
                place.flatMap(tiers.tier) ?? groupTiers[fingerprint] ?? orphanTiers[fingerprint.subject]
                ?? change.exception.stakedListing.flatMap { stakedTiers[$0] }
            if change.exception.claimedBy == nil, change.exception.assignedBy == nil {
                var owner = policy.owner(of: fingerprint, tier: tier)?.name
                let account = fingerprint.subject.account
                if let name = owner, let why = roster.obstacle(for: name, account: account) {
                    unowned.withLock { $0[.init(owner: name, account: account, why: why, count: 0), default: 0] += 1 }
                    owner = nil
                }
                change.set(\.owner, to: owner)
            }
            change.set(\.due, to: due.due(change, tier: tier))
        }
        return unowned.withLock { $0 }.map { found, count in
            Roster.Unowned(owner: found.owner, account: found.account, why: found.why, count: count)
        }.sorted { ($0.owner, $0.account) < ($1.owner, $1.account) }
    }
}
