import ArgumentParser

/// `flywheel anomalies`.
struct AnomaliesCommand: AnsweringCommand {
    static let examples = [
        "flywheel anomalies --stream visits.csv --output scored.csv",
        "flywheel anomalies --stream sensor.csv.gz -o scored.csv --format json",
        "cat visits.csv | flywheel anomalies --stream -",
    ]
    static let configuration = CommandConfiguration.answering(
        "anomalies", "Scores how odd each value of anybody's stream is beside those before it.",
        examples: examples, exits: [.done, .failed, .usage],
        discussion: """
            --stream reads CSV of timestamp,value in the order of time, gzipped or not.
            A timestamp is 2026-11-20 14:05:00, or a date alone, or with an offset to
            UTC on every row, which says the order while the clock that is written says
            the time of day; steps may differ, and an empty value is unknown. Written
            is CSV of timestamp,value,score, in one pass: a score is from 0 to below 1,
            rests on the rows before it alone, and is worth a look from 0.5 on. Nothing
            has to be set: what is usual is learned, the time of day with it. Scores of
            the first days, while little is known, are rough.
            """, seeAlso: ["flywheel explain score", "flywheel schema anomalies", "flywheel forecast"])

    @Option(help: ArgumentHelp("The file to score; - for standard input.", valueName: "file"))
    var stream: String

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var output = "-"

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func validate() throws {
        guard output != "-" || global.format == nil || global.format == .csv else {
            throw ValidationError("--format asks for another form, and scores of a stream are written as csv")
        }
    }

    func answer(in surroundings: Surroundings) throws -> any Answer {
        try StreamRun(files: FilePass(input: stream, output: output))
            .answer(in: surroundings, progress: global.progress(in: surroundings))
    }

    /// Scores on standard output are all that stands there; of a file that was written words say so.
    func format(for channel: Surroundings.Channel) -> OutputFormat {
        output == "-" ? .table : global.format ?? .table
    }
}
