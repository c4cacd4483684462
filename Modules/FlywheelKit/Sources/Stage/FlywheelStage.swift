/// One workflow of the flywheel: it detects problems, says what they lose, how to resolve them, and learns from outcomes.
///
/// A stage must write ``manifest``, ``Evidence``, ``init(knobs:model:)`` and ``detect(in:signals:into:)``; every other
/// verb has a default. No default calls another one, so each can be replaced alone. Which verbs a stage writes is stated
/// in its manifest and checked by the conformance kit.
///
/// A stage never touches time, randomness, files, stores or other stages: its results depend on its arguments alone.
public protocol FlywheelStage: Sendable {
    /// The numbers a person would need to check the claim. Two equal evidences are the same claim, unchanged.
    associatedtype Evidence: Hashable & Codable & Sendable
    /// The numbers that steer detection and that ``tune(_:from:)`` may move.
    associatedtype Knobs: StageKnobs = NoKnobs
    /// What the stage has learned from the whole catalogue, fitted apart from detection.
    associatedtype Model: StageModel = NoModel

    /// What the stage is, reads, publishes and finds.
    static var manifest: StageManifest { get }

    /// A stage for one rotation; knobs and model do not change within it.
    init(knobs: Knobs, model: Model)

    /// Visibility: reports the rows of `chunk` that need work, and publishes the signals the manifest names.
    ///
    /// Called once for each chunk, on any core. Must give the same findings however the catalogue is cut into chunks.
    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Evidence>)

    /// Prioritization: what the evidence claims to be lost. The host alone makes money of it.
    func exposure(of evidence: Evidence) -> Exposure

    /// Resolution: what is to be done about it.
    func resolve(_ evidence: Evidence) -> Resolution

    /// Better data: adds what an outcome teaches to a record. Records of parts added up must equal the record of the whole.
    func learn(_ outcome: Outcome<Evidence>, into record: inout TrackRecord)

    /// Better decisions: a wish to move knobs, with its reason, inside their stated ranges; `nil` leaves them. A host tries it
    /// on the past beside values of its own choosing, one knob at a time; the one that gains most it puts to a person, with
    /// the reason where it is the wish. Nothing moves by itself.
    static func tune(_ knobs: Knobs, from record: TrackRecord) -> Proposal<Knobs>?

    /// Better performance: named measures of what came of the stage's findings, of all outcomes it has learned from. Names are
    /// plain words for people. A host shows them with their unit and the number of outcomes, and one of no outcomes as not
    /// measured, whatever its value.
    static func measure(_ record: TrackRecord) -> [Measure]
}

extension FlywheelStage {
    /// All alike: no money claimed, so that tier, deadline and fingerprint decide the order. A stage never inflates its
    /// rank by leaving this out.
    public func exposure(of evidence: Evidence) -> Exposure {
        Verb.defaulted(.exposure)
        return .none
    }

    /// Ask a person: the safe side.
    public func resolve(_ evidence: Evidence) -> Resolution {
        Verb.defaulted(.resolve)
        return Resolution(.ask("no remedy is known for this"))
    }

    /// Count by verdict and root cause.
    public func learn(_ outcome: Outcome<Evidence>, into record: inout TrackRecord) {
        Verb.defaulted(.learn)
        record.count(outcome)
    }

    /// Leave them: knobs move only where the author wrote how.
    public static func tune(_ knobs: Knobs, from record: TrackRecord) -> Proposal<Knobs>? {
        Verb.defaulted(.tune)
        return nil
    }

    /// Precision and the number resolved.
    public static func measure(_ record: TrackRecord) -> [Measure] {
        Verb.defaulted(.measure)
        return [record.precision, record.resolved]
    }
}
