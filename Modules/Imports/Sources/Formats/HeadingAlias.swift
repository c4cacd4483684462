/// One heading under which a file may carry a column.
struct HeadingAlias: Hashable, Sendable {
    /// As sources write it.
    let written: String
    let name: HeadingName
    /// Which of the columns with that heading, from 0. Chinese listings files call two columns alike.
    let occurrence: Int

    init(_ written: String, occurrence: Int = 0) {
        self.written = written
        name = HeadingName(written)
        self.occurrence = occurrence
    }
}

extension HeadingAlias: ExpressibleByStringLiteral {
    init(stringLiteral written: String) { self.init(written) }
}
