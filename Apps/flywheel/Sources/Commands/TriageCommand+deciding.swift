import ArgumentParser

extension TriageCommand {
    /// `flywheel triage decide`.
    struct Decide: ListingCommand {
        static let examples = [
            "flywheel triage decide --dry-run", "flywheel triage decide", "flywheel triage decide --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "decide", "Decides what open cases are about, where flywheel.yaml lets it.", examples: examples,
            exits: [.done, .failed, .partly, .waits, .usage],
            discussion: """
                cases: automation: {intents: [...]} in flywheel.yaml names what may be decided
                without a person; without it nothing is. rotate does the same. A case gets its
                intent, the urgency its words state, and the group of its routing rule, by the
                word of the rule triage; flywheel cases undo C12 takes that back, and any
                word of a person stands before it. One case in ten, or the share that
                audited: says, is left to people without an answer. Where the watch finds
                anything wrong, nothing is decided.
                """, seeAlso: ["flywheel triage report --desk", "flywheel explain automation"])

        @Flag(help: "Says what would happen, and changes nothing.")
        var dryRun = false

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings, for: dryRun ? .reading : .writing).decideTriage(isDryRun: dryRun)
        }
    }
}
