import ArgumentParser

/// Where a list goes on.
struct CursorOption: ParsableArguments {
    @Option(help: ArgumentHelp("Where to go on, as an earlier answer says.", valueName: "cursor"))
    var cursor: String?
}
