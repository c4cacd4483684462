import Calendars
import Commitments
import Conversations
import FlywheelKit
import FlywheelWeb
import WebPages

/// What somebody who publishes fills in, with what of it was not accepted.
struct PublishForm {
    /// What is asked for.
    enum Part: String {
        case title, text, severity, components, began, next, owner, starts, ends
    }

    let action: Address
    /// The key of its heading and button.
    let key: String
    let parts: [Part]
    /// What stands in fields where nothing was typed.
    var usual: [Part: String] = [:]
    /// The components that are ticked where nothing was typed.
    var affected: [String] = []
    var faults: [Fault] = []

    func html(in visit: PageVisit) -> HTML {
        let label = visit.words("publish.\(key)")
        let fields = parts.map { field($0, in: visit) }
        let form = Form(to: action, content: "\(fields)\(Button(label, weight: .main).html)").html(for: visit.reader)
        return "<section><h2>\(label)</h2>\n\(form)</section>"
    }

    private func field(_ part: Part, in visit: PageVisit) -> HTML {
        let (name, reader) = (part.rawValue, visit.reader)
        let label = visit.words("publish.field.\(name)")
        let typed = visit.request.isSafe ? usual[part] ?? "" : visit.field(name)
        let zone = visit.words("publish.hint.zone", ["zone": .text(visit.house.clock.place)])
        switch part {
        case .title, .owner:
            return Field(name, label: label, value: typed, isRequired: part == .title).html(faults: faults, for: reader)
        case .text:
            return Field(
                name, label: label, .text(), value: typed, hint: visit.words("publish.hint.text"), isRequired: true
            ).html(faults: faults, for: reader)
        case .severity:
            let choices = Severity.allCases.map { severity in
                (value: severity.rawValue, label: visit.words.text("status.standing.\(severity.rawValue)"))
            }
            return Field(name, label: label, .choice(choices), value: typed, isRequired: true)
                .html(faults: faults, for: reader)
        case .began, .next, .starts, .ends:
            let isRequired = part == .starts || part == .ends
            return Field(
                name, label: label, .line(type: "datetime-local"), value: typed, hint: zone, isRequired: isRequired
            ).html(faults: faults, for: reader)
        case .components: return components(label, in: visit)
        }
    }

    /// A box for each component.
    private func components(_ label: HTML, in visit: PageVisit) -> HTML {
        let boxes = visit.house.commitments.components.map { component in
            let name = "component-\(component.id)"
            let isTicked =
                visit.request.isSafe ? affected.contains(component.id) : visit.request.form[name] != nil
            return Field(name, label: HTML(text: component.name), .box, value: isTicked ? "on" : "")
                .html(for: visit.reader)
        }
        let fault = faults.first { $0.field == Part.components.rawValue }
        return """
            <fieldset id="field-components"><legend>\(label)</legend>\
            \(fault.map { "<p class=\"fault\">\($0.message)</p>" as HTML })
            \(boxes)</fieldset>
            """
    }
}

extension PageVisit {
    /// The components that are ticked.
    var tickedComponents: [String] {
        house.commitments.components.map(\.id).filter { request.form["component-\($0)"] != nil }
    }

    /// The moment that a field says, `2026-11-20T17:00` on the clock of the calendar; `nil` where it is empty.
    ///
    /// - Throws: ``PublishFault`` where it says no moment.
    func moment(_ part: PublishForm.Part) throws(PublishFault) -> Instant? {
        let text = field(part.rawValue)
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: "T")
        let digits = parts.count == 2 ? parts[1].split(separator: ":").compactMap { Int($0) } : []
        guard digits.count >= 2, (0...23).contains(digits[0]), (0...59).contains(digits[1]),
            let day = Day(String(parts[0]))
        else { throw PublishFault(part: part, key: "moment") }
        let second = digits[0] * 3_600 + digits[1] * 60
        return Instant(seconds: house.clock.zone.instant(day: day.epochDays, secondOfDay: second))
    }
}

/// What a field does not accept.
struct PublishFault: Error {
    let part: PublishForm.Part
    /// The key of why.
    let key: String
    var arguments: [String: Phrases.Value] = [:]

    init(part: PublishForm.Part, key: String) {
        self.part = part
        self.key = key
    }

    /// Why something was not said, where a field can be mended; `nil` where the page has to be looked at again.
    init?(_ error: CommitmentError) {
        switch error {
        case .text(let refusal):
            self.init(part: refusal.field == .title ? .title : .text, key: Self.key(of: refusal.reason))
            if case .length(_, let most) = refusal.reason { arguments["most"] = .count(most) }
            if let place = refusal.place { arguments["place"] = .count(place.lowerBound + 1) }
        case .noComponent, .noComponents: self.init(part: .components, key: "components")
        case .nextUpdate: self.init(part: .next, key: "next")
        case .began: self.init(part: .began, key: "began")
        case .span: self.init(part: .ends, key: "span")
        case .unknown, .unreadable, .isOver, .tooEarly, .step: return nil
        }
    }

    private static func key(of reason: PublicTextRefusal.Reason) -> String {
        switch reason {
        case .empty: "empty"
        case .length: "length"
        case .personal(let kind): kind.rawValue
        case .name: "name"
        case .account: "account"
        case .recordID: "recordID"
        }
    }

    /// It as the form shows it.
    func fault(in visit: PageVisit) -> Fault {
        Fault(field: part.rawValue, visit.words("publish.fault.\(key)", arguments))
    }
}
