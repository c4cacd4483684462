extension Glossary {
    /// What is said of simulated stores.
    static let simulations: [Entry] = [
        Entry(
            "simulated",
            "Of a store: a simulation wrote what it holds. Every answer out of it says so, its now is the moment the"
                + " simulation ends, and it takes in no files. As an error: what was asked is for real stores alone.",
            "flywheel simulate --list"),
        Entry(
            "real-data", "The store holds what real files brought, so no simulation is written there.",
            "flywheel simulate --store FILE"),
        Entry(
            "simulation-place",
            "A simulation goes into the file that --store or FLYWHEEL_STORE names, and nowhere else.",
            "flywheel simulate --store FILE"),
    ]
}
