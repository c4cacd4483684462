import BenchmarkFiles
import Calendars
import Foundation

/// A stream of the benchmark, with the stretches in which something was odd.
struct LabelledStream {
    /// Its folder and file, as the labels name it.
    let name: String
    let seconds: [Int64]
    let values: [Double]
    let windows: [ClosedRange<Int>]

    var group: String { String(name.prefix { $0 != "/" }) }
    /// Points at the beginning that are not scored.
    var probation: Int { min(values.count * 15 / 100, 750) }

    /// Every stream of a folder that has `data/<group>/<stream>.csv`, gzipped or not, and `labels/combined_windows.json`.
    static func all(in folder: String) throws -> [LabelledStream] {
        let labels = try JSONDecoder().decode(
            [String: [[String]]].self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/labels/combined_windows.json")))
        return try labels.keys.sorted().compactMap { name in
            let places = ["", ".gz"].map { "\(folder)/data/\(name)\($0)" }
            guard let path = places.first(where: FileManager.default.fileExists) else { return nil }
            return try LabelledStream(name: name, path: path, windows: labels[name, default: []])
        }
    }

    private init(name: String, path: String, windows: [[String]]) throws {
        let rows = try lines(of: path).dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        self.name = name
        values = try rows.map { row in
            guard row.count > 1, let value = Double(row[1]) else {
                throw UnreadableFile(description: "\(path): \(row)")
            }
            return value
        }
        seconds = try rows.map { row in
            guard let seconds = Self.seconds(row[0]) else { throw UnreadableFile(description: "\(path): \(row)") }
            return seconds
        }
        // Texts of one form are in the order of time.
        self.windows = windows.compactMap { window in
            guard let first = rows.firstIndex(where: { $0[0] >= window[0].prefix(19) }),
                let last = rows.lastIndex(where: { $0[0] <= window[1].prefix(19) }), first <= last
            else { return nil }
            return first...last
        }
    }

    /// The scores that a published detector gave it, in a column of its own file; `nil` where there is none.
    func published(by detector: String, in folder: String) throws -> [Double]? {
        let path = "\(folder)/results/\(detector)/\(group)/\(detector)_\(name.dropFirst(group.count + 1))"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let rows = try lines(of: path).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let column = rows.first?.firstIndex(of: "anomaly_score"), rows.count == values.count + 1 else {
            return nil
        }
        return rows.dropFirst().compactMap { Double($0[column]) }
    }

    /// `2015-09-01 13:45:00`.
    private static func seconds(_ text: Substring) -> Int64? {
        let clock = text.dropFirst(11).split(separator: ":").compactMap { Int64($0) }
        guard let date = CivilDate(String(text.prefix(10))), clock.count == 3 else { return nil }
        return Int64(date.daysSinceEpoch) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }
}
