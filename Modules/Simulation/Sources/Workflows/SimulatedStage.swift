import FlywheelKit

/// What the simulation says of a problem: enough for the program to show it, price it and offer its playbook.
struct SimulatedEvidence: Hashable, Codable, Sendable {
    /// The id of its kind.
    var kind: String
    /// The share of the listing's revenue that is lost.
    var lossShare: Double
    /// Days a fix takes to show.
    var fixTakesDays: Double

    var exposure: Exposure { Exposure(.dailyShare([lossShare]), fixTakesDays: fixTakesDays) }
}

/// The number that steers detection in a simulated workflow: how much has to be lost before a row is opened.
struct SimulatedKnobs: StageKnobs {
    /// The least share of a listing's revenue worth a row, 0 to 1.
    var leastShare = 0.1

    static let tunable = [Knob<Self>("leastShare", \.leastShare, in: 0.01...0.5, looser: .lower, unit: .share)]
}

/// What a simulated stage is of.
protocol SimulatedTopic: Sendable {
    static var workflow: SimulatedWorkflow { get }
}

/// A workflow whose findings the simulation makes: it finds nothing by itself in any facts, and speaks for what was found.
struct SimulatedStage<Topic: SimulatedTopic>: FlywheelStage {
    static var manifest: StageManifest { Topic.workflow.manifest }

    init(knobs: SimulatedKnobs, model: NoModel) {}

    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<SimulatedEvidence>) {}

    func exposure(of evidence: SimulatedEvidence) -> Exposure { evidence.exposure }

    func resolve(_ evidence: SimulatedEvidence) -> Resolution {
        let kind = Topic.workflow.kinds.first { $0.finding.id == evidence.kind }?.finding
        let hours = kind?.effortHours ?? 0.5
        return Resolution(
            .act(Remedy(Topic.workflow.steps[1], effortHours: hours, isReversible: true)),
            playbook: Playbook(
                "simulated-\(Topic.workflow.manifest.id)", title: kind?.title ?? Topic.workflow.manifest.title,
                minutes: Int((hours * 60).rounded()), steps: Topic.workflow.steps))
    }

    func learn(_ outcome: Outcome<SimulatedEvidence>, into record: inout TrackRecord) { record.count(outcome) }
}
