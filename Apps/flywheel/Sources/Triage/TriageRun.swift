import CaseDesk
import Cases

/// Triages a CSV of messages into a CSV: no store.
struct TriageRun {
    /// The CSV of `text[,language]`; `-` for standard input.
    let input: String
    /// The file to write; `-` for standard output.
    let output: String
    let triage: DeskTriage
    /// What became of earlier decisions; `nil` where nobody says.
    let audits: String?

    /// The columns that are added.
    static let added = ["label", "confidence", "decision", "reasons"]

    /// A row with what it is about.
    private struct Line: Sendable {
        let cells: [String]
        let message: TriagedMessage
    }

    func answer(in surroundings: Surroundings, progress: Progress) throws -> TriageAnswer {
        var table = try MessageTable(input, in: surroundings)
        let (text, language) = (try table.required("text"), table.column("language"))
        var lines: [Line] = []
        let prototype = TriageWorker(triage)
        try table.forEach { rows in
            var worker = prototype
            return rows.map { row in
                let stated = language.map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
                return Line(cells: row.cells, message: worker.triage(row.cells[text], language: stated))
            }
        } deliver: {
            lines += $0
            progress.say("triaging: \(Numbers.count(lines.count, "message"))")
        }
        let readings = try watch(lines.map(\.message), surroundings)
        let held = lines.map { line in
            line.message.held(
                by: readings.filter { $0.language == nil || $0.language == line.message.language }
                    .compactMap(\.reading.breach))
        }
        let headings = table.headings.map { name in Self.added.contains(name.lowercased()) ? "given-\(name)" : name }
        let written = zip(lines, held).lazy.map { line, message in
            Records.line(of: line.cells + Self.cells(message))
        }
        let head = Records.line(of: headings + Self.added)
        if output == "-" {
            try surroundings.output.write(head)
            for line in written { try surroundings.output.write(line) }
        } else {
            try ReplacedFile.write(output) { write in
                try write(Array(head.utf8))
                for line in written { try write(Array(line.utf8)) }
            }
        }
        return TriageAnswer(
            file: output == "-" ? nil : output, kinds: held.map(\.decision.kind), readings: readings,
            source: triage.source)
    }

    private static func cells(_ message: TriagedMessage) -> [String] {
        [
            message.labels.joined(separator: ";"), Numbers.fixed(message.confidence, decimals: 4),
            message.decision.kind.rawValue, message.reasons,
        ]
    }

    /// What the messages and earlier decisions say of automation as a whole.
    private func watch(_ messages: [TriagedMessage], _ surroundings: Surroundings) throws -> [WatchReading] {
        let drift = triage.languages.sorted { $0.key < $1.key }.flatMap { language, entry -> [WatchReading] in
            let own = messages.filter { $0.language == language && !$0.labels.isEmpty }
            return AutomationWatch(reference: entry.basis.reference).readings(
                of: AutomationPeriod(
                    certainties: own.map(\.certainty),
                    labels: own.reduce(into: [:]) { $0[$1.labels[0], default: 0] += 1 })
            ).map { WatchReading(language: language, reading: $0) }
        }
        let earlier = try audits.map { try AuditTable.read($0, in: surroundings) }
        return drift + (earlier.map(WatchReading.all(of:)) ?? [])
    }
}
