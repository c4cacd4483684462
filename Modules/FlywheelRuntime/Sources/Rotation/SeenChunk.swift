import FlywheelKit
import FlywheelStore

/// A chunk with what stages say of it, held beside what stands on its rows.
struct SeenChunk {
    let placed: PlacedChunk
    /// What stands on its rows, and the place of each among all that stands.
    private let stood: [(row: Int, place: Int, exception: ExceptionRecord)]
    /// What people dismissed on its rows and was not over at the last look.
    private let dismissed: [(row: Int, exception: ExceptionRecord)]
    let dismissedIDs: Set<ExceptionID>
    /// The listings that are gone, of those that anything stands or is seen on.
    let gone: GoneListings
    /// What each stage says, in running order.
    let sights: [StageSight]
    private let ledger: FeedLedger
    private let store: any Store

    var chunk: Chunk { placed.chunk }

    /// - Parameter reports: what each stage said of the chunk, in running order.
    init(
        _ placed: PlacedChunk, _ reports: [(stage: PreparedStage, report: StageReport)], in sweep: Sweep
    ) throws(StoreError) {
        let (standing, dismissed) = (sweep.standing, sweep.dismissed)
        let stood = standing.places(in: placed.chunk).map {
            (row: $0.row, place: $0.place, exception: standing.all[$0.place])
        }
        let gone = try GoneListings(
            among: stood.map(\.row) + reports.flatMap { $0.report.sightings.map(\.row) }, of: placed, sweep.ledger,
            sweep.store)
        (ledger, store) = (sweep.ledger, sweep.store)
        self.placed = placed
        self.stood = stood
        self.dismissed = dismissed.places(in: placed.chunk).map { (row: $0.row, exception: dismissed.all[$0.place]) }
        dismissedIDs = Set(self.dismissed.map(\.exception.id))
        self.gone = gone
        sights = reports.map { StageSight($0.stage, $0.report, of: placed, gone, sweep.ledger) }
    }

    /// What a stage says of it with other knobs; as much of that counts as of what decides.
    func sight(_ own: StageSight, saying report: StageReport) throws(StoreError) -> StageSight {
        let all = try gone.adding(report.sightings.lazy.map(\.row), of: placed, ledger, store)
        // Mostly no more are gone, and what files tell is known.
        return all.rows.count == gone.rows.count
            ? own.saying(report, gone) : StageSight(own.stage, report, of: placed, all, ledger)
    }

    /// What stands on its rows of a workflow.
    func stood(of workflow: String) -> [(row: Int, place: Int, exception: ExceptionRecord)] {
        stood.filter { $0.exception.fingerprint.workflow == workflow }
    }

    /// What people dismissed of a workflow.
    func dismissed(of workflow: String) -> [(row: Int, exception: ExceptionRecord)] {
        dismissed.filter { $0.exception.fingerprint.workflow == workflow }
    }
}
