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
    /// The text for people.
    func text(on page: Page) -> [String]
    /// What the process ends with.
    var exit: Exit { get }
    /// What was refused, for standard error.
    var refusals: [Diagnostic] { get }
    /// What rows alone cannot say, for standard error: that there are more.
    var remarks: [String] { get }
}

extension Answer {
    var pipeColumns: [String]? { columns }
    var exit: Exit { .done }
    var refusals: [Diagnostic] { [] }
    var remarks: [String] { [] }
}

/// How an answer is written.
enum OutputFormat: String, CaseIterable {
    /// Text for people.
    case table
    /// Tab separated, without a header: what a pipe gets.
    case tabs
    /// JSON on one line.
    case json
    /// RFC 4180.
    case csv

    /// The answer's text in this format.
    func text(of answer: some Answer, on page: Page) -> String {
        switch self {
        case .table: answer.text(on: page).map { $0 + "\n" }.joined()
        case .tabs:
            answer.pipeColumns.map { Records.tabbed(answer.rows, columns: $0) } ?? Self.table.text(of: answer, on: page)
        case .json: answer.json.line + "\n"
        case .csv: Records.csv(answer.rows, columns: answer.columns, isVisible: page.isTerminal)
        }
    }
}

/// What a process ends with.
enum Exit: Int32 {
    /// Done; an empty list is done.
    case done = 0
    /// Failed; nothing of the command was kept.
    case failed = 1
    /// Some of what was asked was done, the rest not, each named.
    case partly = 2
    /// Done, and something waits for a person.
    case waits = 3
    /// The state refused it: claimed by another, changed since, root cause missing.
    case refused = 4
    /// No such id.
    case unknown = 5
    /// Not allowed.
    case notAllowed = 6
    /// Wrong usage (`EX_USAGE` of sysexits.h).
    case usage = 64
    /// Interrupted.
    case interrupted = 130
}
