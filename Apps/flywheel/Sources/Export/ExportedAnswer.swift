/// What `export` prints when it wrote a file.
struct ExportedAnswer: Answer {
    let set: ExportSet
    let path: String
    let count: Int

    let listKey: String? = nil
    let columns = ["set", "file", "rows"]
    var rows: [JSON] { [["set": .text(set.rawValue), "file": .text(path), "rows": .count(count)]] }
    var json: JSON {
        ["schema": "flywheel.exported/1", "set": .text(set.rawValue), "file": .text(path), "rows": .count(count)]
    }

    func text(on page: Page) -> [String] {
        page.wrapped("Wrote \(Numbers.count(count, "row")) of \(set.rawValue) to \(path)".visible)
    }
}
