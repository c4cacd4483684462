public import FlywheelKit
public import FlywheelStore

/// The order in which stages run on a chunk: whoever publishes a signal before whoever reads it.
public struct Plan: Sendable {
    /// The stages in running order.
    public let stages: [InstalledStage]

    /// Orders stages, and refuses a set that cannot work together before any work starts.
    ///
    /// Stages that do not depend on each other keep alphabetical order, so the plan does not depend on how they are listed.
    public init(_ stages: [InstalledStage]) throws(PlanError) {
        let sorted = stages.sorted { $0.manifest.id < $1.manifest.id }
        for (one, next) in zip(sorted, sorted.dropFirst()) where one.manifest.id == next.manifest.id {
            throw .sameID(one.manifest.id)
        }
        var publishers: [SignalKey: String] = [:]
        for stage in sorted {
            for key in stage.manifest.publishes {
                if let other = publishers.updateValue(stage.manifest.id, forKey: key) {
                    throw .twoPublishers(key.text, other, stage.manifest.id)
                }
            }
            if let kind = Self.repeated(stage.manifest.kinds.map(\.id)) { throw .sameKind(stage.manifest.id, kind) }
            if let (kind, feed) = stage.manifest.unreadDeciders.first {
                throw .unreadDecider(stage.manifest.id, kind.id, feed.key.text)
            }
        }
        try Self.checkFeeds(of: sorted)

        var ordered: [InstalledStage] = []
        var waiting = sorted
        while !waiting.isEmpty {
            let published = Set(waiting.flatMap(\.manifest.publishes))
            // A stage may read what it publishes itself: that is no dependency on another.
            guard
                let next = waiting.firstIndex(where: { stage in
                    stage.manifest.reads.allSatisfy { !published.contains($0) || stage.manifest.publishes.contains($0) }
                })
            else { throw .cycle(waiting.map(\.manifest.id)) }
            ordered.append(waiting.remove(at: next))
        }
        self.stages = ordered
    }

    /// Every feed that a stage declares, by key.
    public var feeds: [Feed] {
        var seen: Set<FeedKey> = []
        return stages.flatMap(\.manifest.inputs).map(\.feed).filter { seen.insert($0.key).inserted }
    }

    private static func checkFeeds(of stages: [InstalledStage]) throws(PlanError) {
        var declared: [FeedKey: Feed] = [:]
        for feed in stages.flatMap(\.manifest.inputs).map(\.feed) {
            if let other = declared.updateValue(feed, forKey: feed.key), other != feed {
                throw .twoFeeds(feed.key.text)
            }
        }
    }

    private static func repeated(_ ids: [String]) -> String? {
        var seen: Set<String> = []
        return ids.first { !seen.insert($0).inserted }
    }
}

/// Why a set of stages cannot work together.
public enum PlanError: Error, Hashable, Sendable {
    /// Two stages have one id.
    case sameID(String)
    /// One stage has two kinds of one id.
    case sameKind(String, String)
    /// A kind of a stage is decided by a feed that the stage does not read.
    case unreadDecider(String, String, String)
    /// Two stages publish one signal.
    case twoPublishers(String, String, String)
    /// Stages read each other's signals in a circle.
    case cycle([String])
    /// Two declarations of one feed differ.
    case twoFeeds(String)
}

extension PlanError: CustomStringConvertible {
    /// What is wrong with the set, in a sentence.
    public var description: String {
        switch self {
        case .sameID(let id): "two workflows are called \"\(id)\""
        case .sameKind(let id, let kind): "workflow \"\(id)\" has two kinds called \"\(kind)\""
        case .unreadDecider(let id, let kind, let key):
            "kind \"\(kind)\" of workflow \"\(id)\" is decided by \(key), which the workflow does not read"
        case .twoPublishers(let key, let one, let other):
            "signal \(key) is published by both \"\(one)\" and \"\(other)\""
        case .cycle(let ids): "workflows read each other's signals in a circle: \(ids.joined(separator: ", "))"
        case .twoFeeds(let key): "feed \(key) is declared in two different ways; a changed meaning needs a new version"
        }
    }
}

extension Plan {
    /// What measures day by day what a kind of problem takes, of those of which something does.
    var measuredKinds: [AvailabilityMask.Kind: Series] {
        stages.map(\.manifest).reduce(into: [:]) { measured, manifest in
            for kind in manifest.kinds {
                measured[AvailabilityMask.Kind(workflow: manifest.id, kind: kind.id)] = kind.measuredBy
            }
        }
    }

    /// What is to be done about an exception, in the words of its workflow.
    ///
    /// - Parameter states: what the stages have learned.
    public func resolution(of exception: ExceptionRecord, states: [StageState]) throws -> Resolution {
        guard exception.isSeenByStage else {
            return Resolution(.ask("a person found it; what they saw is in its notes"))
        }
        let workflow = exception.fingerprint.workflow
        guard let stage = stages.first(where: { $0.manifest.id == workflow }) else {
            return Resolution(.ask("the workflow \(workflow) takes no part here"))
        }
        let state = states.first { $0.workflow == workflow } ?? StageState(workflow: workflow)
        // What is to be done about one of a group is to be done about all.
        let evidence = try exception.isGroup ? GroupEvidence(of: exception).example : exception.evidence.text()
        return try stage.resolve(evidence, state)
    }
}

extension Plan {
    /// What people set of knobs as a hash, beside those of a ``WorkPolicy``.
    var hashes: [String: String] {
        get throws {
            let set = stages.filter { !$0.setKnobs.isEmpty }.map { ($0.manifest.id, $0.setKnobs) }
            let text = try CanonicalJSON.text(Dictionary(set, uniquingKeysWith: { first, _ in first }))
            return ["policy.knobs": SHA.hexadecimal(of: text)]
        }
    }
}
