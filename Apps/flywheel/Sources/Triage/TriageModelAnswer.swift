import CaseDesk
import Cases
import Triage

/// What a desk's triage knows, by language and label.
struct TriageModelAnswer: Answer {
    let triage: DeskTriage
    /// Where it lies; `nil` for the starter, and for what the desk itself keeps.
    let file: String?
    /// Whether the desk keeps it.
    var isKept = false

    let listKey: String? = "labels"
    let columns = ["language", "label", "judged", "right", "threshold", "decided", "sensitive"]
    var pipeColumns: [String]? { columns }

    var rows: [JSON] { knowledge.map(\.json) }

    var json: JSON {
        let languages = triage.languages.sorted { $0.key < $1.key }.map { language, entry -> JSON in
            let thresholds = entry.basis.thresholds
            return [
                "language": .text(language), "messages": .count(entry.basis.messages),
                "labels": .count(entry.model.labels.count), "judged": .count(thresholds.judged),
                "right": .count(entry.model.judged.count(where: \.isRight)), "answered": .count(thresholds.answered),
                "threshold": thresholds.answer.map(JSON.number) ?? .null,
            ]
        }
        return [
            "schema": "flywheel.triage-model/1", "file": .text(file), "source": .text(triage.source.rawValue),
            "languages": .array(languages),
            "unused": .array(
                triage.unused.sorted { $0.key < $1.key }.map {
                    ["language": .text($0.key), "messages": .count($0.value)]
                }), "labels": .array(rows),
        ]
    }

    func text(on page: Page) -> [String] {
        let names = triage.languages.sorted { $0.key < $1.key }
        let sentence =
            triage.source == .starter
            ? "Starter phrases: they suggest, and decide nothing."
            : "Trained on \(Numbers.count(names.reduce(0) { $0 + $1.value.basis.messages }, "message"))."
        let languages = Table(
            columns: [
                .init("LANGUAGE"), .init("MESSAGES", isRight: true), .init("LABELS", isRight: true),
                .init("RIGHT", isRight: true), .init("ANSWERED", isRight: true),
            ],
            rows: names.map { language, entry in
                let thresholds = entry.basis.thresholds
                let judged = Double(max(1, thresholds.judged))
                return [
                    Table.Cell(language), Table.Cell(Numbers.grouped(entry.basis.messages)),
                    Table.Cell(Numbers.grouped(entry.model.labels.count)),
                    Table.Cell(Numbers.percent(Double(entry.model.judged.count(where: \.isRight)) / judged)),
                    Table.Cell(Numbers.percent(Double(thresholds.answered) / judged)),
                ]
            })
        let labels = Table(
            columns: [
                .init("LABEL", least: 12), .init("LANGUAGE"), .init("JUDGED", isRight: true),
                .init("RIGHT", isRight: true), .init("DECIDED", isRight: true), .init("SENSITIVE"),
            ], rows: knowledge.map(\.cells), droppable: ["JUDGED"])
        let left = triage.unused.sorted { $0.key < $1.key }.map {
            "Not learned from: \(Numbers.count($0.value, "message")) in \($0.key), too few to tell apart."
        }
        return page.wrapped(
            (sentence + (file.map { " Kept in \($0)." } ?? (isKept ? " Kept at the desk." : ""))).visible) + [""]
            + languages.lines(on: page)
            + left.flatMap { page.wrapped($0) } + [""] + labels.lines(on: page)
            + page.next("flywheel explain triage", word: "What it means")
    }

    private var knowledge: [LabelKnowledge] {
        triage.languages.sorted { $0.key < $1.key }.flatMap { language, entry in
            let judged = Dictionary(grouping: entry.model.judged, by: \.label)
            return entry.model.labels.map { LabelKnowledge(language, $0, entry.basis, judged[$0] ?? []) }
        }
    }
}
