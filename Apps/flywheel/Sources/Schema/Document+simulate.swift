extension Document {
    /// What is written of simulations.
    static let simulations = [
        Document(
            "simulation", "The simulated store that was written.",
            [
                "store": .text, "seed": .text, "weeks": .integer, "end": .text, "rotations": .integer,
                "opened": .integer, "ended": .integer, "decisions": .integer, "listings": .integer, "people": .integer,
                "currency": .maybe(.text),
            ]),
        Document(
            "scenarios", "What may be the matter with a simulated organisation.",
            ["items": .list(["scenario": .text, "sets": .text])]),
    ]
}
