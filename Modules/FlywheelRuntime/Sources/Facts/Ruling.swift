import FlywheelKit

/// What decides about a stage's findings on an owner's rows.
struct Ruling {
    /// Whether anything does.
    let gate: Gate
    /// What is read of the feeds that decide.
    let inputs: [FeedInput]
    /// The ids of the kinds about which these feeds cannot tell.
    let undecided: Set<String>
}

extension FeedLedger {
    /// What decides about a stage's findings for an owner: its deciding feeds, or, where nobody ever brought any of them, those
    /// that some kinds are content with.
    ///
    /// A feed that was brought once and is stale has no stand-in: what it knew, a coupon, another feed does not.
    func ruling(of manifest: StageManifest, for owner: Owner) -> Ruling {
        let deciding = manifest.inputs.filter(\.decides)
        let own = Ruling(gate: gate(of: manifest, for: owner), inputs: deciding, undecided: [])
        guard !deciding.isEmpty, deciding.allSatisfy({ status(of: $0.feed, for: owner) == .missing }) else {
            return own
        }
        let enough = Set(manifest.kinds.compactMap(\.elseDecidedBy?.key))
        var inputs: [FeedInput] = []
        var decidedAt = asOf
        for input in manifest.inputs where enough.contains(input.feed.key) {
            guard case .fresh(let at) = status(of: input.feed, for: owner) else { continue }
            inputs.append(input)
            decidedAt = min(decidedAt, at)
        }
        guard !inputs.isEmpty else { return own }
        let kinds = manifest.kinds.filter { kind in !inputs.contains { $0.feed.key == kind.elseDecidedBy?.key } }
        return Ruling(gate: .open(decidedAt), inputs: inputs, undecided: Set(kinds.map(\.id)))
    }
}
