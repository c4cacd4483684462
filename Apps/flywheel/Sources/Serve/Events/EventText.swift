import FlywheelStore

/// Events of the journal as server-sent events (WHATWG HTML, 9.2).
struct EventText {
    /// Entries with more events than this are told of as one: a rotation opens thousands.
    static let mostOfOneEntry = 500

    /// The verbs that are told; all where there are none.
    var verbs: Set<String> = []
    /// The ids that are told of; all where there are none.
    var subjects: Set<String> = []

    /// The text of some lines, in order. Only the last event of an entry has an id, so that whoever goes on behind it
    /// misses nothing of the entry.
    func text(of lines: [JournalLine]) -> String {
        var text = ""
        for entry in lines.chunked() {
            guard let last = entry.last else { continue }
            if entry.count > Self.mostOfOneEntry, verbs.isEmpty, subjects.isEmpty {
                let summary = EntrySummary(first: entry[entry.startIndex], last: last, events: entry.count)
                text += "event: entry\nid: \(last.sequence)\ndata: \(summary.json.line)\n\n"
                continue
            }
            let told = entry.filter(isTold)
            for line in told {
                let id = line == told.last ? "id: \(line.sequence)\n" : ""
                text += "event: \(line.event.verb.rawValue)\n\(id)data: \(line.json.line)\n\n"
            }
        }
        return text
    }

    private func isTold(_ line: JournalLine) -> Bool {
        (verbs.isEmpty || verbs.contains(line.event.verb.rawValue))
            && (subjects.isEmpty || line.event.subjects.contains(where: subjects.contains))
    }
}

extension [JournalLine] {
    /// The lines entry by entry.
    fileprivate func chunked() -> [ArraySlice<JournalLine>] {
        var entries: [ArraySlice<JournalLine>] = []
        var start = startIndex
        while start < endIndex {
            let end = self[start...].firstIndex { $0.sequence != self[start].sequence } ?? endIndex
            entries.append(self[start..<end])
            start = end
        }
        return entries
    }
}

/// An entry of the journal with more events than are told one by one.
struct EntrySummary: JSONRecord {
    let first: JournalLine
    let last: JournalLine
    let events: Int

    static let members: Members<Self> = [
        "entry": .value(\.last.sequence), "at": .value(\.last.at), "actor": .value(\.last.actor.name),
        "cause": .value(\.first.event.cause), "events": .value(\.events),
    ]
}
