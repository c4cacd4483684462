/// What a command found, ready to be written in any format. Pure values: how it looks depends on nothing else.
protocol Answer {
    /// The documented JSON; the first member is the schema's name and version.
    var json: JSON { get }
    /// One object a row, for CSV and for pipes.
    var rows: [JSON] { get }
    /// The columns of a row by their flattened names. They stand here so that an empty answer has a header too.
    var columns: [String] { get }
    /// The columns written into a pipe; `nil` where a pipe gets the text.
    var pipeColumns: [String]? { get }
    /// The member of the JSON that holds the rows; `nil` where the answer is no list.
    var listKey: String? { get }
    /// The text for people.
    func text(on page: Page) -> [String]
    /// A page of HTML; empty where the command writes none.
    func html(on page: Page) -> String
    /// The same as Markdown.
    func markdown(on page: Page) -> [String]
    /// What the process ends with.
    var exit: Exit { get }
    /// What was refused, for standard error.
    var refusals: [Diagnostic] { get }
    /// What may surprise, for standard error.
    var warnings: [String] { get }
    /// What rows alone cannot say, for standard error: that there are more.
    var remarks: [String] { get }
}

extension Answer {
    var pipeColumns: [String]? { columns }
    var listKey: String? { nil }
    func html(on page: Page) -> String { "" }
    func markdown(on page: Page) -> [String] { Records.markdown(rows, columns: columns) }
    var exit: Exit { .done }
    var refusals: [Diagnostic] { [] }
    var warnings: [String] { [] }
    var remarks: [String] { [] }
}
