import ArgumentParser

/// The flags of commands that list rows.
struct ListOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only these fields of the rows: id,atRisk,actBy.", valueName: "names"), transform: fields)
    var fields: Fields?

    private static func fields(_ text: String) throws -> Fields {
        guard let fields = Fields(text) else {
            throw ValidationError("--fields is \"\(text)\", expected names such as id,atRisk")
        }
        return fields
    }
}

/// A command whose answer is a list of rows, and which changes nothing.
protocol ListingCommand: AnsweringCommand {
    /// The flags of commands that list rows.
    var list: ListOptions { get }
}
