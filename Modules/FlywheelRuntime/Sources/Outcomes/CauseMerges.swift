public import FlywheelKit
public import FlywheelStore

/// Which root causes are one, as people decided: outcomes keep the word that was said, and are read as the other.
public struct CauseMerges: Sendable {
    /// A cause of a workflow.
    private struct Name: Hashable {
        let workflow: String
        let cause: String
    }

    private var into: [Name: String] = [:]
    /// All that are one with another.
    private var joined: Set<Name> = []

    /// No merges.
    public init() {}

    /// The merges among kept decisions that are in force at a moment.
    public init(_ records: [LoopRecord], until: Instant) throws {
        for decision in try records.compactMap(CauseDecision.init) where decision.isInForce(at: until) {
            guard let workflow = decision.workflow, let merge = decision.merges else { continue }
            let name = Name(workflow: workflow, cause: merge.cause)
            into[name] = merge.into
            joined.formUnion([name, Name(workflow: workflow, cause: merge.into)])
        }
    }

    /// Whether no causes were merged.
    public var isEmpty: Bool { into.isEmpty }

    /// Whether people made a cause of a workflow one with another.
    public func joins(_ cause: String, of workflow: String) -> Bool {
        joined.contains(Name(workflow: workflow, cause: cause))
    }

    /// The cause that a cause of a workflow is read as; itself where nobody merged it.
    public func cause(_ cause: String, of workflow: String) -> String {
        var (found, seen) = (cause, Set([cause]))
        // What was merged in a circle stays what it is.
        while let next = into[Name(workflow: workflow, cause: found)] {
            guard seen.insert(next).inserted else { return cause }
            found = next
        }
        return found
    }

    /// Whether two causes of a workflow are one.
    public func areOne(_ cause: String, _ other: String, of workflow: String) -> Bool {
        cause == other || self.cause(cause, of: workflow) == self.cause(other, of: workflow)
    }

    /// What the subject of a decision is that reads one cause as another.
    public static func subject(_ cause: String, into other: String) -> String { "cause \(cause) into \(other)" }

    /// The causes that a subject names; `nil` where it is no merge.
    public static func causes(of subject: String) -> (cause: String, into: String)? {
        let words = subject.split(separator: " ").map(String.init)
        guard words.count == 4, words[0] == "cause", words[2] == "into" else { return nil }
        return (words[1], words[3])
    }
}
