import FlywheelKit

/// What a stage says of a chunk, and how much of it counts by the files that decide: the one rule of it, for what a turn opens
/// and ends as for what is looked at beside.
struct StageSight {
    let stage: PreparedStage
    /// What it says, without what listings that are gone cannot lose.
    private(set) var report: StageReport
    let ruling: Ruling
    /// What the feeds of each part of the ruling tell of the rows.
    let rows: [RuledRows]

    init(
        _ stage: PreparedStage, _ report: StageReport, of placed: PlacedChunk, _ gone: GoneListings,
        _ ledger: FeedLedger
    ) {
        self.stage = stage
        self.report = report.without(gone, for: stage.manifest)
        ruling = ledger.ruling(of: stage.manifest, for: FeedLedger.Owner(placed.chunk))
        rows = ruling.parts.map { RuledRows(of: placed, by: $0, gone, ledger) }
    }

    /// What it says with other knobs, where files tell the same of the rows.
    func saying(_ report: StageReport, _ gone: GoneListings) -> StageSight {
        var other = self
        other.report = report.without(gone, for: stage.manifest)
        return other
    }

    /// Whether nothing can be said of a row as far as a kind goes.
    func isUndecided(_ row: Int, _ kind: String) -> Bool {
        rows[ruling.place(of: kind)].untold.contains(row) || report.isUndecided(row, kind)
    }

    /// Whether anything may open or end by what is said of a row as far as a kind goes.
    func decides(_ row: Int, _ kind: String) -> Bool { ruling.isOpen(for: kind) && !isUndecided(row, kind) }

    /// Whether something may end that stands on a row and is not seen.
    func endsUnseen(_ row: Int, _ kind: String) -> Bool {
        decides(row, kind) && !rows[ruling.place(of: kind)].partlyRead.contains(row)
    }

    /// Whether a sighting may open something.
    func decides(_ sighting: Sighting) -> Bool { decides(sighting.row, sighting.fingerprint.kind) }

    /// Rows of which it cannot tell, or not of every kind.
    var untold: Set<Int> { open.reduce(report.undecided) { $0.union($1.untold) } }

    /// Rows of which it can tell nothing.
    var unwatched: Set<Int> {
        report.undecided.union(open.dropFirst().reduce(open.first?.untold ?? []) { $0.intersection($1.untold) })
    }

    private var open: [RuledRows] { rows.filter(\.gate.isOpen) }
}

extension StageReport {
    /// Whether the stage can say nothing of a row as far as a kind goes.
    func isUndecided(_ row: Int, _ kind: String) -> Bool {
        undecided.contains(row) || undecidedByKind[kind]?.contains(row) ?? false
    }

    /// The same where the listings that are gone lose nothing of what they sell, as far as the list that has them no more decides
    /// about a kind. What others are told of them by a list of problems stands, and so does what their units cost.
    fileprivate func without(_ gone: GoneListings, for manifest: StageManifest) -> StageReport {
        guard !gone.rows.isEmpty else { return self }
        func isListed(_ kind: FindingKind?) -> Bool {
            manifest.deciding(about: kind).contains { $0.feed.key == Catalog.feed.key }
        }
        let listed = Set(manifest.kinds.filter(isListed).map(\.id))
        guard !listed.isEmpty else { return self }
        var report = self
        report.sightings.removeAll { sighting in
            guard case .dailyShare = sighting.exposure.loss else { return false }
            return listed.contains(sighting.fingerprint.kind) && gone.rows.contains(sighting.row)
        }
        return report
    }
}
