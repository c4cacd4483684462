import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import WebPages

/// What a change of exceptions asks for, beside the exceptions themselves.
struct WorkForm {
    let verb: WorkAnswer.Verb
    let ids: [ExceptionID]
    /// The causes to choose from when closing.
    var causes: [RootCause] = []
    /// Where it leads back to.
    let back: Address
    /// How often others had changed the exception when the form was shown.
    var seen: Int?
    /// What was not accepted.
    var faults: [Fault] = []

    /// The verbs that ask for more than their exceptions.
    static let asking: [WorkAnswer.Verb] = [.assign, .snooze, .close, .dismiss, .note]

    /// Where it is sent: to one exception, or to the queue for several.
    var action: Address {
        guard let only = ids.first, ids.count == 1 else { return "/queue/\(verb.rawValue)" }
        return "/x/\(only.description)/\(verb.rawValue)"
    }

    /// The form, with what was filled in before.
    func html(in visit: PageVisit) -> HTML {
        let reader = visit.reader
        let fields = fields(in: visit).map { $0.html(faults: faults, for: reader) }
        let several =
            ids.count == 1 ? [] : ids.map { "<input type=\"hidden\" name=\"id\" value=\"\($0.description)\">" as HTML }
        let count: [String: Phrases.Value] = ["count": .count(ids.count)]
        let button = Button(reader.phrases("exception.submit.\(verb.rawValue)", count), weight: .main)
        return Form(
            to: action, hidden: ["return": back.text, "seen": seen.map { "\($0)" } ?? ""],
            content: "\(several)\(fields)\(button.html)"
        ).html(for: reader)
    }

    private func fields(in visit: PageVisit) -> [Field] {
        func label(_ key: String) -> HTML { visit.words("exception.field.\(key)") }
        let kept = visit.field
        switch verb {
        case .assign: return [Field("to", label: label("to"), value: kept("to"), isRequired: true)]
        case .snooze:
            return [
                Field("until", label: label("until"), .line(type: "date"), value: kept("until"), isRequired: true),
                Field(
                    "reason", label: label("reason"), value: kept("reason"),
                    hint: visit.words("exception.field.reasonHint"), isRequired: true),
            ]
        case .close:
            let choices =
                [(value: "", label: visit.words.text("exception.field.choose"))]
                + causes.map { (value: $0.id, label: visit.reader.saidText($0.title)) }
            return [
                Field(
                    "cause", label: label("cause"), .choice(choices), value: kept("cause"),
                    hint: visit.words("exception.field.causeHint")),
                Field(
                    "cause-new", label: label("causeNew"), value: kept("cause-new"),
                    hint: visit.words("exception.field.causeNewHint")),
                Field("note", label: label("note"), .text(rows: 3), value: kept("note")),
                Field(
                    "minutes", label: label("minutes"), .line(type: "number"), value: kept("minutes"),
                    hint: visit.words("exception.field.minutesHint")),
            ]
        case .dismiss:
            let reasons = ["noise", "known", "duplicate"].map {
                (value: $0, label: visit.words.text("exception.dismissal.\($0)"))
            }
            return [
                Field("reason", label: label("dismissal"), .choice(reasons), value: kept("reason"), isRequired: true),
                Field("note", label: label("note"), .text(rows: 3), value: kept("note")),
            ]
        case .note: return [Field("text", label: label("text"), .text(rows: 3), value: kept("text"), isRequired: true)]
        case .claim, .release, .step, .reopen, .add, .undo: return []
        }
    }
}
