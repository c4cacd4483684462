public import FlywheelKit
public import FlywheelStore

/// A stage without its types, as the host holds it: erased once here, so that a chunk costs one call and not one a row.
public struct InstalledStage: Sendable {
    /// What the stage is.
    public let manifest: StageManifest
    /// Readies the stage for one rotation with what the store remembers of its learning.
    let prepare: @Sendable (StageState) throws -> PreparedStage
    /// What is to be done about stored evidence, given what the store remembers of the stage's learning.
    let resolve: @Sendable (_ evidence: String, StageState) throws -> Resolution
    /// Adds an outcome to a track record, both as JSON.
    let learn: @Sendable (OutcomeRecord, _ evidence: String, StageState) throws -> String
    /// Takes an outcome out of a track record again, which that may have been added to.
    let unlearn: @Sendable (OutcomeRecord, _ evidence: String, StageState) throws -> String
    /// What came of its findings, as it measures that itself: of all outcomes it has learned from, whatever account they are of.
    public let measure: @Sendable (StageState) throws -> [Measure]
    /// The numbers that steer it.
    let erasedKnobs: ErasedKnobs
    /// The same stage with these knobs set; `nil` where it has no such values.
    private let resetting: @Sendable ([String: KnobValue]) -> InstalledStage?
    /// What it cannot use of what the store remembers of it.
    let findUnread: @Sendable (StageState) -> [UnreadState]

    /// Installs a stage.
    public init<Stage: FlywheelStage>(_: Stage.Type) {
        self.init(erasing: Stage.self, knobs: KnobReading(of: Stage.manifest.id), survey: nil)
    }

    /// Installs a stage that surveys the catalogue before it detects.
    public init<Stage: Surveying>(_: Stage.Type) {
        self.init(erasing: Stage.self, knobs: KnobReading(of: Stage.manifest.id)) { state in
            let before = Stage.Model(kept: state.model)
            let (inputs, windows) = (Stage.surveyInputs, Stage.surveyWindows)
            return StageSurvey(
                inputs: inputs, windows: windows, mostChunks: Stage.surveyedChunks,
                mostHistories: Stage.surveyedHistories,
                look: { chunk in
                    var part = Stage.Survey()
                    Stage.survey(chunk, into: &part)
                    return part
                },
                fit: { parts in
                    var whole = Stage.Survey()
                    // The parts come from the closure above, in chunk order.
                    for case let part as Stage.Survey in parts { whole.merge(part) }
                    return try CanonicalJSON.text(Stage.fit(whole, after: before))
                })
        }
    }

    private init<Stage: FlywheelStage>(
        erasing _: Stage.Type, knobs reading: KnobReading<Stage.Knobs>,
        survey: (@Sendable (StageState) -> StageSurvey)?
    ) {
        let manifest = Stage.manifest
        let resolves = manifest.changesListings
        self.manifest = manifest
        erasedKnobs = ErasedKnobs(Stage.self, reading)
        resetting = { values in
            KnobReading(of: manifest.id, setting: values).map {
                InstalledStage(erasing: Stage.self, knobs: $0, survey: survey)
            }
        }
        prepare = { state in
            let stage = try Self.stage(Stage.self, reading, state)
            return PreparedStage(
                manifest: manifest,
                modelHash: state.model.isEmpty ? "" : SHA.hexadecimal(of: state.model),
                survey: survey?(state),
                look: { chunk, signals, stands in
                    var findings = Findings<Stage.Evidence>()
                    stage.detect(in: chunk.declared(by: manifest), signals: &signals, into: &findings)
                    let keeping = findings.keeping.filter { stands(Self.fingerprint(of: $0, by: stage, in: chunk)) }
                    return StageReport(
                        sightings: findings.all.map {
                            Self.sighting(of: $0, .opens, in: chunk, by: stage, resolves: resolves)
                        }
                            + keeping.map {
                                Self.sighting(of: $0, .keeps, in: chunk, by: stage, resolves: resolves)
                            },
                        undecided: findings.undecided, undecidedByKind: findings.undecidedByKind)
                })
        }
        resolve = { evidence, state in
            let stage = try Self.stage(Stage.self, reading, state)
            guard let evidence = Self.evidence(of: Stage.self, evidence) else {
                return Resolution(
                    .ask(
                        "what was seen was written by another version of the program; a rotation that sees it again writes it anew"
                    ))
            }
            return stage.resolve(evidence)
        }
        learn = { outcome, evidence, state in
            guard let lesson = try Self.lesson(of: outcome, evidence, Stage.self, reading, state) else {
                return state.record
            }
            var record = try Self.record(of: state)
            record.merge(lesson)
            return try CanonicalJSON.text(record)
        }
        unlearn = { outcome, evidence, state in
            guard !state.record.isEmpty, let lesson = try Self.lesson(of: outcome, evidence, Stage.self, reading, state)
            else {
                return state.record
            }
            var record = try Self.record(of: state)
            record.remove(lesson)
            return record == TrackRecord() ? "" : try CanonicalJSON.text(record)
        }
        measure = { Stage.measure(try Self.record(of: $0)) }
        findUnread = { state in
            let isModelLost = !state.model.isEmpty && Stage.Model.readable(state.model) == nil
            let isRead = (try? reading.knobs(state.knobs)) != nil
            return (isModelLost ? [.model] : [])
                + (isRead ? Stage.Knobs.formerNames(in: state.knobs).map { .formerKnob($0) } : [.knobs])
        }
    }

    /// The same with knobs that a person sets, by name: whatever is kept, these hold. `nil` where the stage has no knob of that
    /// name, or none that takes the value.
    public func setting(_ values: [String: KnobValue]) -> InstalledStage? { resetting(values) }

    /// The stage with its knobs and what it has learned.
    static func stage<Stage: FlywheelStage>(
        _: Stage.Type, _ reading: KnobReading<Stage.Knobs>, _ state: StageState
    ) throws(UnreadKnobs) -> Stage {
        Stage(knobs: try reading.knobs(state.knobs), model: Stage.Model(kept: state.model))
    }

    /// The stage with its types, which are those it was installed with.
    func typed<Stage: FlywheelStage>(_: Stage.Type, _ state: StageState) throws(UnreadKnobs) -> Stage {
        let reading = KnobReading<Stage.Knobs>(of: manifest.id, setting: setKnobs)
        return try Self.stage(Stage.self, reading ?? KnobReading(of: manifest.id), state)
    }

    private static func record(of state: StageState) throws -> TrackRecord {
        state.record.isEmpty ? TrackRecord() : try CanonicalJSON.value(TrackRecord.self, from: state.record)
    }

    /// What one outcome teaches by itself. What can no longer be read teaches nothing, and keeps nobody from turning the wheel.
    private static func lesson<Stage: FlywheelStage>(
        of outcome: OutcomeRecord, _ evidence: String, _: Stage.Type, _ reading: KnobReading<Stage.Knobs>,
        _ state: StageState
    ) throws -> TrackRecord? {
        guard let evidence = Self.evidence(of: Stage.self, evidence) else { return nil }
        var lesson = TrackRecord()
        try Self.stage(Stage.self, reading, state).learn(
            Outcome(
                evidence: evidence, kind: outcome.fingerprint.kind, verdict: outcome.verdict,
                rootCause: outcome.rootCause, isVerified: outcome.isVerified, onset: outcome.onset,
                detected: outcome.detected, ended: outcome.ended),
            into: &lesson)
        return lesson
    }

    /// Stored evidence; `nil` where another version's form cannot be read.
    private static func evidence<Stage: FlywheelStage>(of _: Stage.Type, _ text: String) -> Stage.Evidence? {
        try? CanonicalJSON.value(Stage.Evidence.self, from: text)
    }

    /// What a finding stands under, or what it would under another discriminator.
    private static func fingerprint<Stage: FlywheelStage>(
        of finding: Finding<Stage.Evidence>, by _: Stage, in chunk: Chunk, discriminator: String? = nil
    ) -> Fingerprint {
        Fingerprint(
            workflow: Stage.manifest.id, kind: finding.kind.id, subject: chunk.subject(finding.row),
            discriminator: discriminator ?? finding.discriminator)
    }

    private static func sighting<Stage: FlywheelStage>(
        of finding: Finding<Stage.Evidence>, _ weight: FindingWeight, in chunk: Chunk, by stage: Stage, resolves: Bool
    ) -> Sighting {
        let seen = Seen(finding.evidence)
        return Sighting(
            row: finding.row, fingerprint: fingerprint(of: finding, by: stage, in: chunk), weight: weight,
            formerly: finding.formerly.map { fingerprint(of: finding, by: stage, in: chunk, discriminator: $0) },
            onset: finding.onset, reachesBackTo: finding.reachesBackTo,
            evidence: EvidenceText { try CanonicalJSON.text(seen.evidence) },
            exposure: stage.exposure(of: finding.evidence).placed(by: chunk.start(of:)),
            change: resolves ? stage.resolve(finding.evidence).action.change : nil,
            group: finding.group.map { group in
                SightedGroup(
                    fingerprint: Fingerprint(
                        workflow: Stage.manifest.id, kind: group.kind.id,
                        subject: Subject(.account, account: chunk.account, marketplace: chunk.marketplace),
                        discriminator: group.discriminator),
                    onset: group.onset)
            },
            isSameClaim: { text in
                (try? CanonicalJSON.value(Stage.Evidence.self, from: text)) == seen.evidence
            })
    }
}

/// What a stage saw, behind one reference for all that ask for it later: it may hold dozens of numbers and texts.
private final class Seen<Evidence: Sendable>: Sendable {
    let evidence: Evidence

    init(_ evidence: Evidence) { self.evidence = evidence }
}

extension Chunk {
    /// What a stage declares and nothing else: what it finds must not depend on what others read of the same rows.
    func declared(by manifest: StageManifest) -> Chunk {
        limited(to: manifest.inputs, windows: manifest.windows)
    }
}

/// A stage with its knobs and model, ready for one rotation.
struct PreparedStage: Sendable {
    let manifest: StageManifest
    let modelHash: String
    let survey: StageSurvey?
    fileprivate let look: @Sendable (Chunk, inout SignalPort, _ stands: (Fingerprint) -> Bool) throws -> StageReport

    /// What it says of a chunk.
    ///
    /// - Parameter stands: whether something stands under a name, which a finding may keep that opens nothing; nothing does
    ///   where it is left out.
    func detect(
        _ chunk: Chunk, _ signals: inout SignalPort, stands: (Fingerprint) -> Bool = { _ in false }
    ) throws -> StageReport {
        try look(chunk, &signals, stands)
    }
}

/// The two halves of a survey: a summary of each chunk, and the model of all summaries.
struct StageSurvey: Sendable {
    /// What it reads.
    let inputs: [FeedInput]
    /// The days of history it reads.
    var windows: [SeriesWindow]
    /// How many chunks of each marketplace it reads.
    let mostChunks: Int
    /// Of how many of them it reads the days of history.
    let mostHistories: Int
    /// Summarises a chunk that holds what it reads and nothing else.
    let look: @Sendable (Chunk) -> any Sendable
    let fit: @Sendable ([any Sendable]) throws -> String

    /// Its summary of a chunk, in which others may read more.
    func summary(of chunk: Chunk) -> any Sendable { look(chunk.limited(to: inputs, windows: windows)) }

    /// The same survey of rows whose past is not read.
    var withoutHistory: StageSurvey {
        var survey = self
        survey.windows = []
        return survey
    }
}

/// What a stage says of one chunk.
struct StageReport: Sendable {
    var sightings: [Sighting]
    /// Rows of which the stage cannot say that nothing is wrong.
    var undecided: Set<Int>
    /// The same of one kind, by its id.
    var undecidedByKind: [String: Set<Int>]
}

/// A finding with its identity, as reconciliation compares it with exceptions: behind one reference, since it is handed on
/// from step to step.
final class Sighting: Sendable {
    let row: Int
    let fingerprint: Fingerprint
    /// What it is enough for.
    let weight: FindingWeight
    /// What the problem may stand under since less was known of it, the likeliest first.
    let formerly: [Fingerprint]
    let onset: Instant?
    /// The first moment of what it was seen by, where that is past days.
    let reachesBackTo: Instant?
    let evidence: EvidenceText
    let exposure: Exposure
    /// What its stage would change of the listing to end it.
    let change: ListingChange?
    /// What it has in common with others.
    let group: SightedGroup?
    /// Whether stored evidence says the same by the stage's own equality, which may leave out when it was seen.
    let isSameClaim: @Sendable (String) -> Bool

    init(
        row: Int, fingerprint: Fingerprint, weight: FindingWeight = .opens, formerly: [Fingerprint], onset: Instant?,
        reachesBackTo: Instant? = nil, evidence: EvidenceText, exposure: Exposure, change: ListingChange? = nil,
        group: SightedGroup? = nil, isSameClaim: @escaping @Sendable (String) -> Bool
    ) {
        self.row = row
        self.fingerprint = fingerprint
        self.weight = weight
        self.formerly = formerly
        self.onset = onset
        self.reachesBackTo = reachesBackTo
        self.evidence = evidence
        self.exposure = exposure
        self.change = change
        self.group = group
        self.isSameClaim = isSameClaim
    }

    /// The same as if it had nothing in common with others.
    var alone: Sighting { with(row: row, group: nil) }

    /// The same on another row.
    func on(row: Int) -> Sighting { with(row: row, group: group) }

    private func with(row: Int, group: SightedGroup?) -> Sighting {
        Sighting(
            row: row, fingerprint: fingerprint, weight: weight, formerly: formerly, onset: onset,
            reachesBackTo: reachesBackTo, evidence: evidence, exposure: exposure, change: change, group: group,
            isSameClaim: isSameClaim)
    }

    /// Whether it holds what was so before a close, and says nothing of what came after.
    func reaches(behind closed: Instant?) -> Bool {
        closed.flatMap { closed in reachesBackTo.map { $0 < closed } } ?? false
    }
}
