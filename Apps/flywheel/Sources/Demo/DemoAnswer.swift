import FlywheelKit

/// What `demo` prints: the example files it wrote.
struct DemoAnswer: DocumentedAnswer {
    let folder: String
    let files: [(path: String, bytes: Int)]
    let seed: UInt64
    /// The day of the last exports: what is invented must not be looked at from another.
    let asOf: Day

    let listKey: String? = "files"

    static let document = Document("demo", "The example files that were written.", members)

    static let members: Members<Self> = [
        "seed": .value { String($0.seed) },
        "files": .list(
            { answer in answer.files.map { (path: "\(answer.folder)/\($0.path)", bytes: $0.bytes) } },
            ["file": .value { $0.path }, "bytes": .value { $0.bytes }]),
    ]

    /// Takes the files into a store beside them, so that no store of one's own holds an invented seller.
    private var nextCommand: String {
        let store = "\(folder)/demo.flywheel".shellWord
        return "flywheel import --store \(store) --account example --as-of \(asOf) \(folder.shellWord)/*".visible
    }

    /// What each day's folder holds, in the order in which the days were written.
    private var days: [(name: Substring, files: Int, bytes: Int)] {
        files.reduce(into: []) { days, file in
            let name = file.path.prefix { $0 != "/" }
            if days.last?.name != name { days.append((name, 0, 0)) }
            days[days.count - 1].files += 1
            days[days.count - 1].bytes += file.bytes
        }
    }

    func text(on page: Page) -> [String] {
        let table = Table(
            columns: [.init("EXPORTED ON", least: 12), .init("FILES", isRight: true), .init("BYTES", isRight: true)],
            rows: days.map {
                [Table.Cell(String($0.name)), Table.Cell("\($0.files)"), Table.Cell(Numbers.grouped($0.bytes))]
            })
        return table.lines(on: page) + [
            "", "\(Numbers.count(files.count, "file")) of an invented seller in \(folder.visible) (seed \(seed))",
        ] + page.next(nextCommand)
    }
}
