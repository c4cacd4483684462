import Cases
public import FlywheelKit
public import FlywheelStore

/// Decides what open cases are about, where whoever leads the desk switched that on: ``Cases/Automation``.
///
/// Each decision is one act of the rule `triage`, so that the journal says whose it was, and ends with the first word of a
/// person. While the watch finds anything wrong nothing is decided.
public struct TriageDesk {
    /// A decision about a case.
    public struct Step: Sendable {
        /// The case as it was.
        public let record: CaseRecord
        /// What it is about, and why.
        public let triaged: TriagedMessage
        /// Whether a person came first.
        public internal(set) var isLate = false
    }

    /// Cases whose messages are read in one go.
    private static let page = 500

    let store: any Store
    let rules: DeskRules
    let now: Instant

    /// The triage of a desk at one moment.
    public init(_ store: any Store, rules: DeskRules, now: Instant) {
        (self.store, self.rules, self.now) = (store, rules, now)
    }

    /// What it would decide now; nothing is changed.
    public func plan() throws -> [Step] {
        let automation = rules.settings.automation
        guard !automation.intents.isEmpty else { return [] }
        let kept = try KeptTriage(in: store)
        guard kept.trained != nil, kept.breaches.isEmpty else { return [] }
        var worker = TriageWorker(kept.triage)
        var query = CaseQuery()
        (query.isDone, query.order) = (false, .updated)
        var steps: [Step] = []
        try store.forEachPage(of: query, count: Self.page) { page in
            let asked = page.compactMap { record, contents -> (CaseRecord, Int64, String?)? in
                let contents = contents.woken(at: now)
                guard automation.isFree(contents), let newest = contents.asked.last else { return nil }
                return (record, newest.message.number, contents.language)
            }
            let texts = try store.ownTexts(of: asked.map { (case: $0.0.id, number: $0.1) }, now: now)
            for (record, number, language) in asked {
                guard let text = texts[number] else { continue }
                let triaged = worker.triage(text, language: language).limited(by: automation, in: record.id)
                if triaged.decision.kind == .auto, automation.isOn(for: triaged.labels) {
                    steps.append(Step(record: record, triaged: triaged))
                }
            }
        }
        return steps
    }

    /// Decides: what each case is about, how urgent its words are where nobody said so, and the group that rules give it then.
    ///
    /// - Returns: what ``plan()`` says, and of which cases a person came first.
    @discardableResult
    public func decide() throws -> [Step] {
        let bench = CaseWorkbench(store, rules: rules, actor: Actor(.rule, "triage"), now: now)
        var steps = try plan()
        for place in steps.indices {
            steps[place].isLate = try !bench.decide(steps[place].triaged, of: steps[place].record)
        }
        return steps
    }
}

extension TriagedMessage {
    /// The message of a case, of which automation decides no more than it may.
    func limited(by automation: Automation, in id: CaseID) -> TriagedMessage {
        var message = self
        message.decision = automation.limit(decision, to: labels, in: id.number)
        return message
    }
}
