import ArgumentParser
import FlywheelHost

/// `flywheel export`.
struct ExportCommand: AnsweringCommand {
    static let examples = [
        "flywheel export queue --marketplace US --output queue.xlsx", "flywheel export outcomes --output outcomes.csv",
        "flywheel export journal --format ndjson --fields at,event,subject",
    ]
    static let configuration = CommandConfiguration.answering(
        "export", "Writes all rows of a set, for spreadsheets and other programs.", examples: examples,
        exits: [.done, .failed, .waits, .unknown, .usage],
        discussion: """
            The format comes from the file's name: .csv, .ndjson, .json, .tsv or .xlsx. A file that is there is
            replaced. In a spreadsheet amounts are numbers, moments are dates in UTC, and no text is run as a formula.
            """, seeAlso: ["flywheel queue", "flywheel schema"])

    @Argument(help: "queue, exceptions, outcomes, imports, rejects or journal.")
    var set: ExportSet = .queue

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup var place: PlaceOptions
    @OptionGroup var list: ListOptions
    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard set.hasPlaces || !place.filter.isNarrow else {
            let sets = ExportSet.allCases.filter(\.hasPlaces).map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                "--account and --marketplace choose rows of \(sets), and \(set.rawValue) is written whole")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let file = output == "-" ? nil : try ExportFile(output, stated: global.format)
        let session = try Session(global, surroundings)
        let whole = try session.all(of: set, at: place.filter)
        let answer = try list.fields?.selected(of: whole) ?? whole
        return try file?.exported(answer, of: set.rawValue, on: session.clock) ?? answer
    }

    /// What goes to standard output is a table of its own; that a file was written is said in words.
    func format(for channel: Surroundings.Channel) -> OutputFormat {
        output == "-" ? global.format ?? .csv : ExportFile.answerFormat(of: output, stated: global.format)
    }
}

extension ExportCommand: PartedCommand {
    func part(_ page: ListPage, in surroundings: Surroundings) throws -> AnswerPart? {
        try Session(global, surroundings).part(page, of: set)
    }
}
