public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore

extension Host {
    /// Reads a few columns, and days before, of some subjects, as they were known at a moment.
    public func factReader(
        of inputs: [FeedInput] = [], windows: [SeriesWindow] = [], asOf: Instant
    ) throws(StoreError) -> FactReader {
        try FactReader(store, inputs: inputs, windows: windows, asOf: asOf, zones: runtimeZones)
    }

    /// What an installed stage sees of a subject from a moment; `nil` where it is not installed, scans something else, or no
    /// import names the subject.
    public func view<Stage: FlywheelStage>(
        _ stage: Stage.Type, of subject: Subject, asOf: Instant
    ) throws -> StageView<Stage>? {
        try plan.view(stage, of: subject, in: store, asOf: asOf, zones: runtimeZones)
    }
}
