import Cases
import FlywheelKit
import WebPages

/// What acts on cases ask for besides the cases, on the page of one and for several that were ticked.
struct CaseFields {
    let reader: Reader
    /// What stands in a field: what was typed, else what holds now.
    var value: (String) -> String = { _ in "" }

    /// The fields of an act; none where a press of a button says all.
    func fields(of act: CaseAct) -> [Field] {
        switch act {
        case .assign:
            [field("to", label: "cases.assign.label"), field("group", label: "cases.fact.group")]
        case .hold: [field("until", label: "cases.hold.label", .line(type: "date"))]
        case .label: [field("urgency", label: "cases.fact.urgency", .choice(urgencies), isRequired: true)]
        case .escalate:
            [field("reason", label: "cases.escalate.label", hint: "cases.word.hint", isRequired: true)]
        case .close: [field("cause", label: "cases.close.label", hint: "cases.word.hint")]
        case .merge: [field("into", label: "cases.merge.label", hint: "cases.merge.hint", isRequired: true)]
        case .review: [field("verdict", label: "cases.review.label", hint: "cases.review.hint", isRequired: true)]
        case .audit:
            [
                field("tag", label: "cases.audit.tag", hint: "cases.label.hint"),
                field("gap", label: "cases.audit.gap", hint: "cases.word.hint"),
            ]
        default: []
        }
    }

    /// What was typed into the fields of a form, or what holds now.
    static func typed(_ form: [String: String], now contents: Case) -> (String) -> String {
        { name in form[name] ?? (name == "urgency" ? "\(contents.urgency ?? .normal)" : "") }
    }

    private var urgencies: [(value: String, label: String)] {
        Urgency.allCases.map { ("\($0)", reader.phrases.text("cases.urgency.\($0)")) }
    }

    private func field(
        _ name: String, label: String, _ kind: Field.Kind = .line(), hint: String? = nil, isRequired: Bool = false
    ) -> Field {
        Field(
            name, label: reader.phrases(label), kind, value: value(name), hint: hint.map { reader.phrases($0) },
            isRequired: isRequired)
    }
}
