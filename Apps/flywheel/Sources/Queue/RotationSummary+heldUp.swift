import FlywheelKit
import FlywheelRuntime

extension RotationSummary {
    /// The workflows that could neither open nor close anything somewhere, of those that are used.
    var heldUp: [Workflow] { workflows.filter { !$0.withheld.isEmpty && !$0.isUnused } }
}

extension RotationSummary.Workflow {
    /// Whether nobody ever brought what it works on: every seller has listings, and not every one tickets.
    fileprivate var isUnused: Bool {
        let scans = workflows.first { $0.manifest.id == id }?.manifest.scans
        return !decided && kept == 0 && scans != .listing && withheld.allSatisfy { $0.daysOld == nil }
    }
}
