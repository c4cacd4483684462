import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import RevenueAtRisk

/// What `show` prints: why an exception stands where it stands, to the cent, and what to do about it.
struct ShowAnswer: DocumentedAnswer {
    let explanation: Explanation
    /// The installed workflows, for the names of the neighbours' kinds.
    let manifests: [StageManifest]
    /// Rows of its lane that wait for work.
    let laneCount: Int
    /// The days its amount is made of; `nil` where they are not one listing's, or a row of the listing is gone.
    let days: DailyShares?
    /// Whether the days are asked for.
    let showsNumbers: Bool
    /// Whether the steps are asked for.
    let showsPlaybook: Bool

    init(
        explanation: Explanation, manifests: [StageManifest], laneCount: Int, days: DailyShares?, showsNumbers: Bool,
        showsPlaybook: Bool
    ) {
        self.explanation = explanation
        self.manifests = manifests
        self.laneCount = laneCount
        self.days = days
        self.showsNumbers = showsNumbers
        self.showsPlaybook = showsPlaybook
    }

    /// Works out the days, and counts the lane.
    init(_ explanation: Explanation, in host: Host, numbers: Bool = false, playbook: Bool = false) throws {
        self.explanation = explanation
        manifests = host.manifests
        laneCount = try explanation.place.map { try host.store.openCounts()[$0.lane] ?? 0 } ?? 0
        days = try explanation.place.flatMap { place in
            try DailyShares(
                of: QueueEntry(row: place, exception: explanation.exception), among: explanation.neighbours)
        }
        showsNumbers = numbers
        showsPlaybook = playbook
    }

    var id: ExceptionID { explanation.exception.id }
    var fingerprint: Fingerprint { explanation.exception.fingerprint }

    let columns = [
        "listing", "unitsPerDay", "price.amount", "price.currency", "days", "centsShared", "amount.amount",
        "amount.currency", "daysTogether", "listingTotal.amount", "listingTotal.currency", "fixAloneDays",
        "avoidableDays",
    ]
    /// Into a pipe goes the text: one exception is no table.
    var pipeColumns: [String]? { nil }
    var rows: [JSON] { terms?.listings.map(\.json) ?? [] }

    /// Its terms, with what names its neighbours.
    var terms: ShownTerms? {
        explanation.terms.map { terms in
            ShownTerms(
                terms: terms,
                ids: Dictionary(
                    explanation.neighbours.map { ($0.exception.fingerprint, $0.exception.id) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The terms it stood in the queue with when it was closed.
    var termsAtClose: RiskTerms? {
        explanation.exception.termsAtClose.flatMap { try? RiskTerms(bytes: $0) }
    }

    /// The id of a neighbour; `nil` where it is not on the same listing or product, as one of a whole account.
    func id(of fingerprint: Fingerprint) -> ExceptionID? {
        explanation.neighbours.first { $0.exception.fingerprint == fingerprint }?.exception.id
    }

    /// A neighbour's own terms on a listing.
    func amount(of fingerprint: Fingerprint, on code: String) -> Money? {
        guard let entry = explanation.neighbours.first(where: { $0.exception.fingerprint == fingerprint }),
            let terms = try? entry.riskTerms()
        else { return nil }
        return terms.listings.first { $0.code == code }?.amount
    }
}
