public import FlywheelKit
public import FlywheelStore

/// A number that steers an installed stage's detection, without the stage's types.
public struct InstalledKnob: Hashable, Sendable {
    /// The workflow's id.
    public let workflow: String
    /// Its name in configuration.
    public let name: String
    /// The values it may take.
    public let range: ClosedRange<Double>
    /// Whether a higher value finds more; a lower one does otherwise.
    public let isLooserHigher: Bool
    /// What its number counts.
    public let unit: Quantity
    /// What it means, as a phrase; empty where its author does not say.
    public let about: String
    /// What a new installation starts with.
    public let initial: Double
    /// Whether a person sets it: then nothing that was learned moves it.
    public let isSet: Bool

    /// The value that finds more by a share of this one, at the end of its range at most.
    public func looser(than value: Double, by step: Double) -> Double {
        let reach = range.reach(of: step, around: value)
        return min(max(isLooserHigher ? value + reach : value - reach, range.lowerBound), range.upperBound)
    }

    /// Whether the first value finds more than the second.
    public func isLooser(_ one: Double, than other: Double) -> Bool { isLooserHigher ? one > other : one < other }
}

/// What a stage wishes its knobs to be, once it looked at what it has learned.
public struct KnobWish: Hashable, Sendable {
    /// The knobs it would move, with the values they would have.
    public let values: [String: Double]
    /// Why, in the stage's words.
    public let reason: String
}

/// The numbers of a stage by name, beside their JSON.
struct ErasedKnobs: Sendable {
    let all: [InstalledKnob]
    let initial: [String: KnobValue]
    let set: [String: KnobValue]
    let values: @Sendable (_ json: String) throws -> [String: Double]
    let keptValues: @Sendable (_ json: String) throws -> [String: Double]
    let setting: @Sendable (_ value: Double, _ name: String, _ json: String) throws -> String
    let wish: @Sendable (StageState) throws -> KnobWish?

    init<Stage: FlywheelStage>(_: Stage.Type, _ reading: KnobReading<Stage.Knobs>) {
        let start = Stage.Knobs()
        initial = start.members ?? [:]
        set = reading.set
        all = Stage.Knobs.tunable.map { knob in
            InstalledKnob(
                workflow: Stage.manifest.id, name: knob.name, range: knob.range, isLooserHigher: knob.looser == .higher,
                unit: knob.unit, about: knob.about, initial: start[keyPath: knob.path],
                isSet: reading.set[knob.name] != nil)
        }
        @Sendable func named(_ knobs: Stage.Knobs) -> [String: Double] {
            Dictionary(
                Stage.Knobs.tunable.map { ($0.name, knobs[keyPath: $0.path]) }, uniquingKeysWith: { first, _ in first })
        }
        values = { named(try reading.knobs($0)) }
        keptValues = { named(try reading.kept($0)) }
        setting = { value, name, json in
            var next = try reading.kept(json)
            for knob in Stage.Knobs.tunable where knob.name == name { next[keyPath: knob.path] = value }
            return try CanonicalJSON.text(next)
        }
        wish = { state in
            let now = try reading.knobs(state.knobs)
            guard !state.record.isEmpty else { return nil }
            let record = try CanonicalJSON.value(TrackRecord.self, from: state.record)
            guard let proposal = Stage.tune(now, from: record) else { return nil }
            let (before, after) = (named(now), named(proposal.knobs))
            return KnobWish(values: after.filter { before[$0.key] != $0.value }, reason: proposal.reason)
        }
    }
}

extension InstalledStage {
    /// The numbers that steer its detection and may be tuned.
    public var knobs: [InstalledKnob] { erasedKnobs.all }

    /// All that people may set of it, tuned or not, with the values of a new installation: by the names of its Codable form.
    public var initialKnobs: [String: KnobValue] { erasedKnobs.initial }

    /// What a person sets of it.
    public var setKnobs: [String: KnobValue] { erasedKnobs.set }

    /// The value of each knob, by name.
    ///
    /// - Parameter json: knobs as they are kept; empty for those of a new installation.
    public func knobValues(_ json: String) throws -> [String: Double] { try erasedKnobs.values(json) }

    /// The same as they are kept, whatever a person sets.
    public func keptKnobValues(_ json: String) throws -> [String: Double] { try erasedKnobs.keptValues(json) }

    /// Knobs as they are kept, with one of them moved.
    public func knobs(_ json: String, setting name: String, to value: Double) throws -> String {
        try erasedKnobs.setting(value, name, json)
    }

    /// What the stage would change of its knobs; `nil` where it would leave them.
    public func wish(_ state: StageState) throws -> KnobWish? { try erasedKnobs.wish(state) }
}
