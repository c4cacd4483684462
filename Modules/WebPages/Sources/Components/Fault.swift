/// What a form did not accept: the same words in the summary on top and beside the field. What was typed stays.
public struct Fault: Hashable, Sendable {
    /// The name of the field.
    public let field: String
    /// What was found, what is expected, what to do.
    public let message: HTML

    /// Something a field does not accept.
    public init(field: String, _ message: HTML) {
        self.field = field
        self.message = message
    }

    /// The summary on top of the page; the script moves the focus there.
    static func summary(_ faults: [Fault], for reader: Reader) -> HTML {
        guard !faults.isEmpty else { return .nothing }
        let lines = faults.map { "<li><a href=\"#field-\($0.field)\">\($0.message)</a></li>" as HTML }
        return """
            <section class="faults" id="faults" tabindex="-1" aria-labelledby="faults-title">
            <h2 id="faults-title">\(reader.phrases("form.faults", ["count": .count(faults.count)]))</h2>
            <ul>
            \(lines)
            </ul>
            </section>
            """
    }
}
