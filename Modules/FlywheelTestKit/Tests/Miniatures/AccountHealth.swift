import FlywheelKit

/// The feed that ``AccountHealth`` brings along: one row for each account.
enum AccountMetrics {
    private static let key = FeedKey("mini-account-metrics/1")
    static let defects = Column<Double>("order-defect-rate", in: key, unit: .share)
    static let review = Column<Instant>("next-review", in: key)
    static let feed = Feed(
        key, title: "account metrics", of: .account, shape: .snapshot, freshForDays: 2, columns: defects, review)
}

/// Scans accounts, and writes every verb.
struct AccountHealth: FlywheelStage {
    struct Evidence: Hashable, Codable, Sendable {
        var defectRate: Double
        var review: Instant?
    }

    struct Knobs: StageKnobs {
        var defectRate = 0.008
        static let tunable = [
            Knob<Knobs>("defectRate", \.defectRate, in: 0.002...0.01, looser: .lower, unit: .share)
        ]
    }

    static let atRisk = FindingKind("at-risk", title: "near deactivation", effortHours: 6, lastsDays: 30)
    static let manifest = StageManifest(
        id: "mini-accounts", title: "Account health", stability: .beta, scans: .account,
        inputs: [AccountMetrics.feed.deciding(AccountMetrics.defects, AccountMetrics.review)], kinds: [atRisk],
        rootCauses: [RootCause("late-shipping", "Orders were shipped late.")], writes: Set(Verb.allCases))

    let knobs: Knobs

    init(knobs: Knobs, model: NoModel) { self.knobs = knobs }

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>) {
        let rates = chunk[AccountMetrics.defects]
        let reviews = chunk[AccountMetrics.review]
        for row in chunk.rows {
            guard let rate = rates[row], rate >= knobs.defectRate else { continue }
            findings.report(Self.atRisk, at: row, Evidence(defectRate: rate, review: reviews[row]))
        }
    }

    func exposure(of evidence: Evidence) -> Exposure {
        Exposure(
            .dailyShare([1]), scope: .account, probability: min(1, evidence.defectRate * 20), begins: evidence.review)
    }

    func resolve(_ evidence: Evidence) -> Resolution {
        Resolution(.act(Remedy("Ship within a day", effortHours: 6, isReversible: true)))
    }

    func learn(_ outcome: Outcome<Evidence>, into record: inout TrackRecord) {
        record.count(outcome)
        if outcome.isVerified == true { record.add(1, to: "verified") }
    }

    static func tune(_ knobs: Knobs, from record: TrackRecord) -> Proposal<Knobs>? {
        guard record.total >= 20, record.precision.value < 0.5 else { return nil }
        var tighter = knobs
        tighter.defectRate = min(0.01, knobs.defectRate * 1.1)
        return Proposal(tighter, because: "precision is \(record.precision.value) over \(record.total) outcomes")
    }

    static func measure(_ record: TrackRecord) -> [Measure] {
        [Measure("verified", Double(record.sums["verified"] ?? 0), unit: .none, samples: record.total)]
    }
}
