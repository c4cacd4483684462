import CaseDesk
import Cases

/// What `triage predict` says when it is done; nothing where the rows themselves are the answer.
struct TriageAnswer: DocumentedAnswer {
    /// The file that was written; `nil` for standard output.
    let file: String?
    /// Who decides, message by message.
    let kinds: [TriageDecision.Kind]
    /// What the watch over automation read.
    let readings: [WatchReading]
    let source: DeskTriage.Source

    let columns = ["auto", "suggest", "human"]
    var pipeColumns: [String]? { nil }

    static let document = Document(
        "triage", "The messages that were triaged, by who decides, and what the watch over automation read.", members)

    static let members: Members<Self> = [
        "file": .value(\.file), "source": .word(\.source), "messages": .value(\.kinds.count),
        "auto": .value { $0.count(.auto) }, "suggest": .value { $0.count(.suggest) },
        "human": .value { $0.count(.human) }, "watch": .value(\.readings),
    ]

    private func count(_ kind: TriageDecision.Kind) -> Int { kinds.count { $0 == kind } }

    /// That automation is down to suggestions is said wherever the rows go.
    var warnings: [String] {
        readings.compactMap { watched in
            watched.reading.breach.map { breach in
                let (value, limit) = (
                    Numbers.fixed(breach.value, decimals: 3), Numbers.fixed(breach.limit, decimals: 3)
                )
                return "automation is down to suggestions\(watched.language.map { " in " + $0 } ?? ""): "
                    + "\(breach.measure.words) \(value), limit \(limit), of \(Numbers.count(breach.rows, "row"))"
            }
        }
    }

    func text(on page: Page) -> [String] {
        guard let file else { return [] }
        let parts = TriageDecision.Kind.allCases.map { kind in
            "\(kind.rawValue) \(Numbers.grouped(count(kind)))"
        }
        return page.wrapped(
            "Wrote \(Numbers.count(kinds.count, "message")) to \(file): \(parts.joined(separator: ", "))".visible)
            + page.next("flywheel explain triage", word: "What it means")
    }
}
