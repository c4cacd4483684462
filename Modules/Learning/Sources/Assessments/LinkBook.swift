public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore

/// What a store keeps of what workflows do for each other: of each pair and signal the newest measurement.
public struct LinkBook: Sendable {
    private let store: any LearningStore

    /// The book of a store.
    public init(_ store: any LearningStore) { self.store = store }

    /// Whether every pair of a plan was measured at a moment or later.
    public func isMeasured(_ plan: Plan, at moment: Instant) throws -> Bool {
        let measured = Set(try store.loopRecords(.link).filter { $0.at >= moment }.map(\.key))
        let manifests = plan.stages.map(\.manifest)
        return manifests.allSatisfy { reader in
            reader.reads.allSatisfy { signal in
                manifests.filter { $0.publishes.contains(signal) && $0.id != reader.id }.allSatisfy {
                    measured.contains("\($0.id) \(reader.id) \(signal.text)")
                }
            }
        }
    }

    /// Keeps measurements, each in the place of an older one of the same pair and signal.
    public func keep(_ links: [MeasuredLink], by actor: Actor, at moment: Instant) throws {
        let kept = Dictionary(
            try store.loopRecords(.link).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var records: [LoopRecord] = []
        for link in links {
            let body = LinkBody(link)
            if var record = kept[body.key] {
                guard record.at < link.at else { continue }
                (record.at, record.by, record.body) = (link.at, actor.name, try body.json)
                records.append(record)
            } else {
                records.append(
                    LoopRecord(
                        .link, number: try store.reserve(1, of: .link), key: body.key, workflow: link.to,
                        state: "measured", at: link.at, by: actor.name, body: try body.json))
            }
        }
        if !records.isEmpty { try store.keep(records, by: actor, at: moment) }
    }
}

extension LinkBody {
    /// What is kept of a measurement: findings that only the signal keeps away are changed by it as well.
    public init(_ link: MeasuredLink) {
        self.init(
            from: link.from, to: link.to, signal: link.signal.text, rows: link.rows, read: link.read,
            findings: link.findings + link.new, changedFindings: link.gone + link.different + link.new,
            movedRanks: link.moved,
            lagHours: link.lagHours)
        published = link.published
    }
}
