import ArgumentParser

/// `flywheel commitments`.
struct CommitmentsCommand: ListingCommand {
    static let examples = [
        "flywheel commitments", "flywheel commitments --format json", "flywheel commitments --as-of 2026-10-31",
    ]
    static let configuration = CommandConfiguration.answering(
        "commitments", "Shows what everybody sees: components, service levels and how they were kept, incidents.",
        examples: examples, exits: [.done, .failed, .usage],
        discussion: """
            Service levels are counted as flywheel sla counts them: the public number is
            the internal one. With fewer than least: promises, or days that a component
            was watched, it says so and states no share. A past moment shows what could be
            known then.
            """, seeAlso: ["flywheel sla", "flywheel incidents", "flywheel explain commitments"])

    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        CommitmentsAnswer(status: try Session(global, surroundings).publicStatus())
    }
}
