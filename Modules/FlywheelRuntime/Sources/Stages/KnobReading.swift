import FlywheelKit
import FlywheelStore

/// How the knobs of one workflow are read: those that are set above those that are kept, above those of a new installation.
struct KnobReading<Knobs: StageKnobs>: Sendable {
    private let workflow: String
    /// What is set, by name: nothing that was learned moves it.
    let set: [String: KnobValue]
    /// What holds where nothing is kept.
    private let start: Knobs

    /// Nothing is set.
    init(of workflow: String) {
        self.workflow = workflow
        set = [:]
        start = Knobs()
    }

    /// `nil` where the knobs have no such values.
    init?(of workflow: String, setting values: [String: KnobValue]) {
        guard let start = Knobs().replacing(values), let said = start.members,
            // What comes back as something else was not understood.
            values.allSatisfy({ said[$0.key] == $0.value })
        else { return nil }
        self.workflow = workflow
        set = values
        self.start = start
    }

    /// The knobs in force.
    func knobs(_ json: String) throws(UnreadKnobs) -> Knobs {
        guard !json.isEmpty else { return start }
        let kept = try kept(json)
        guard !set.isEmpty else { return kept }
        guard let knobs = kept.replacing(set) else { throw UnreadKnobs(workflow: workflow) }
        return knobs
    }

    /// Knobs as they are kept, without what is set. A knob that came later starts as it does in a new installation.
    func kept(_ json: String) throws(UnreadKnobs) -> Knobs {
        if json.isEmpty { return Knobs() }
        if let knobs = try? CanonicalJSON.value(Knobs.self, from: json) { return knobs }
        guard let members = Knobs.members(of: json), let knobs = Knobs().replacing(members) else {
            throw UnreadKnobs(workflow: workflow)
        }
        return knobs
    }
}

extension StageKnobs {
    /// The members of their Codable form; `nil` where that has none.
    var members: [String: KnobValue]? { (try? CanonicalJSON.text(self)).flatMap { Self.members(of: $0) } }

    /// The names that are kept and mean nothing any more.
    static func formerNames(in json: String) -> [String] {
        guard let known = Self().members, let kept = members(of: json) else { return [] }
        return kept.keys.filter { known[$0] == nil }.sorted()
    }

    fileprivate static func members(of json: String) -> [String: KnobValue]? {
        try? CanonicalJSON.value([String: KnobValue].self, from: json)
    }

    /// The same with other values of some members; `nil` where they cannot be read so.
    fileprivate func replacing(_ values: [String: KnobValue]) -> Self? {
        guard let members, let json = try? CanonicalJSON.text(members.merging(values) { $1 }) else { return nil }
        return try? CanonicalJSON.value(Self.self, from: json)
    }
}
