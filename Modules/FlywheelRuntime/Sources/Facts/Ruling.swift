import FlywheelKit

/// What decides about a stage's findings on an owner's rows.
struct Ruling {
    /// Whether anything does.
    let gate: Gate
    /// What is read of the feeds that decide.
    let inputs: [FeedInput]
    /// The ids of the kinds about which these feeds cannot tell.
    var undecided: Set<String> = []
    /// Whether these are no feeds that the stage decides by, but those that some kinds are content with.
    var standsIn = false
}

extension FeedLedger {
    /// What decides about a stage's findings for an owner: its deciding feeds, or, where nobody ever brought any of them and they
    /// can be done without, those that some kinds are content with.
    ///
    /// A feed that was brought once and is stale has no stand-in: what it knew, a coupon, another feed does not.
    func ruling(of manifest: StageManifest, for owner: Owner) -> Ruling {
        let deciding = manifest.inputs.filter(\.decides)
        let own = Ruling(gate: gate(of: deciding, for: owner), inputs: deciding)
        guard !deciding.isEmpty, deciding.allSatisfy({ isDispensable($0.feed, for: owner) }) else { return own }
        let enough = Set(manifest.kinds.compactMap(\.elseDecidedBy?.key))
        let standIns = manifest.inputs.filter { enough.contains($0.feed.key) }
        let fresh = standIns.filter { if case .open = gate(of: [$0], for: owner) { true } else { false } }
        guard !fresh.isEmpty else {
            let isTold = deciding.contains { $0.feed.isTold(on: owner.marketplace) }
            return isTold
                ? own : Ruling(gate: standIns.isEmpty ? .withheld([]) : gate(of: standIns, for: owner), inputs: [])
        }
        let kinds = manifest.kinds.filter { kind in !fresh.contains { $0.feed.key == kind.elseDecidedBy?.key } }
        return Ruling(
            gate: gate(of: fresh, for: owner), inputs: fresh, undecided: Set(kinds.map(\.id)), standsIn: true)
    }

    /// Whether nobody ever brought a feed that can be done without: something is taken for granted meanwhile, or no file tells
    /// it where the owner sells.
    private func isDispensable(_ feed: Feed, for owner: Owner) -> Bool {
        status(of: feed, for: owner) == .missing && (!feed.withoutIt.isEmpty || !feed.isTold(on: owner.marketplace))
    }
}
