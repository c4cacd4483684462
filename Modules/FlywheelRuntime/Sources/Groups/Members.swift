import FlywheelKit
import FlywheelStore

/// What a rotation made of the exceptions that one other stands for, or is to stand for.
struct Members {
    /// As they are from now on: those that are not final, and those that end in this rotation.
    private(set) var all: [ExceptionRecord] = []
    /// Which of them are new to the group.
    private(set) var joining: [Swept.Place] = []
    /// What the group is, as its stage says; `nil` while it says nothing of it.
    private(set) var sighted: SightedGroup?
    /// The best tier among those that wait for work.
    private(set) var tier: Tier?

    /// Why one of them is withdrawn in this rotation.
    private(set) var reason: WithdrawalReason?
    /// The first rotation that had ended one that returns in this one.
    private(set) var returnedSince: RotationID?

    var open: [ExceptionRecord] { all.filter(\.state.isOpen) }
    /// The open one whose fingerprint comes first.
    var example: ExceptionRecord? { open.min { $0.fingerprint.text < $1.fingerprint.text } }
    var verifying: Int { all.count { $0.state == .verifying } }

    mutating func add(_ change: Change, at place: Swept.Place, tier: Tier?, isNew: Bool) {
        all.append(change.exception)
        reason = reason ?? change.reason
        if change.returnedTo != nil, case .changed(let before, _) = change.kind {
            returnedSince = returnedSince.map { min($0, before.changed) } ?? before.changed
        }
        if isNew { joining.append(place) }
        if let group = change.group { sighted = sighted.map { $0.merged(with: group) } ?? group }
        guard change.exception.state.isOpen, let tier else { return }
        self.tier = self.tier.map { min($0, tier) } ?? tier
    }

    /// What the whole claims: nothing of its own, and the hurry of the most urgent member.
    var exposure: Exposure {
        let exposures = open.map(\.exposure)
        // What has begun for one member has begun for the group.
        let begins = exposures.map(\.begins)
        return Exposure(
            .nothing, scope: .account, probability: exposures.map(\.probability).max() ?? 1,
            begins: begins.contains(nil) ? nil : begins.compactMap(\.self).min(),
            deadline: exposures.compactMap(\.deadline).min(), fixTakesDays: exposures.map(\.fixTakesDays).max() ?? 0)
    }
}

/// A group as a sighting names it: behind one reference, since few sightings name any.
final class SightedGroup: Sendable {
    let fingerprint: Fingerprint
    let onset: Instant?

    init(fingerprint: Fingerprint, onset: Instant?) {
        self.fingerprint = fingerprint
        self.onset = onset
    }

    fileprivate func merged(with other: SightedGroup) -> SightedGroup {
        SightedGroup(fingerprint: fingerprint, onset: [onset, other.onset].compactMap(\.self).min())
    }
}
