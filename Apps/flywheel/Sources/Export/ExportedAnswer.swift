/// What is printed when a file was written.
struct ExportedAnswer: DocumentedAnswer {
    /// What was written: the name of a set.
    let set: String
    let path: String
    let count: Int
    var warnings: [String] = []

    static let document = Document("exported", "The file that was written.", members)

    static let members: Members<Self> = [
        "set": .value(\.set), "file": .value(\.path), "rows": .value(\.count),
    ]

    func text(on page: Page) -> [String] {
        page.wrapped("Wrote \(Numbers.count(count, "row")) of \(set) to \(path)".visible)
    }
}

extension ExportFile {
    /// Writes the rows of an answer, and says so with what the answer warned of.
    func exported(_ answer: any Answer, of set: String, on clock: WallClock) throws -> ExportedAnswer {
        try write(answer, named: set, on: Page(width: .max, ink: Ink(isOn: false), clock: clock))
        return ExportedAnswer(set: set, path: path, count: answer.rows.count, warnings: answer.warnings)
    }
}
