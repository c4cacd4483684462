import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// A row of the queue with what people ask about it.
struct QueueItem {
    let row: QueueRow
    let exception: ExceptionRecord
    let terms: RiskTerms
    /// The problem in words.
    let name: String
    /// The rows of its listing that must be fixed before fixing this one helps.
    let blockedBy: [ExceptionID]
    /// The rows of its listing that wait for this one.
    let blocks: [ExceptionID]
    /// What it counts for today alone, in the price's currency; `nil` where that is not one listing with a price.
    let today: Money?
    /// How many rows that wait for work it stands for; `nil` where it stands for itself.
    var members: Int?

    /// The problem, and how many others wait for it.
    var what: String {
        name + (blocks.isEmpty ? "" : " +\(blocks.count)")
    }

    /// What it counts for.
    var atRisk: Money? { terms.atRisk.map { Money(minorUnits: $0, terms.currency) } }
}

extension QueueItem {
    /// Reads a row's terms, and its neighbours' where the listing has any.
    init(_ entry: QueueEntry, in host: Host) throws {
        row = entry.row
        exception = entry.exception
        members =
            exception.isGroup ? try host.store.members(of: exception.id).count(where: \.state.isOpen) : nil
        name = host.manifests.name(of: exception.fingerprint, standingFor: members)
        let others = try RiskTerms(bytes: entry.terms).listings.first?.neighbours ?? []
        let neighbours =
            others.isEmpty
            ? []
            : try host.store.places(on: exception.fingerprint.subject).filter { $0.exception.id != entry.exception.id }
        terms = try entry.riskTerms(among: neighbours)
        let blocking = Set(others.filter(\.blocks).map(\.fingerprint))
        let own = exception.fingerprint
        blockedBy = neighbours.map(\.exception).filter { blocking.contains($0.fingerprint) }.map(\.id).sorted()
        blocks = try neighbours.filter { neighbour in
            let terms = try RiskTerms(bytes: neighbour.terms)
            return terms.listings.flatMap(\.neighbours).contains { $0.fingerprint == own && $0.blocks }
        }.map(\.exception.id).sorted()
        today = try DailyShares(of: entry, among: neighbours)?.today
    }
}

extension [StageManifest] {
    /// The problem in words: its kind, and what it is about within its kind.
    func name(of fingerprint: Fingerprint, standingFor members: Int? = nil) -> String {
        title(of: fingerprint) + (members.map { " of \($0)" } ?? "")
            + (fingerprint.discriminator.isEmpty ? "" : ": \(fingerprint.discriminator)")
    }

    /// The kind of problem in words; its id where the workflow is not installed.
    func title(of fingerprint: Fingerprint) -> String {
        title(ofKind: fingerprint.kind, in: fingerprint.workflow)
    }

    /// A workflow's kind of problem in words; its id where the workflow is not installed.
    func title(ofKind id: String, in workflow: String) -> String {
        kind(id, in: workflow)?.title ?? id
    }

    /// The kind of problem, where its workflow is installed.
    func kind(of fingerprint: Fingerprint) -> FindingKind? {
        kind(fingerprint.kind, in: fingerprint.workflow)
    }

    private func kind(_ id: String, in workflow: String) -> FindingKind? {
        first { $0.id == workflow }?.kinds.first { $0.id == id }
    }
}
