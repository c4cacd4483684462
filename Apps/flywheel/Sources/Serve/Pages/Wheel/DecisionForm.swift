import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelWeb
import Learning
import WebPages

/// A form that registers a decision about how to work. What it is about may fill it in by a link.
struct DecisionForm {
    /// What stands in its fields: the query of a link, or what was sent and not accepted.
    let filled: FlywheelWeb.Fields
    /// Why that was not accepted.
    var faults: [Fault] = []
    /// Whether it stands open although nothing fills it in.
    let isOpen: Bool
    let reader: Reader

    private static let flags = ["workflow", "metric", "evidence", "review-days"]

    /// The command that registers what was sent. It is a value of a flag or stands behind `--`, and so cannot become a flag.
    static func command(_ form: FlywheelWeb.Fields) throws -> DecisionsCommand.Add {
        func value(_ name: String) -> String { (form[name] ?? "").trimmingSpace }
        let given = flags.filter { !value($0).isEmpty }.map { "--\($0)=\(value($0))" }
        return try DecisionsCommand.Add.reading(given + ["--", value("kind"), value("subject")])
    }

    /// The field that a refusal is about: it names the flag, or else it is about the subject.
    static func field(of refusal: Diagnostic) -> String {
        flags.first { refusal.sentence.contains("--\($0)") } ?? "subject"
    }

    /// The form, behind a line that opens it.
    var html: HTML {
        let phrases = reader.phrases
        let isFilled = filled.fields.contains { (["kind", "subject"] + Self.flags).contains($0.name) }
        let form = Form(
            to: "/wheel/decisions",
            content: """
                \(fields.map { $0.html(faults: faults, for: reader) })\
                <p class="actions">\(Button(phrases("wheel.act.decide"), weight: .main).html)</p>
                """)
        return """
            <details\(flag: "open", if: isOpen || isFilled)><summary>\(phrases("wheel.act.decide"))</summary>
            \(form.html(for: reader))
            </details>
            """
    }

    private var fields: [Field] {
        let phrases = reader.phrases
        let kinds = LoopWords.kinds.map { (value: $0.rawValue, label: phrases.text("wheel.kind.\($0.rawValue)")) }
        let stages = workflows.map(\.manifest).map { (value: $0.id, label: reader.saidText($0.title)) }
        let metrics = DecisionMetric.allCases.map { (value: $0.rawValue, label: reader.saidText($0.rawValue)) }
        func none(_ label: String) -> [(value: String, label: String)] {
            [(value: "", label: phrases.text("wheel.field.\(label)"))]
        }
        func field(
            _ name: String, _ label: String, _ kind: Field.Kind = .line(), hint: String? = nil, isRequired: Bool = false
        ) -> Field {
            Field(
                name, label: phrases("wheel.field.\(label)"), kind, value: filled[name] ?? "",
                hint: hint.map { phrases("wheel.field.\($0)") }, isRequired: isRequired)
        }
        return [
            field("kind", "kind", .choice(kinds), isRequired: true),
            field("subject", "subject", hint: "subjectHint", isRequired: true),
            field("workflow", "workflow", .choice(none("everyWorkflow") + stages)),
            field("metric", "metric", .choice(none("noMetric") + metrics), hint: "metricHint"),
            field("evidence", "evidence", hint: "evidenceHint"),
            field("review-days", "reviewDays", .line(type: "number"), hint: "reviewDaysHint"),
        ]
    }
}
