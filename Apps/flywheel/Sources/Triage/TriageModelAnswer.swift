import CaseDesk
import Cases
import Triage

/// What a desk's triage knows, by language and label.
struct TriageModelAnswer: DocumentedAnswer {
    let triage: DeskTriage
    /// Where it lies; `nil` for the starter, and for what the desk itself keeps.
    let file: String?
    /// Whether the desk keeps it.
    var isKept = false

    let listKey: String? = "labels"

    static let document = Document("triage-model", "What a desk's triage knows, by language and label.", members)

    static let members: Members<Self> = [
        "file": .value(\.file), "source": .word(\.triage.source),
        "languages": .list(
            \.byLanguage,
            [
                "language": .value { $0.key }, "messages": .value { $0.value.basis.messages },
                "labels": .value { $0.value.model.labels.count }, "judged": .value { $0.value.basis.thresholds.judged },
                "right": .value { $0.value.model.judged.count(where: \.isRight) },
                "answered": .value { $0.value.basis.thresholds.answered },
                "threshold": .value { $0.value.basis.thresholds.answer },
            ]),
        "unused": .list(\.unused, ["language": .value { $0.key }, "messages": .value { $0.value }]),
        "labels": .value(\.knowledge),
    ]

    private var byLanguage: [(key: String, value: LanguageTriage)] { triage.languages.sorted { $0.key < $1.key } }
    private var unused: [(key: String, value: Int)] { triage.unused.sorted { $0.key < $1.key } }

    func text(on page: Page) -> [String] {
        let sentence =
            triage.source == .starter
            ? "Starter phrases: they suggest, and decide nothing."
            : "Trained on \(Numbers.count(byLanguage.reduce(0) { $0 + $1.value.basis.messages }, "message"))."
        let languages = Table(
            columns: [
                .init("LANGUAGE"), .init("MESSAGES", isRight: true), .init("LABELS", isRight: true),
                .init("RIGHT", isRight: true), .init("ANSWERED", isRight: true),
            ],
            rows: byLanguage.map { language, entry in
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
        let left = unused.map {
            "Not learned from: \(Numbers.count($0.value, "message")) in \($0.key), too few to tell apart."
        }
        return page.wrapped(
            (sentence + (file.map { " Kept in \($0)." } ?? (isKept ? " Kept at the desk." : ""))).visible) + [""]
            + languages.lines(on: page)
            + left.flatMap { page.wrapped($0) } + [""] + labels.lines(on: page)
            + page.next("flywheel explain triage", word: "What it means")
    }

    private var knowledge: [LabelKnowledge] {
        byLanguage.flatMap { language, entry in
            let judged = Dictionary(grouping: entry.model.judged, by: \.label)
            return entry.model.labels.map { LabelKnowledge(language, $0, entry.basis, judged[$0] ?? []) }
        }
    }
}
