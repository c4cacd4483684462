import ArgumentParser
import FlywheelStore
import Uploads

extension ChangesCommand {
    /// What commands that write files end with.
    private static let exits: [Exit] = [.done, .failed, .partly, .refused, .unknown, .usage]

    /// `flywheel changes write`.
    struct Write: AnsweringCommand {
        static let examples = [
            "flywheel changes write --dry-run", "flywheel changes write --output uploads",
            "flywheel changes write L12 --form amazon-preview --dry-run",
        ]
        static let configuration = CommandConfiguration.answering(
            "write", "Writes approved changes to files that a person uploads.", examples: examples, exits: exits,
            discussion: """
                One file for each account, marketplace and form, in the marketplace's own
                format; none is ever overwritten, and nothing is sent. --dry-run prints
                exactly the bytes that would be written, also in test mode. Accounts are in
                test mode unless flywheel.yaml names them: changes: {live: [northwind]}
                """, seeAlso: ["flywheel changes take-back", "flywheel explain test-mode"])

        @Argument(
            help: ArgumentHelp("The changes; all that are approved where none is named.", valueName: "ids"),
            completion: Completions.completion(of: ChangeRecord.letter))
        var ids: [String] = []

        @OptionGroup var place: PlaceOptions
        @OptionGroup var files: UploadOptions

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: files.dryRun ? .reading : .writing)
            var request = files.request
            request.ids = ids.isEmpty ? nil : try IDs<ChangeRecord>.parse(ids).read(session.inputLines)
            request.account = place.account
            request.marketplace = place.marketplaceID
            return try files.printed(session.write(request), global, surroundings)
        }

        func format(for channel: Surroundings.Channel) -> OutputFormat { files.format(global, channel) }
    }

    /// `flywheel changes take-back`.
    struct TakeBack: AnsweringCommand {
        static let examples = [
            "flywheel changes take-back L12", "flywheel changes take-back L12 L13 --output uploads",
            "flywheel changes take-back L12 --dry-run",
        ]
        static let configuration = CommandConfiguration.answering(
            "take-back", "Writes files that set the prices again which written changes replaced.", examples: examples,
            exits: exits,
            discussion: """
                Neither a limit nor test mode holds it up. A price that somebody else set
                since is left alone.
                """, seeAlso: ["flywheel changes --state written"])

        @OptionGroup var ids: IDs<ChangeRecord>
        @OptionGroup var files: UploadOptions

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let session = try Session(global, surroundings, for: files.dryRun ? .reading : .writing)
            return try files.printed(
                session.takeBack(ids.read(session.inputLines), files.request), global, surroundings)
        }

        func format(for channel: Surroundings.Channel) -> OutputFormat { files.format(global, channel) }
    }
}

/// The flags of commands that write files for marketplaces.
struct UploadOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "A folder, which is made where it is missing, or the path of the one file, with an ending.",
            valueName: "place"))
    var output = "."

    @Option(
        help: ArgumentHelp(
            "The form, where it is not to be the usual one: \(UploadFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"), completion: .list(UploadFormat.allCases.map(\.rawValue)), transform: form)
    var form: UploadFormat?

    @Flag(help: "Prints the bytes, and writes nothing.")
    var dryRun = false

    var request: UploadRequest { UploadRequest(output: output, format: form, isTrial: dryRun) }

    /// Prints the bytes of a dry run as they are, unless a format is asked for.
    func printed(
        _ answer: UploadsAnswer, _ global: GlobalOptions, _ surroundings: Surroundings
    ) throws -> UploadsAnswer {
        guard dryRun, global.format == nil else { return answer }
        for upload in answer.uploads { try surroundings.output.write(upload.text) }
        var raw = answer
        raw.isRaw = !answer.uploads.isEmpty
        return raw
    }

    private static func form(_ text: String) throws -> UploadFormat {
        guard let form = UploadFormat(rawValue: text) else {
            let known = UploadFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--form is \"\(text)\", expected \(known)")
        }
        return form
    }

    /// Text says what was written, also into a pipe; the bytes of a dry run are no rows.
    func format(_ global: GlobalOptions, _ channel: Surroundings.Channel) -> OutputFormat {
        dryRun ? global.format ?? .table : global.format(for: channel)
    }
}
