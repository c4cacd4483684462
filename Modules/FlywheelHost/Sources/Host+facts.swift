public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore

extension Host {
    /// Reads a few columns, and days before, of some subjects, as they were known at a moment.
    public func factReader(
        of inputs: [FeedInput] = [], windows: [SeriesWindow] = [], asOf: Instant
    ) throws(StoreError) -> FactReader {
        try FactReader(
            store, inputs: inputs, windows: windows, asOf: asOf, zones: runtimeZones,
            terms: configuration.rotation.terms)
    }

    /// What an installed stage sees of a subject from a moment; `nil` where it is not installed, scans something else, or no
    /// import names the subject.
    ///
    /// - Parameter states: what was learned of all accounts, which a store in the hands of some does not tell.
    public func view<Stage: FlywheelStage>(
        _ stage: Stage.Type, of subject: Subject, states: [StageState], asOf: Instant
    ) throws -> StageView<Stage>? {
        try plan.view(
            stage, of: subject, in: store, states: states, asOf: asOf, zones: runtimeZones,
            terms: configuration.rotation.terms)
    }
}
