/// What is wrong with a file of series, and where.
public struct SeriesFault: Error, Hashable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// The cell of it, from 1.
    public let column: Int
    /// What was found, and what was expected.
    public let sentence: String

    init(line: Int, column: Int, _ sentence: String) {
        self.line = line
        self.column = column
        self.sentence = sentence
    }
}
