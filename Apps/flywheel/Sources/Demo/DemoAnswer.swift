/// What `demo` prints: the example files it wrote.
struct DemoAnswer: Answer {
    let folder: String
    let files: [(name: String, bytes: Int)]
    let seed: UInt64

    let listKey: String? = "files"
    let columns = ["file", "bytes"]
    var rows: [JSON] { files.map { ["file": .text("\(folder)/\($0.name)"), "bytes": .count($0.bytes)] } }
    var json: JSON { ["schema": "flywheel.demo/1", "seed": .text(String(seed)), "files": .array(rows)] }

    /// Takes the files into a store beside them, so that no store of one's own holds an invented seller.
    private var nextCommand: String {
        "flywheel import --store \("\(folder)/demo.flywheel".shellWord) --account example \(folder.shellWord)/*".visible
    }

    func text(on page: Page) -> [String] {
        let table = Table(
            columns: [.init("FILE", least: 20), .init("BYTES", isRight: true)],
            rows: files.map { [Table.Cell($0.name), Table.Cell(Numbers.grouped($0.bytes))] })
        return table.lines(on: page) + [
            "", "\(Numbers.count(files.count, "file")) of an invented seller in \(folder.visible) (seed \(seed))",
        ] + page.next(nextCommand)
    }
}
