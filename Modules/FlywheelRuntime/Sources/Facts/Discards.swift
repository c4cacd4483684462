import FlywheelKit
import FlywheelStore

/// What a turn knows of files that somebody discarded: kept in its summary for the next one.
struct Discards: Hashable, Sendable, Codable {
    /// All discarded files, by id.
    let known: [ImportID]
    /// What they misled, as far as it could not be judged anew yet, in one order.
    var misled: [MisledTurns]
}

extension Discards {
    /// What a turn knows that follows the last one.
    ///
    /// - Parameter knownAt: the moment by which imports had to be known to the last turn, where one was stated.
    init(_ imports: [ImportRecord], after last: RotationRecord?, in plan: Plan, of store: any Store, knownAt: Instant?)
        throws
    {
        known = imports.filter { $0.state == .discarded }.map(\.id)
        // Which files an older version of the program knew as discarded it did not say.
        guard let last, let summary = try RotationSummary(of: last), let before = summary.discards else {
            misled = []
            return
        }
        let discarded = Set(known).subtracting(before.known)
        let new = imports.filter { discarded.contains($0.id) && $0.id <= summary.lastImport ?? ImportID(0) }
        guard !new.isEmpty else {
            misled = before.misled
            return
        }
        let turns = try KnowingTurns(of: store, downTo: new[0].id)
        let standing = imports.filter { $0.state == .kept && $0.id <= summary.lastImport ?? ImportID(0) }
        var found: [MisledTurns] = []
        for record in new {
            guard let first = try turns.first(counting: record, in: store),
                let feed = plan.feeds.first(where: { $0.key.text == record.draft.feed })
            else { continue }
            let owner = FeedLedger.Owner(account: record.draft.account, marketplace: record.draft.marketplace)
            var kept = record
            kept.state = .kept
            // Where files that count took its place since, what followed from it was judged by them.
            let ledger = FeedLedger(standing + [kept], asOf: last.asOf, knownAt: knownAt)
            guard ledger.sources(of: feed, for: owner).contains(where: { $0.id == record.id }) else { continue }
            found += plan.workflows(dependingOn: feed.key).map {
                MisledTurns(
                    workflow: $0, account: owner.account, marketplace: owner.marketplace, first: first, last: last.id)
            }
        }
        // Of several files at once the turns of the oldest hold those of the others.
        let whole = Dictionary(grouping: found) { [$0.workflow, $0.account, $0.marketplace] }.compactMap { _, turns in
            turns.min { $0.first < $1.first }
        }
        misled = Set(before.misled + whole).sorted {
            ($0.workflow, $0.account, $0.marketplace, $0.last, $0.first)
                < ($1.workflow, $1.account, $1.marketplace, $1.last, $1.first)
        }
    }
}

extension Discards {
    /// What the next turn has to know: what this one could not judge, and nothing of workflows that take no part any more.
    func left(by swept: Swept, _ plan: Plan, _ ledger: FeedLedger) -> Discards {
        var left = self
        left.misled = misled.filter { turns in
            guard let stage = plan.stages.first(where: { $0.manifest.id == turns.workflow }) else { return false }
            return !ledger.ruling(of: stage.manifest, for: turns.owner).isOpen
                || swept.turns.contains { $0.unsettled.contains(turns) }
        }
        return left
    }
}

/// The newest turns, as far back as they knew an import, newest first.
private struct KnowingTurns {
    private var turns: [(id: RotationID, asOf: Instant, lastImport: ImportID)] = []

    init(of store: any Store, downTo oldest: ImportID) throws {
        for record in try store.rotations().reversed() {
            guard let lastImport = try RotationSummary(of: record)?.lastImport, lastImport >= oldest else { return }
            turns.append((record.id, record.asOf, lastImport))
        }
    }

    /// The first of them for which a file counted, that was discarded since; `nil` where it never did.
    func first(counting record: ImportRecord, in store: any Store) throws -> RotationID? {
        let history = try store.history(of: record.id.description)
        let came = history.last { $0.event.verb == .importKept || $0.event.verb == .importAccepted }
        guard let came else { return nil }
        return turns.prefix {
            $0.lastImport >= record.id && (came.event.verb == .importKept || $0.asOf >= came.at)
        }.last?.id
    }
}

extension Plan {
    /// The workflows whose findings may hang on a feed, in running order: those that read it, and those that read what these
    /// publish.
    func workflows(dependingOn feed: FeedKey) -> [String] {
        var (workflows, published): ([String], Set<SignalKey>) = ([], [])
        for manifest in stages.map(\.manifest)
        where manifest.inputs.contains(where: { $0.feed.key == feed }) || !published.isDisjoint(with: manifest.reads) {
            workflows.append(manifest.id)
            published.formUnion(manifest.publishes)
        }
        return workflows
    }
}
