import FlywheelKit

/// What decides about a stage's findings on an owner's rows: about each kind its own feeds.
struct Ruling {
    /// What decides about some kinds.
    struct Part {
        /// Whether anything does.
        let gate: Gate
        /// What is read of the feeds that do.
        let inputs: [FeedInput]
        /// Whether that is no feed that the kinds are decided by, but the one they are content with.
        var standsIn = false
        /// What lacks and can be done without.
        var spared: Set<LackingFeed> = []

        fileprivate func isLike(_ other: Part) -> Bool {
            gate == other.gate && standsIn == other.standsIn && inputs.map(\.feed.key) == other.inputs.map(\.feed.key)
        }
    }

    /// Each decides about some kinds; the first about those as well that the manifest does not know.
    let parts: [Part]
    private let kinds: [FindingKind]
    private let places: [String: Int]

    fileprivate init(_ parts: [Part], of kinds: [FindingKind], places: [Int]) {
        self.parts = parts
        self.kinds = kinds
        self.places = Dictionary(zip(kinds.map(\.id), places), uniquingKeysWith: { first, _ in first })
    }

    /// The number of the part that decides about a kind.
    func place(of kind: String) -> Int { parts.count == 1 ? 0 : places[kind] ?? 0 }

    /// Whether anything is decided about a kind.
    func isOpen(for kind: String) -> Bool { parts[place(of: kind)].gate.isOpen }

    /// Whether anything is decided about any kind.
    var isOpen: Bool { asked.contains { parts[$0].gate.isOpen } }

    /// The parts that decide about kinds; the one there is of a stage that finds nothing.
    private var asked: Set<Int> { kinds.isEmpty ? [0] : Set(places.values) }

    /// For want of what nothing is decided, and about which kinds where that is not all that can be told of here. What some kinds
    /// alone wait for and can be done without is not said to lack.
    var lacking: [LackingFeed] {
        let told = asked.filter { parts[$0].gate != .withheld([]) }.sorted()
        var waiting: [(feed: LackingFeed, parts: [Int])] = []
        for place in told {
            guard case .withheld(let feeds) = parts[place].gate else { continue }
            for feed in feeds {
                if let known = waiting.firstIndex(where: { $0.feed == feed }) {
                    waiting[known].parts.append(place)
                } else {
                    waiting.append((feed, [place]))
                }
            }
        }
        return waiting.compactMap { feed, places in
            if places == told { return feed }
            if places.allSatisfy({ parts[$0].spared.contains(feed) }) { return nil }
            return feed.lacking(for: kinds.filter { places.contains(place(of: $0.id)) })
        }
    }
}

extension FeedLedger {
    /// What decides about a stage's findings for an owner.
    func ruling(of manifest: StageManifest, for owner: Owner) -> Ruling {
        struct Deciders: Hashable {
            let feeds: [FeedKey]?
            let other: FeedKey?
        }
        var parts = [part(of: nil, in: manifest, for: owner)]
        var known = [Deciders(feeds: nil, other: nil): 0]
        let places = manifest.kinds.map { kind in
            let deciders = Deciders(feeds: kind.decidedBy?.map(\.key), other: kind.elseDecidedBy?.key)
            if let place = known[deciders] { return place }
            let part = part(of: kind, in: manifest, for: owner)
            let place = parts.firstIndex { $0.isLike(part) } ?? parts.count
            if place == parts.count { parts.append(part) }
            known[deciders] = place
            return place
        }
        return Ruling(parts, of: manifest.kinds, places: places)
    }

    /// What decides about a kind: its feeds, or, where nobody ever brought any of them and they can be done without, the one that
    /// it is content with.
    ///
    /// A feed that was brought once and is stale has no stand-in: what it knew, a coupon, another feed does not.
    private func part(of kind: FindingKind?, in manifest: StageManifest, for owner: Owner) -> Ruling.Part {
        let deciding = manifest.deciding(about: kind)
        var own = Ruling.Part(gate: gate(of: deciding, for: owner), inputs: deciding)
        guard !own.gate.isOpen else { return own }
        let dispensable = deciding.map(\.feed).filter { isDispensable($0, for: owner) }
        own.spared = Set(dispensable.map { LackingFeed($0.title, daysOld: nil) })
        guard dispensable.count == deciding.count else { return own }
        let other = manifest.inputs.filter { $0.feed.key == kind?.elseDecidedBy?.key }
        let standIn = Ruling.Part(
            gate: other.isEmpty ? .withheld([]) : gate(of: other, for: owner), inputs: other, standsIn: true)
        // What no file tells here is not missing.
        let isTold = deciding.contains { $0.feed.isTold(on: owner.marketplace) }
        return isTold && !standIn.gate.isOpen ? own : standIn
    }

    /// Whether nobody ever brought a feed that can be done without: something is taken for granted meanwhile, or no file tells
    /// it where the owner sells.
    private func isDispensable(_ feed: Feed, for owner: Owner) -> Bool {
        status(of: feed, for: owner) == .missing && (!feed.withoutIt.isEmpty || !feed.isTold(on: owner.marketplace))
    }
}
