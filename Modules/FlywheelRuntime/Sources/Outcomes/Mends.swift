import FlywheelKit
import FlywheelStore

/// Changes of listings that were written to end problems, as far as they may have done so.
struct Mends {
    private let plan: Plan
    private let ledger: FeedLedger
    private let written: [ExceptionID: [ChangeRecord.File]]

    /// - Parameter changes: all that were proposed for exceptions that ended. What was taken back ended nothing, nor did a
    ///   price that the marketplace never took up.
    init(_ changes: [ChangeRecord], store: any Store, plan: Plan, ledger: FeedLedger, zones: Zones) throws {
        self.plan = plan
        self.ledger = ledger
        let untaken = try UntakenPrice.among(changes, in: store, asOf: ledger.asOf, zones: zones)
        let standing = changes.filter { $0.state == .written && untaken[$0.id] == nil }
        written = Dictionary(grouping: standing, by: \.exception).mapValues { $0.compactMap(\.written) }
    }

    /// The file of the change that ended an exception: the newest that was written before what shows its end was true.
    func file(ending exception: ExceptionRecord) -> ChangeRecord.File? {
        guard let files = written[exception.id], let shown = ledger.newest(deciding: exception, in: plan) else {
            return nil
        }
        return files.filter { $0.at < shown }.max { $0.at < $1.at }
    }
}

extension FeedLedger {
    /// When the newest file was true that decides about an exception.
    fileprivate func newest(deciding exception: ExceptionRecord, in plan: Plan) -> Instant? {
        let (workflow, kind) = (exception.fingerprint.workflow, exception.fingerprint.kind)
        guard let manifest = plan.stages.lazy.map(\.manifest).first(where: { $0.id == workflow }) else { return nil }
        let owner = Owner(
            account: exception.fingerprint.subject.account, marketplace: exception.fingerprint.subject.marketplace)
        let ruling = ruling(of: manifest, for: owner)
        return ruling.parts[ruling.place(of: kind)].inputs.flatMap { sources(of: $0.feed, for: owner) }
            .map(\.draft.effectiveAt).max()
    }
}
