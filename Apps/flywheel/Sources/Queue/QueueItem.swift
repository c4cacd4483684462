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
    /// The problem as people read it.
    let name: String
    /// The same with the code of what it is about.
    let codedName: String
    /// The rows of its listing that must be fixed before fixing this one helps.
    let blockedBy: [ExceptionID]
    /// The rows of its listing that wait for this one.
    let blocks: [ExceptionID]
    /// What it counts for today alone, in the price's currency; `nil` where that is not one listing with a price.
    let today: Money?
    /// How many rows that wait for work it stands for; `nil` where it stands for itself.
    var members: Int?

    /// The problem as people read it, and how many others wait for it.
    var inWords: String { name + waiting }
    /// The same with codes, for programs.
    var what: String { codedName + waiting }

    private var waiting: String { blocks.isEmpty ? "" : " +\(blocks.count)" }

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
        codedName = host.manifests.codedName(of: exception.fingerprint, standingFor: members)
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
