import FlywheelKit
import FlywheelRuntime

/// Workflows that can neither open nor close anything somewhere, or nothing of some kinds, for want of the same feeds.
struct HeldUp {
    /// What waits.
    struct Waiting: Hashable {
        /// What people call the workflow.
        let workflow: String
        /// What they call the kinds of problem; empty where all of them wait.
        let kinds: [String]

        /// Both in one name.
        func name(_ said: (String) -> String = { $0 }) -> String {
            kinds.isEmpty ? said(workflow) : "\(said(workflow)) (\(kinds.map(said).joined(separator: ", ")))"
        }
    }

    /// All that waits, in the order of workflows.
    let waiting: [Waiting]
    /// What is too old or missing.
    fileprivate(set) var feeds: [LackingFeed]

    /// What lacks of some workflows: each feed once, beside all that wait for it.
    static func groups(of workflows: [RotationSummary.Workflow]) -> [HeldUp] {
        var groups: [HeldUp] = []
        var known: Set<LackingFeed> = []
        for feed in workflows.flatMap(\.withheld).map(\.withoutKinds) where known.insert(feed).inserted {
            let waiting = workflows.flatMap { workflow in
                workflow.withheld.filter { $0.withoutKinds == feed }.map {
                    Waiting(workflow: workflow.title, kinds: $0.kinds.map(\.title))
                }
            }
            if let group = groups.firstIndex(where: { $0.waiting == waiting }) {
                groups[group].feeds.append(feed)
            } else {
                groups.append(HeldUp(waiting: waiting, feeds: [feed]))
            }
        }
        return groups
    }

    /// What a terminal says of it.
    var sentence: String {
        let titles = waiting.map { $0.name() }
        let reasons = feeds.map(\.text).joined(separator: ", ").visible
        let stop = titles.count == 1 ? "opens and closes" : "open and close"
        return "\(titles.inWords) \(stop) nothing there (\(reasons))"
    }
}

extension RotationSummary {
    /// What holds workflows up, of those that are used: where rows are asked for, of the workflows whose rows are.
    func heldUp(_ filter: QueueFilter = QueueFilter()) -> [HeldUp] {
        HeldUp.groups(of: lacking(filter).filter { !$0.isUnused })
    }

    /// The workflows whose rows are asked for and that lack something where they are, with what that is.
    func lacking(_ filter: QueueFilter) -> [Workflow] {
        workflows.filter { [$0.id, nil].contains(filter.workflow) }.map { workflow in
            var asked = workflow
            asked.withheld = workflow.withheld.filter { $0.place.map(filter.place.admits) ?? true }
            return asked
        }.filter { !$0.withheld.isEmpty }
    }
}

extension RotationSummary.Workflow {
    /// Whether nobody ever brought what it works on: every seller has listings, and not every one tickets.
    fileprivate var isUnused: Bool {
        let scans = workflows.first { $0.manifest.id == id }?.manifest.scans
        return !decided && kept == 0 && scans != .listing && withheld.allSatisfy { $0.daysOld == nil }
    }
}
