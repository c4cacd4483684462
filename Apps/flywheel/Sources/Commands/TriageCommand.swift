import ArgumentParser

/// `flywheel triage`.
struct TriageCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "triage", "Says what messages are about, and who decides.",
        examples: [
            "flywheel triage train --desk",
            "flywheel triage decide --dry-run",
            "flywheel triage train --file closed.csv --model desk.triage",
            "flywheel triage predict --model desk.triage --file new.csv --output triaged.csv",
            "flywheel triage report --model desk.triage --file held-out.csv",
        ],
        exits: [.done, .failed, .waits, .usage], seeAlso: ["flywheel explain triage", "flywheel schema triage"],
        subcommands: [Train.self, Predict.self, Decide.self, Report.self])

    /// `flywheel triage train`.
    struct Train: AnsweringCommand {
        static let examples = [
            "flywheel triage train --file closed.csv --model desk.triage",
            "flywheel triage train --desk",
            "flywheel triage train --starter --model starter.triage",
        ]
        static let configuration = CommandConfiguration.answering(
            "train", "Learns from messages that people labelled.", examples: examples, exits: [.done, .failed, .usage],
            discussion: """
                --file reads CSV with the columns text and label, and language where it is
                known. Several labels are parted by a semicolon; a message without a label is
                about nothing the desk knows, and teaches that. Each language with 50
                messages gets a model of its own. Nothing leaves the machine, and no message
                is in the model. --desk learns from the desk's own closed cases, each by what
                who asks wrote first and the intents people set, else the topic its source
                states; flywheel case suggests by that from then on. --starter takes the
                phrases of the program instead: they suggest, and decide nothing.
                """, seeAlso: ["flywheel triage predict", "flywheel explain triage"])

        @Option(help: ArgumentHelp("The messages; - for standard input.", valueName: "file"))
        var file: String?

        @Flag(help: "Learns from the desk's closed cases, and keeps the model at the desk.")
        var desk = false

        @Flag(help: "Learns from the program's own phrases.")
        var starter = false

        @Option(help: ArgumentHelp("The file to write; none with --desk.", valueName: "file"))
        var model: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard [file != nil, desk, starter].count(where: \.self) == 1 else {
                throw ValidationError("expected one of --file, --desk and --starter")
            }
            guard (model == nil) == desk else {
                let fault = desk ? "--model is for --file and --starter: the desk keeps its own" : "expected --model"
                throw ValidationError(fault)
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            guard let model else { return try Session(global, surroundings, for: .writing).trainTriage() }
            return try TriageTraining(input: file, model: model).answer(in: surroundings)
        }

        func format(for channel: Surroundings.Channel) -> OutputFormat { global.format ?? .table }
    }

    /// `flywheel triage predict`.
    struct Predict: AnsweringCommand {
        static let examples = [
            "flywheel triage predict --model desk.triage --file new.csv --output triaged.csv",
            "flywheel triage predict --file new.csv --output triaged.csv",
            "flywheel triage predict --model desk.triage --file - --audits audited.csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "predict", "Adds to each message what it is about, how sure that is, who decides, and why.",
            examples: examples, exits: [.done, .failed, .usage],
            discussion: """
                --file reads CSV with the column text, and language where it is known; all
                columns are kept, and label, confidence, decision and reasons added. decision
                is auto, suggest for a person who is offered the label, or human where nothing
                is known well enough. What speaks of policy, money, safety or law is never
                auto. Without --model the program's own phrases suggest. --audits is CSV with
                the columns label, confidence and right, overridden and handed-over where they
                are known: what is not as it has to be turns automation to suggestions, and so
                do messages unlike those of the training.
                """, seeAlso: ["flywheel triage report", "flywheel explain triage"])

        @Option(help: ArgumentHelp("What was trained; the program's own phrases without it.", valueName: "file"))
        var model: String?

        @Option(help: ArgumentHelp("The messages; - for standard input.", valueName: "file"))
        var file: String

        @Option(
            name: [.customShort("o"), .long],
            help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
        var output = "-"

        @Option(help: ArgumentHelp("What became of earlier decisions.", valueName: "file"))
        var audits: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard output != "-" || global.format == nil || global.format == .csv else {
                throw ValidationError("--format asks for another form, and triaged messages are written as csv")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try TriageRun(input: file, output: output, triage: TriageFile.read(model), audits: audits)
                .answer(in: surroundings, progress: global.progress(in: surroundings))
        }

        /// Messages on standard output are all that stands there; of a file that was written words say so.
        func format(for channel: Surroundings.Channel) -> OutputFormat {
            output == "-" ? .table : global.format ?? .table
        }
    }

    /// `flywheel triage report`.
    struct Report: AnsweringCommand {
        static let examples = [
            "flywheel triage report --desk",
            "flywheel triage report --model desk.triage --file held-out.csv",
            "flywheel triage report --model desk.triage --audits audited.csv --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "report", "Says what a model knows, how it does on labelled messages, and whether it may still decide.",
            examples: examples, exits: [.done, .failed, .waits, .usage],
            discussion: """
                --file reads CSV with the columns text and label of messages it was not
                trained on. --audits reads what became of its decisions, as for predict. Where
                one is beyond its limit by more than chance, the exit code is 3. --desk asks
                how the desk's own model does on the cases that people labelled since it was
                trained: where they differ from what it would have decided, that is an
                override.
                """, seeAlso: ["flywheel triage predict", "flywheel explain triage"])

        @Option(help: ArgumentHelp("What was trained; the program's own phrases without it.", valueName: "file"))
        var model: String?

        @Flag(help: "Asks after the desk's own model.")
        var desk = false

        @Option(help: ArgumentHelp("Labelled messages it was not trained on.", valueName: "file"))
        var file: String?

        @Option(help: ArgumentHelp("What became of its decisions.", valueName: "file"))
        var audits: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard !desk || (model == nil && file == nil && audits == nil) else {
                throw ValidationError("--desk reads the desk's own model and cases: leave the files out")
            }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            if desk { return try Session(global, surroundings).reportTriage() }
            let triage = try TriageFile.read(model)
            guard file != nil || audits != nil else { return TriageModelAnswer(triage: triage, file: model) }
            let period = try audits.map { try AuditTable.read($0, in: surroundings) }
            return TriageReportAnswer(
                trial: try file.map { try TriageTrial($0, by: triage, in: surroundings) },
                readings: period.map(WatchReading.all(of:)) ?? [])
        }
    }
}
