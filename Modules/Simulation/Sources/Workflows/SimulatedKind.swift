import FlywheelKit

/// A kind of problem as the simulation makes it: what it takes, how long it lasts, what it comes from.
struct SimulatedKind: Sendable {
    /// What its stage's manifest says of it.
    let finding: FindingKind
    /// How often it comes, beside the other kinds of its workflow.
    let weight: Double
    /// The share of the listing's revenue it takes, at least and at most.
    let share: ClosedRange<Double>
    /// What it comes from, with how often; ids of its workflow's taxonomy.
    let causes: [(id: String, weight: Double)]

    init(
        _ id: String, _ title: String, weight: Double, effortHours: Double, lastsDays: Double,
        share: ClosedRange<Double>, causes: [(String, Double)]
    ) {
        finding = FindingKind(id, title: title, effortHours: effortHours, lastsDays: lastsDays)
        self.weight = weight
        self.share = share
        self.causes = causes.map { (id: $0.0, weight: $0.1) }
    }
}

/// A workflow of the simulated organisation.
struct SimulatedWorkflow: Sendable {
    /// Its id, title and taxonomy, as the store and the program know it.
    let manifest: StageManifest
    /// Its kinds.
    let kinds: [SimulatedKind]
    /// How much of what happens is its.
    let weight: Double
    /// What people do about its problems, in order.
    let steps: [String]

    init(
        _ id: String, _ title: String, weight: Double, steps: [String], causes: [(String, String)],
        kinds: [SimulatedKind]
    ) {
        manifest = StageManifest(
            id: id, title: title, inputs: [Catalog.feed.deciding(Catalog.status)], kinds: kinds.map(\.finding),
            rootCauses: (causes + [("other", "Something else; the note says what.")]).map { RootCause($0.0, $0.1) },
            writes: Set(Verb.allCases))
        self.kinds = kinds
        self.weight = weight
        self.steps = steps
    }
}
