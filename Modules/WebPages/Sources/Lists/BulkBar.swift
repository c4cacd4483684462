/// What can be done with the rows that are ticked: verb, noun and number on each button.
public struct BulkBar: Sendable {
    /// One thing to do.
    public struct Action: Sendable {
        let address: Address
        let label: HTML

        /// - Parameter label: verb and noun, "Claim exceptions"; the script adds the number.
        public init(to address: Address, _ label: HTML) {
            self.address = address
            self.label = label
        }
    }

    let actions: [Action]
    let content: HTML
    let everything: HTML?

    /// - Parameters:
    ///   - content: further fields, such as the cause of a close.
    ///   - everything: the second, explicit step that takes all rows of the view, with their number.
    public init(_ actions: [Action], content: HTML = .nothing, everything: HTML? = nil) {
        self.actions = actions
        self.content = content
        self.everything = everything
    }

    /// The bar; the boxes of the rows belong to its form by its id.
    public func html(for reader: Reader) -> HTML {
        let token = reader.formToken.map {
            "<input type=\"hidden\" name=\"\(Form.tokenField)\" value=\"\($0)\">" as HTML
        }
        let buttons = actions.map { action -> HTML in
            "<button formaction=\"\(action.address)\">\(action.label) <span data-selected></span></button>"
        }
        return """
            <form method="post" id="bulk" class="actions" aria-label="\(reader.phrases("list.bulk"))">
            \(token)
            \(content)
            \(buttons)
            \(everything)
            </form>
            """
    }
}
