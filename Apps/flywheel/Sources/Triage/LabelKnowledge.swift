import CaseDesk
import Cases
import Triage

/// What is known of a label in a language, from messages that the model had not seen.
struct LabelKnowledge: JSONRecord {
    let language: String
    let label: String
    /// Messages that the model took for it.
    let judged: Int
    /// How many of them it was right about.
    let right: Int
    /// From which certainty on it decides; `nil` for never.
    let threshold: Double?
    /// How many of the judged messages it would have decided about; none where the label is sensitive.
    let decided: Int
    /// The topic that keeps it from deciding.
    let sensitive: SensitiveTopic?

    init(_ language: String, _ label: String, _ basis: LanguageTriage.Basis, _ messages: [JudgedMessage]) {
        self.language = language
        self.label = label
        judged = messages.count
        right = messages.count(where: \.isRight)
        let sensitive = basis.sensitiveLabels[label]
        let threshold = basis.thresholds.labels[label]
        self.sensitive = sensitive
        self.threshold = threshold
        decided =
            sensitive == nil ? messages.count { message in threshold.map { message.certainty >= $0 } ?? false } : 0
    }

    static let members: Members<Self> = [
        "language": .value(\.language), "label": .value(\.label), "judged": .value(\.judged), "right": .value(\.right),
        "threshold": .value(\.threshold), "decided": .value(\.decided), "sensitive": .word(\.sensitive),
    ]

    var cells: [Table.Cell] {
        let all = Double(max(1, judged))
        return [
            Table.Cell(label), Table.Cell(language), Table.Cell(Numbers.grouped(judged)),
            Table.Cell(judged == 0 ? "-" : Numbers.percent(Double(right) / all)),
            Table.Cell(judged == 0 ? "-" : Numbers.percent(Double(decided) / all)),
            Table.Cell(sensitive?.rawValue ?? ""),
        ]
    }
}
