import FlywheelHost
import FlywheelKit
import FlywheelStore

extension [ImportReport] {
    /// Files that nothing says the marketplace of: their facts stay apart from those of every marketplace.
    var unplaced: [ImportReport] {
        filter { report in
            // What is of no listing, as exchange rates are, needs no place.
            report.record.map { $0.draft.subject != .account } ?? false
                && report.origins.contains { $0.hasPrefix("marketplace") && $0.hasSuffix("assumed") }
        }
    }

    /// What was read one way and may have been meant another, and of which files, a sentence each: never folded away, since
    /// whoever does not read it goes by wrong days or without amounts.
    var doubts: [String] { sentences(\.doubts) }

    /// What nothing reads, and of which files: a kind of notification that is to be read may be among it.
    var unused: [String] { sentences(\.unused) }

    /// What is said of files, each sentence once.
    private func sentences(_ said: (ImportReport) -> [String]) -> [String] {
        var files: [(sentence: String, names: [String])] = []
        for (report, sentence) in flatMap({ report in said(report).map { (report, $0) } }) {
            if let known = files.firstIndex(where: { $0.sentence == sentence }) {
                files[known].names.append(report.fileName)
            } else {
                files.append((sentence, [report.fileName]))
            }
        }
        return files.map { sentence, names in
            let more = names.count > 1 ? " and \(Numbers.count(names.count - 1, "other"))" : ""
            return "\(names[0])\(more): \(sentence)".visible
        }
    }
}
