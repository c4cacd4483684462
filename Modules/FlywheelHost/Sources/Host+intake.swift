import Crypto
import FlywheelKit
import FlywheelStore
import Foundation
import Imports

extension Host {
    /// Who takes a file that is no table of facts, and as what.
    func intake(of offer: OfferedFile, _ context: ImportContext) -> (any FileIntake, kind: String)? {
        guard case .file(let path) = offer else { return nil }
        for intake in intakes {
            if let kind = intake.kind(of: path, context) { return (intake, kind) }
        }
        return nil
    }

    /// Takes in a file that is no table of facts. The same bytes again change nothing.
    func importFile(
        _ file: IntakeFile, by intake: any FileIntake, progress: (ReadProgress) -> Void
    ) throws(StoreError) -> ImportReport {
        func report(
            _ result: ImportReport.Result, _ rejects: [Reject] = [], after taken: IntakeSummary? = nil
        ) -> ImportReport {
            ImportReport(
                path: file.path, result: result, rejects: rejects,
                origins: file.origins(after: taken) + (taken?.remarks ?? []), mayBeDiscarded: false)
        }
        let digest: String
        do { digest = try FileDigest(of: file.path).text } catch {
            return report(Self.leftAlone(error))
        }
        let draft = ImportDraft(
            fileName: (file.path as NSString).lastPathComponent, digest: digest, format: file.kind, feed: intake.feed,
            subject: .ticket, account: file.place.account.value, marketplace: file.place.marketplace.value,
            effectiveAt: min(file.place.effectiveAt.value, file.now), receivedAt: file.now)
        if let earlier = Self.sameContents(as: draft, among: try store.imports()) { return report(.same(earlier)) }
        let id: ImportID
        switch try begin(draft, by: file.actor) {
        case .begun(let begun): id = begun
        case .instead(let result): return report(result)
        }
        do {
            var first: [Reject] = []
            var summary = ImportSummary()
            let taken = try intake.take(file, progress: progress) { rejects throws(StoreError) in
                try store.stage(rejects, for: id)
                summary.rejected += rejects.count
                first += rejects.prefix(max(0, Self.rejectsShown - first.count))
            }
            summary.kept = taken.kept
            summary.subjects = taken.subjects
            // It adds to what is known; what it leaves out is not gone.
            summary.isComplete = false
            try store.finishImport(id, as: .kept, summary)
            let record = ImportRecord(id: id, draft: draft, summary: summary, state: .kept, actor: file.actor)
            return report(.kept(record), first, after: taken)
        } catch let error as StoreError {
            try store.abandonImport(id)
            throw error
        } catch {
            try store.abandonImport(id)
            return report(Self.leftAlone(error))
        }
    }
}

extension IntakeFile {
    /// What is known of the file, and where that comes from, a line each. That it names no marketplace is nothing to say
    /// where that of all that was taken is known.
    fileprivate func origins(after taken: IntakeSummary?) -> [String] {
        let account = "account \(place.account.value), \(place.account.source)"
        if place.marketplace.source == .assumed, taken?.isPlaced == true { return [account] }
        let name = Marketplace.named(place.marketplace.value)?.name ?? place.marketplace.value
        return [account, "marketplace \(name), \(place.marketplace.source)"]
    }
}
