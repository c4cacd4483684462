import Foundation
public import FlywheelKit
public import Testing

/// Proves that a stage keeps the contract, with chunks of its author's own.
///
/// ```swift
/// @Test func conforms() {
///     StageConformance(LowStockStage.self, fixture: [chunk], readme: "../README.md").verify()
/// }
/// ```
///
/// Run it in debug builds: release builds cannot see which verbs a stage left to their defaults.
public struct StageConformance<S: FlywheelStage> {
    let fixture: [Chunk]
    let signals: [SignalPort]
    let knobs: S.Knobs
    let model: S.Model?
    let outcomes: [Outcome<S.Evidence>]
    let opensOnUnknown: Set<String>
    let golden: URL?
    let readme: URL?
    package var isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    /// What to try a stage on.
    ///
    /// - Parameters:
    ///   - stage: the stage's type.
    ///   - fixture: chunks that show at least one problem of every kind, and rows that are fine.
    ///   - signals: what other stages have published, one port for each chunk; nothing when left out.
    ///   - knobs: the knobs to detect with; the defaults when left out.
    ///   - model: the model to detect with; when left out, a ``Surveying`` stage's is fitted from the fixture, and
    ///     another stage's is the one a new installation starts with.
    ///   - outcomes: what to learn from, beyond the outcomes made from the fixture's findings: one for each verdict.
    ///   - opensOnUnknown: the kinds that missing data may open, because that the data is missing *is* the problem.
    ///   - golden: the file to compare findings, exposures and resolutions with; written when the environment says
    ///     `RECORD=1`. Required of stages that call themselves beta or stable.
    ///   - readme: the workflow's README. Required of stages that call themselves beta or stable.
    ///   - testFile: the file that relative paths start from; the one that calls when left out.
    public init(
        _ stage: S.Type, fixture: [Chunk], signals: [SignalPort] = [], knobs: S.Knobs = S.Knobs(),
        model: S.Model? = nil, outcomes: [Outcome<S.Evidence>] = [], opensOnUnknown: [FindingKind] = [],
        golden: String? = nil, readme: String? = nil, testFile: String = #filePath
    ) {
        let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
        self.fixture = fixture
        self.signals = signals.isEmpty ? fixture.map { _ in SignalPort() } : signals
        self.knobs = knobs
        self.model = model
        self.outcomes = outcomes
        self.opensOnUnknown = Set(opensOnUnknown.map(\.id))
        self.golden = golden.map { URL(fileURLWithPath: $0, relativeTo: folder).standardizedFileURL }
        self.readme = readme.map { URL(fileURLWithPath: $0, relativeTo: folder).standardizedFileURL }
    }

    /// Runs every check, and records each violation as an issue of the running test, at the caller's line.
    public func verify(sourceLocation: SourceLocation = #_sourceLocation) {
        for violation in violations() {
            Issue.record("\(S.manifest.title): \(violation)", sourceLocation: sourceLocation)
        }
        #if !DEBUG
            Issue.record(
                "\(S.manifest.title): verbs: not checked, because this is a release build; test in debug as well",
                severity: .warning, sourceLocation: sourceLocation)
        #endif
    }

    /// Runs every check and returns what does not hold, in the order of ``Check``.
    ///
    /// A fixture that does not fit the stage is reported alone: nothing else could be tried on it.
    public func violations() -> [Violation] {
        let misfits = misfits()
        guard misfits.isEmpty else { return misfits.map { Violation(check: .fixture, message: $0) } }
        let trial = Trial(self)
        return Check.allCases.flatMap { check in
            Self.shortened(trial.complaints(check)).map { Violation(check: check, message: $0) }
        }
    }

    /// One fault often shows in every row of the fixture; a few of them say enough.
    private static func shortened(_ complaints: [String]) -> [String] {
        guard complaints.count > 4 else { return complaints }
        return complaints.prefix(3) + ["and \(complaints.count - 3) more like these"]
    }
}
