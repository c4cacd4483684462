/// What is printed when a file was written.
struct ExportedAnswer: Answer {
    /// What was written: the name of a set.
    let set: String
    let path: String
    let count: Int
    var warnings: [String] = []

    let listKey: String? = nil
    let columns = ["set", "file", "rows"]
    var rows: [JSON] { [["set": .text(set), "file": .text(path), "rows": .count(count)]] }
    var json: JSON {
        ["schema": "flywheel.exported/1", "set": .text(set), "file": .text(path), "rows": .count(count)]
    }

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
