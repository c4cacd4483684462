import Assessment
public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore
import Thresholds

/// The loop that tunes detection, over what a store keeps: what knobs stand at, what is proposed, and what becomes of it.
public struct ThresholdDesk: Sendable {
    let store: any Store
    let plan: Plan
    let trial: DetectionTrial
    let settings: LoopSettings
    let actor: Actor
    let now: Instant

    /// The loop as one person sees it at one moment.
    public init(
        _ store: any Store, plan: Plan, zones: Zones, rotation: RotationSettings,
        settings: LoopSettings = LoopSettings(),
        actor: Actor, now: Instant
    ) {
        self.store = store
        self.plan = plan
        trial = DetectionTrial(store: store, plan: plan, zones: zones, settings: rotation)
        self.settings = settings
        self.actor = actor
        self.now = now
    }

    /// Every knob, workflow by workflow, with what was proposed of it.
    public func knobs() throws -> [KnobStanding] {
        let states = Dictionary(
            try store.stageStates().map { ($0.workflow, $0) }, uniquingKeysWith: { first, _ in first })
        let proposals = try store.loopRecords(.proposal).map(KeptProposal.init)
        return try plan.stages.sorted { $0.manifest.id < $1.manifest.id }.flatMap { stage in
            let values = try stage.knobValues(states[stage.manifest.id]?.knobs ?? "")
            return stage.knobs.map { knob in
                KnobStanding(
                    knob: knob, value: values[knob.name] ?? knob.initial,
                    proposals: proposals.filter {
                        $0.proposal.workflow == knob.workflow && $0.proposal.knob == knob.name
                    })
            }
        }
    }

    /// A knob by the name people give it, `inventory.leastProbability`.
    public func knob(_ name: String) throws -> KnobStanding {
        guard let found = try knobs().first(where: { $0.name == name }) else { throw LoopError.unknownKnob(name) }
        return found
    }

    /// A proposal.
    public func proposal(_ number: Int64) throws -> KeptProposal {
        guard let record = try store.loopRecord(.proposal, number) else { throw LoopError.unknown("T\(number)") }
        return try KeptProposal(record)
    }

    /// Days a week that people have for the queue, as the newest rotation counted them; `nil` where nobody said,
    /// and for whoever may know of some accounts only.
    var operatorDays: Double? {
        get throws {
            guard let record = try store.currentRotation(), let summary = try RotationSummary(of: record) else {
                return nil
            }
            return summary.business?.staffHours.map { $0 / settings.hoursPerDay }
        }
    }

    var since: Instant { now.advanced(byDays: -7 * Double(settings.weeks)) }

    /// Tries values of all knobs on the last weeks and proposes the one change that gains most, or says of each knob why not.
    ///
    /// A workflow's own wish (``FlywheelKit/FlywheelStage/tune(_:from:)``) goes the same way: it is tried like any other value, and
    /// where it is chosen, its reason stands with it. What a person sets is left alone.
    ///
    /// - Parameters:
    ///   - workflow: only this workflow's; of all where it is left out.
    ///   - name: only this knob.
    ///   - limit: how many are kept at most; one threshold a week by default.
    public func propose(
        workflow: String? = nil, knob name: String? = nil, limit: Int = 1, progress: (String) -> Void = { _ in }
    ) throws -> [KnobFinding] {
        let standing = try knobs()
        var findings: [KnobFinding] = []
        for stage in plan.stages.sorted(by: { $0.manifest.id < $1.manifest.id })
        where workflow == nil || stage.manifest.id == workflow {
            // What is under way is judged before anything else of its workflow moves.
            let own = standing.filter { $0.knob.workflow == stage.manifest.id }
            guard !own.contains(where: { $0.current != nil }) else { continue }
            let named = own.filter { name == nil || $0.knob.name == name }
            findings += named.filter(\.knob.isSet).map { KnobFinding(knob: $0.knob, value: $0.value, refusal: .isSet) }
            let asked = named.filter { !$0.knob.isSet }
            guard !asked.isEmpty else { continue }
            progress("trying \(stage.manifest.id)")
            findings += try tried(asked, of: stage)
        }
        let best = findings.indices.filter { findings[$0].choice != nil }
            .sorted { Self.comesFirst(findings[$0], findings[$1]) }
        for place in best.prefix(limit) { findings[place].kept = try keep(findings[place]) }
        return findings
    }

    private func tried(_ asked: [KnobStanding], of stage: InstalledStage) throws -> [KnobFinding] {
        let labels = try LabelReader(store, workflow: stage.manifest.id, from: since, until: now)
        // Before the past is looked at, which takes its time.
        if let lack = lack(of: labels) {
            return asked.map { KnobFinding(knob: $0.knob, value: $0.value, refusal: lack) }
        }
        let state = try store.stageStates().first { $0.workflow == stage.manifest.id }
        let wish = try state.flatMap(stage.wish)
        let names = Set(asked.map(\.knob.name))
        let values = Dictionary(asked.map { ($0.knob.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let grids = stage.knobs.map { knob -> (values: [Double], current: Int)? in
            guard names.contains(knob.name), let value = values[knob.name] else { return nil }
            return ThresholdTrial.grid(
                around: value, in: knob.range, step: settings.rules.largestStep, wish: wish?.values[knob.name])
        }
        let trials = try KnobTrials(
            stage, json: state?.knobs ?? "", grids: grids, weeks: settings.weeks,
            until: try trial.newestDecided(stage.manifest.id, until: now),
            trial: trial,
            labels: labels, settings: settings, operatorDays: try operatorDays)
        return stage.knobs.enumerated().compactMap { place, knob -> KnobFinding? in
            guard let past = trials.trial(of: place) else { return nil }
            var finding = KnobFinding(knob: knob, value: past.values[past.current])
            do throws(ThresholdRefusal) {
                let choice = try ThresholdChoice(past, rules: settings.rules)
                finding.choice = choice
                finding.wish = wish?.values[knob.name] == choice.after.value ? wish?.reason : nil
            } catch { finding.refusal = error }
            return finding
        }
    }

    /// What mends a floor before what gains; then what gains more at the least.
    private static func comesFirst(_ one: KnobFinding, _ other: KnobFinding) -> Bool {
        guard let left = one.choice, let right = other.choice else { return one.choice != nil }
        if (left.mends == nil) != (right.mends == nil) { return left.mends != nil }
        return left.gain.low > right.gain.low
    }

    private func keep(_ finding: KnobFinding) throws -> KeptProposal? {
        guard let choice = finding.choice else { return nil }
        var proposal = ThresholdProposal(
            workflow: finding.knob.workflow, knob: finding.knob.name, from: finding.value, to: choice.after.value,
            choice: choice, wish: finding.wish, at: now, by: actor.name)
        try proposal.move(to: .backTested, at: now, by: actor.name, reason: choice.mends?.rawValue ?? "gain")
        let number = try store.reserve(1, of: .proposal)
        let record = LoopRecord(
            .proposal, number: number, key: "\(proposal.name) \(number)",
            workflow: finding.knob.workflow, state: proposal.state.rawValue, at: now, by: actor.name,
            body: try CanonicalJSON.text(proposal))
        try store.keep([record], by: actor, at: now)
        return try self.proposal(number)
    }
}
