import BenchmarkFiles
import Triage

/// Labelled messages, each in a part: those of `test` are judged by a model of those of `train`, and those of a numbered
/// part by a model of all other parts.
struct LabelledSet {
    /// The file's name.
    let name: String
    /// The label by whose probability messages are ranked, if the order is what matters.
    let rank: String?
    private let rows: [(part: Substring, message: LabelledMessage)]

    /// Reads lines of part, labels parted by bars, and text, parted by tabs, below a heading of `part`, `labels` or
    /// `rank:` with a label, and `text`.
    init(_ path: String) throws {
        let lines = try lines(of: path)
        let heading = lines.first?.split(separator: "\t") ?? []
        guard heading.count == 3, heading[0] == "part", heading[2] == "text" else {
            throw UnreadableFile(description: "\(path) does not begin with part, labels and text")
        }
        name = String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
        rank = heading[1].hasPrefix("rank:") ? String(heading[1].dropFirst(5)) : nil
        rows = lines.dropFirst().map { line in
            let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            let labels = fields.count > 1 ? fields[1].split(separator: "|").map(String.init) : []
            return (fields[0], LabelledMessage(String(fields.last ?? ""), labels: Set(labels)))
        }
    }

    /// Each training with the messages it is judged by.
    var rounds: [(training: [LabelledMessage], test: [LabelledMessage])] {
        let parts = Set(rows.map(\.part)).subtracting(["train"]).sorted()
        return parts.map { part in
            (
                rows.filter { $0.part != part }.map(\.message), rows.filter { $0.part == part }.map(\.message)
            )
        }
    }
}
