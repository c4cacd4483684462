import BenchmarkFiles

/// Series of one length, from a CSV file with a heading: the series' name first, its value in that period last, the rows of a
/// series one after the other, oldest first.
struct SeriesTable {
    private(set) var names: [String] = []
    private(set) var values: [[Double]] = []

    init(path: String) throws {
        for line in try lines(of: path).dropFirst() {
            let cells = line.split(separator: ",")
            guard cells.count >= 2, let value = Double(cells[cells.count - 1]) else {
                throw UnreadableFile(description: "\(path): found \"\(line)\", expected a name and a value last")
            }
            if names.last.map({ $0 != cells[0] }) ?? true {
                names.append(String(cells[0]))
                values.append([])
            }
            values[values.count - 1].append(value)
        }
    }
}
