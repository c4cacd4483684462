/// How an answer is written.
enum OutputFormat: String, CaseIterable {
    /// Text for people.
    case table
    /// Tab separated, without a header: what a pipe gets.
    case tabs
    /// JSON on one line.
    case json
    /// JSON, one object a line: a header, the rows, and an end that counts them.
    case ndjson
    /// RFC 4180.
    case csv
    /// A page for people, where a command writes one.
    case html
    /// Markdown, for a document or a meeting.
    case markdown

    /// The formats that every command writes.
    static let ofAll: Set<OutputFormat> = [.table, .tabs, .json, .ndjson, .csv, .markdown]

    /// The answer's text in this format.
    func text(of answer: some Answer, on page: Page) -> String {
        switch self {
        case .table: answer.text(on: page).map { $0 + "\n" }.joined()
        case .tabs:
            answer.pipeColumns.map { Records.tabbed(answer.rows, columns: $0) } ?? Self.table.text(of: answer, on: page)
        case .json: answer.json.line + "\n"
        case .ndjson: Self.lines(of: answer)
        case .csv: Records.csv(answer.rows, columns: answer.columns, isVisible: page.isTerminal)
        case .html: answer.html(on: page)
        case .markdown: answer.markdown(on: page).map { $0 + "\n" }.joined()
        }
    }

    /// Whether rows alone are written, so that what they cannot say goes to standard error.
    var holdsRowsAlone: Bool { self == .tabs || self == .csv }

    /// A header with everything but the rows, a line for each row, and an end, so that a cut stream is noticed.
    private static func lines(of answer: some Answer) -> String {
        let header = answer.json.members.filter { $0.key != answer.listKey }
        let rows = answer.listKey == nil ? [] : answer.rows
        let objects =
            [line("header", header)] + rows.map { line("item", $0.members) }
            + [line("end", [JSON.Member(key: "items", value: .count(rows.count))])]
        return objects.map { $0 + "\n" }.joined()
    }

    private static func line(_ type: String, _ members: [JSON.Member]) -> String {
        JSON.object([JSON.Member(key: "type", value: .text(type))] + members).line
    }
}

extension JSON {
    /// The members of an object; none of any other value.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// The member of an object.
    subscript(_ key: String) -> JSON? { members.first { $0.key == key }?.value }
}
