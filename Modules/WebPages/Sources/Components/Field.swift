/// A field of a form with its label, its hint, and what was not accepted.
public struct Field: Sendable {
    /// What is filled in.
    public enum Kind: Sendable {
        /// One line of text; `type` and `autocomplete` as HTML has them.
        case line(type: String = "text", autocomplete: String? = nil)
        /// Lines of text.
        case text(rows: Int = 4)
        /// One of several, by value and label.
        case choice([(value: String, label: String)])
        /// Yes or no.
        case box
        /// A file to send, or several.
        case file(accept: String? = nil, isSeveral: Bool = false)
    }

    let name: String
    let form: String?
    let label: HTML
    let kind: Kind
    let value: String
    let hint: HTML?
    let isRequired: Bool

    /// - Parameters:
    ///   - form: the form it is of, where several of a page have a field of that name. ``Fault/field`` is then `form-name`.
    ///   - value: what stands in it: what was typed before, else what holds now. Of a box, anything but nothing ticks it.
    ///   - hint: what helps to fill it in, below the label.
    public init(
        _ name: String, of form: String? = nil, label: HTML, _ kind: Kind = .line(), value: String = "",
        hint: HTML? = nil, isRequired: Bool = false
    ) {
        self.name = name
        self.form = form
        self.label = label
        self.kind = kind
        self.value = value
        self.hint = hint
        self.isRequired = isRequired
    }

    private var key: String { form.map { "\($0)-\(name)" } ?? name }
    private var id: String { "field-\(key)" }

    /// The field, with what was not accepted of it.
    public func html(faults: [Fault] = [], for reader: Reader) -> HTML {
        let fault = faults.first { $0.field == key }
        let told = [hint == nil ? nil : "\(id)-hint", fault == nil ? nil : "\(id)-fault"].compactMap(\.self)
        let shared: HTML = """
            id="\(id)" name="\(name)"\(flag: "required", if: isRequired)\
            \(attribute: "aria-describedby", told.isEmpty ? nil : told.joined(separator: " "))\
            \(attribute: "aria-invalid", fault == nil ? nil : "true")
            """
        let label: HTML = "<label for=\"\(id)\">\(label)\(optional(reader))</label>"
        let hintLine = hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" as HTML }
        let faultLine = fault.map { "<p class=\"fault\" id=\"\(id)-fault\">\($0.message)</p>" as HTML }
        if case .box = kind {
            return """
                <div class="field box"><input type="checkbox" value="on" \(shared)\
                \(flag: "checked", if: !value.isEmpty)>\(label)\(hintLine)\(faultLine)</div>
                """
        }
        return "<div class=\"field\">\(label)\(hintLine)\(faultLine)\(control(shared))</div>"
    }

    /// Most fields are required, so that the others say that they are not.
    private func optional(_ reader: Reader) -> HTML {
        if case .box = kind { return .nothing }
        return isRequired ? .nothing : " <span class=\"muted\">\(reader.phrases("form.optional"))</span>"
    }

    private func control(_ shared: HTML) -> HTML {
        switch kind {
        case .line(let type, let autocomplete):
            "<input type=\"\(type)\" value=\"\(value)\"\(attribute: "autocomplete", autocomplete) \(shared)>"
        case .text(let rows):
            // The parser drops one line break after the tag, so that one of its own would be lost.
            "<textarea rows=\"\(rows)\" \(shared)>\n\(value)</textarea>"
        case .choice(let values):
            "<select \(shared)>\(Self.options(values, selected: [value]))</select>"
        case .box: .nothing
        case .file(let accept, let isSeveral):
            "<input type=\"file\"\(attribute: "accept", accept)\(flag: "multiple", if: isSeveral) \(shared)>"
        }
    }

    static func options(_ values: [(value: String, label: String)], selected: Set<String>) -> [HTML] {
        values.map { value, label in
            "<option value=\"\(value)\"\(flag: "selected", if: selected.contains(value))>\(label)</option>"
        }
    }
}
