import ArgumentParser
import FlywheelHost
import FlywheelStore

/// `flywheel journal`.
struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "journal", "Checks the journal of everything that happened.", examples: Verify.examples,
        exits: [.done, .failed, .waits, .usage], seeAlso: ["flywheel export journal", "flywheel doctor"],
        subcommands: [Verify.self])

    /// `flywheel journal verify`.
    struct Verify: AnsweringCommand {
        static let examples = [
            "flywheel journal verify", "flywheel journal verify --store northwind.flywheel",
            "flywheel journal verify --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "verify", "Reads the whole journal and says where events and seals do not agree.", examples: examples,
            exits: [.done, .failed, .waits, .usage])

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings)
            return ChecksAnswer(
                document: ChecksAnswer.documentOfJournal, checks: try Examination.journal(of: session.host.store))
        }
    }
}

/// `flywheel doctor`.
struct DoctorCommand: AnsweringCommand {
    static let examples = [
        "flywheel doctor", "flywheel doctor --store northwind.flywheel", "flywheel doctor --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "doctor", "Looks at store, journal, configuration and feeds, and says what needs a person.", examples: examples,
        exits: [.done, .waits, .usage])

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        ChecksAnswer(
            document: ChecksAnswer.document, checks: Examination(options: global, surroundings: surroundings).checks())
    }
}
