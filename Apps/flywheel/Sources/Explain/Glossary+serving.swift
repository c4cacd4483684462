extension Glossary {
    /// The words of the server.
    static let serving: [Entry] = [
        Entry(
            "serve",
            "Pages for people and an API for programs, from one process beside the store. Each value of its settings comes "
                + "from a flag, else a variable of the environment, else the section serve of flywheel.yaml (host, port, "
                + "address, watch, rotateMinutes), else the default.", "flywheel doctor"),
        Entry(
            "setting",
            "A value that says how the server serves. The first of flag, environment and configuration that says something "
                + "wins; a value that is not what its name takes stops the start.", "flywheel serve --help"),
    ]
}
