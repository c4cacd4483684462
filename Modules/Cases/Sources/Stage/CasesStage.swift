public import FlywheelKit

/// Finds the cases that are open and the disputes that wait for an answer, says by when, and what hangs on them.
///
/// A case about a listing counts for what its end would recover there; sums that documents state stand beside that.
public struct CasesStage: FlywheelStage {
    /// What the stage is, reads, publishes and finds.
    public static let manifest = StageManifest(
        id: "cases", title: "Cases", scans: .ticket,
        inputs: [
            Tickets.feed.deciding(
                Tickets.sku, Tickets.opened, Tickets.side, Tickets.category, Tickets.status, Tickets.urgency,
                Tickets.answerHours, Tickets.answerDue, Tickets.updateDue, Tickets.solveDue, Tickets.cures,
                Tickets.refund, Tickets.chargebackFee, Tickets.reimbursement, Tickets.relationship, Tickets.dispute,
                Tickets.disputed, Tickets.disputeDue, Tickets.disputedSum, Tickets.defaultAgainst)
        ],
        kinds: [.openCase, .dispute], rootCauses: RootCause.cases, writes: [.detect, .exposure, .resolve])

    /// A stage; it has nothing to set.
    public init(knobs: NoKnobs, model: NoModel) {}

    /// Reports each case that is not over, and beside it the dispute it is about where that is open.
    ///
    /// A row without a state says nothing: what stands stays.
    public func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<CaseEvidence>) {
        let rows = TicketRows(chunk)
        for row in chunk.rows {
            guard let state = rows.state(of: row) else {
                findings.cannotTell(at: row)
                continue
            }
            guard !state.isDone else { continue }
            let promised = rows.promised(of: row, state: state)
            findings.report(
                .openCase, at: row, since: rows.opened(of: row),
                CaseEvidence(
                    side: rows.side(of: row), category: rows.category(of: row), state: state,
                    urgency: rows.urgency(of: row), opened: rows.opened(of: row), promised: promised,
                    listing: rows.listing(of: row), cures: rows.cures(of: row), sums: rows.sums(of: row),
                    dispute: nil))
            guard let dispute = rows.dispute(of: row) else { continue }
            findings.report(
                .dispute, at: row, discriminator: dispute.kind, since: dispute.opened,
                CaseEvidence(
                    side: rows.side(of: row), category: rows.category(of: row), state: state,
                    urgency: rows.urgency(of: row), opened: rows.opened(of: row), promised: [], listing: nil, cures: [],
                    sums: [], dispute: dispute))
        }
    }

    /// The sums of a case each by itself, and what its end would recover on the listing it is about; of a dispute its sum.
    /// The deadline is the earliest promise that runs, or the moment the dispute is decided without us.
    ///
    /// A buyer's case ends nothing on a listing unless its row says so: that a parcel is late cures no listing.
    public func exposure(of evidence: CaseEvidence) -> Exposure {
        if let dispute = evidence.dispute {
            guard let sum = dispute.sum else {
                return Exposure(.unknown("the disputed sum is not stated"), deadline: dispute.due)
            }
            return Exposure(
                .atStake([StatedSum(sum, source: "the dispute")], listing: nil),
                deadline: dispute.due)
        }
        return Exposure(
            .atStake(
                evidence.sums.map { StatedSum($0.sum, source: $0.kind.title) },
                listing: evidence.mayCure ? evidence.listing : nil),
            deadline: evidence.promised.map(\.due).min(), cures: evidence.cures)
    }

    /// What a person does next, by whose turn it is.
    public func resolve(_ evidence: CaseEvidence) -> Resolution { CaseRemedies.resolution(of: evidence) }
}
