/// What the wheel itself says, as it stands in an assessment.
public struct WheelFindings: Hashable, Sendable {
    /// Where it stops feeding forward.
    public var stall: AssessmentDocument.Stall
    /// How far it has come.
    public var cycle: AssessmentDocument.Cycle
    /// Whether it adds up.
    public var compounding: AssessmentDocument.Compounding
    /// What each phase passes on.
    public var phases: [AssessmentDocument.Phase]

    /// Some findings.
    public init(
        stall: AssessmentDocument.Stall, cycle: AssessmentDocument.Cycle, compounding: AssessmentDocument.Compounding,
        phases: [AssessmentDocument.Phase]
    ) {
        self.stall = stall
        self.cycle = cycle
        self.compounding = compounding
        self.phases = phases
    }

    /// What was found of the wheel's health.
    public init(_ health: WheelHealth) {
        self.init(
            stall: AssessmentDocument.Stall(health.stall), cycle: AssessmentDocument.Cycle(health.cycle),
            compounding: AssessmentDocument.Compounding(health.compounding),
            phases: health.phases.map { AssessmentDocument.Phase($0) })
    }
}

extension AssessmentDocument.Evidence {
    /// A sentence about the wheel, with its records.
    init(_ evidence: WheelEvidence) {
        self.init(evidence.text, count: evidence.records.count, ids: evidence.records.map(\.description))
    }
}

extension AssessmentDocument.Stall {
    /// A diagnosis as it is kept.
    public init(_ diagnosis: StallDiagnosis) {
        self.init(
            diagnosis: diagnosis.verdict.code, sentence: diagnosis.sentence,
            evidence: diagnosis.evidence.map { AssessmentDocument.Evidence($0) }
                + diagnosis.missing.map { AssessmentDocument.Evidence($0) },
            second: diagnosis.second?.rawValue, confidence: diagnosis.confidence)
    }
}

extension AssessmentDocument.Cycle {
    /// A course as it is kept: the newest stage, with the conditions it hangs on.
    public init(_ course: CycleCourse) {
        let newest = course.months.last?.conditions ?? []
        let shown = course.regression?.evidence.map { AssessmentDocument.Evidence($0) } ?? []
        self.init(
            stage: course.stage, since: course.since, isRegressing: course.regression != nil,
            sentence: Self.sentence(course, newest),
            evidence: shown + newest.map { AssessmentDocument.Evidence("\($0.outcome.rawValue): \($0.text)") })
    }

    private static func sentence(_ course: CycleCourse, _ newest: [CycleCondition]) -> String {
        if let fall = course.regression {
            let reasons = fall.reasons.map(\.rawValue).joined(separator: ", ")
            let what = fall.to < fall.from ? "fell back from \(fall.from)" : "lost what had held"
            return "\(what): \(reasons)"
        }
        guard let stage = course.stage else { return "too little happened to tell" }
        let missing = newest.first { $0.kind.cycle == stage + 1 && $0.outcome != .met }
        guard let missing else { return meaning(of: stage) }
        return "\(meaning(of: stage)); to come: \(missing.text)"
    }

    private static func meaning(of stage: Int) -> String {
        switch stage {
        case 1: "open problems stand in one queue"
        case 2: "the order comes from revenue at risk"
        case 3: "causes are named, and about as much ends as comes"
        case 4: "detection is tuned from what was closed"
        case 5: "the same people manage more, with fewer repeats"
        default: "no cycle is reached yet"
        }
    }
}

extension AssessmentDocument.Compounding {
    /// A verdict as it is kept.
    public init(_ verdict: CompoundingVerdict) {
        self.init(
            verdict: verdict.verdict.rawValue, sentence: verdict.sentence,
            evidence: (verdict.evidence + verdict.missing).map { AssessmentDocument.Evidence($0) })
    }
}

extension AssessmentDocument.Phase {
    /// A phase's main yield as it is kept.
    init(_ phase: PhaseYield) {
        let main = phase.main
        self.init(
            id: phase.phase.rawValue, title: phase.phase.rawValue.replacingHyphens, yield: main.value,
            interval: main.interval.map { AssessmentDocument.Interval(low: $0.lowerBound, high: $0.upperBound) },
            target: main.target, count: main.count, reason: main.unknown, weeks: main.weeks.map(\.value))
    }
}

extension String {
    /// `better-data` as `better data`.
    fileprivate var replacingHyphens: String { String(map { $0 == "-" ? " " : $0 }) }
}
