import ArgumentParser

/// The flags that every command takes, with the same meaning in each.
struct GlobalOptions: ParsableArguments {
    private static let longestName = 64

    @Option(help: ArgumentHelp("The file that everything is kept in.", valueName: "file"))
    var store: String?

    @Option(
        help: ArgumentHelp("The configuration; flywheel.yaml beside the store where there is one.", valueName: "file"))
    var config: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who acts; else the configuration's, else the system's user.", valueName: "name"))
    var actor: String?

    @Option(
        help: ArgumentHelp(
            "The moment to look from: 2026-11-20T16:05:00Z, or a day, which means its end or now.", valueName: "instant"
        ),
        transform: Moment.init(argument:))
    var asOf: Moment?

    @Option(help: "table for people, tabs for pipes, json, ndjson, csv.")
    var format: OutputFormat?

    @Option(help: ArgumentHelp("Cells in a line.", valueName: "cells"))
    var width: Int?

    @Option(help: "When to use colours: auto, always, never.")
    var color: ColorChoice = .auto

    @Flag(help: "No characters beyond ASCII, but for those of the files.")
    var ascii = false

    @Option(help: "Progress of long work: auto, plain for lines that stay, none.")
    var progress: ProgressStyle = .auto

    @Flag(name: .shortAndLong, help: "No hints and no progress; errors stay.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Says which files were used and how long it took.")
    var verbose = false

    func validate() throws {
        if let width, width < 20 { throw ValidationError("--width is \(width), expected 20 or more") }
        if let actor { try Self.check(name: actor, flag: "--as") }
    }

    /// Names are shown to others and kept for good, so they must be readable.
    static func check(name: String, flag: String) throws {
        guard name.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("\(flag) is blank, expected a name")
        }
        guard !name.unicodeScalars.contains(where: \.actsOnScreens) else {
            throw ValidationError(
                "\(flag) is \"\(name.visible)\", expected a name without characters that cannot be seen")
        }
        guard name.count <= longestName else {
            throw ValidationError("\(flag) has \(name.count) characters, expected \(longestName) at most")
        }
    }
}

/// When colours are used.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

/// How the progress of long work is shown.
enum ProgressStyle: String, CaseIterable, ExpressibleByArgument {
    case auto, plain, none
}

extension OutputFormat: ExpressibleByArgument {
    /// Reads a format's name; `text` is another word for a table.
    init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
}
