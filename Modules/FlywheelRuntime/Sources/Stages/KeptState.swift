import FlywheelKit
public import FlywheelStore

/// What of a stage's kept state another version of its module wrote, so that this one cannot use it.
public enum UnreadState: Hashable, Sendable {
    /// What it learned from the catalogue; its next survey learns it anew.
    case model
    /// The numbers that steer it: without them it does not run.
    case knobs
    /// A number that somebody set, of a name that no knob has any more.
    case formerKnob(String)
}

/// The numbers that somebody set for a workflow are kept and cannot be read. Others in their place would be chosen by nobody.
public struct UnreadKnobs: Error, Hashable, Sendable, CustomStringConvertible {
    /// The workflow's id.
    public let workflow: String

    /// A sentence in lower case, without a full stop.
    public var description: String {
        "the thresholds kept for the workflow \(workflow) cannot be read by this version of it"
    }
}

extension InstalledStage {
    /// What this version of the stage cannot use of what is kept of it.
    public func unread(in state: StageState) -> [UnreadState] { findUnread(state) }
}

extension StageModel {
    /// A model as it is kept; an empty one where another version's form cannot be read, as surveys learn it anew.
    init(kept json: String) { self = Self.readable(json) ?? Self() }

    /// `nil` where nothing is kept, or nothing that can be read.
    static func readable(_ json: String) -> Self? {
        json.isEmpty ? nil : try? CanonicalJSON.value(Self.self, from: json)
    }
}
