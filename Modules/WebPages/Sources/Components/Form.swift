/// A form that changes something: it is posted, carries the session's token, and works without a script.
public struct Form: Sendable {
    /// The name of the field with the session's token.
    public static let tokenField = "form-token"

    let action: Address
    let name: String?
    let hidden: [(name: String, value: String)]
    let content: HTML
    let isInPlace: Bool
    let takesFiles: Bool

    /// - Parameters:
    ///   - hidden: what is sent along unseen.
    ///   - content: fields and buttons.
    ///   - isInPlace: whether the script may send it without leaving the page, as for one row of a list.
    ///   - takesFiles: whether a field of it is a file.
    public init(
        to action: Address, class name: String? = nil, hidden: KeyValuePairs<String, String> = [:], content: HTML,
        isInPlace: Bool = false, takesFiles: Bool = false
    ) {
        self.action = action
        self.name = name
        self.hidden = hidden.map { (name: $0.key, value: $0.value) }
        self.content = content
        self.isInPlace = isInPlace
        self.takesFiles = takesFiles
    }

    /// The form with one button and nothing to fill in, such as Claim.
    public init(to action: Address, button: Button, hidden: KeyValuePairs<String, String> = [:], isInPlace: Bool = true)
    {
        self.init(to: action, class: "inline", hidden: hidden, content: button.html, isInPlace: isInPlace)
    }

    /// The form as it stands on the reader's page.
    public func html(for reader: Reader) -> HTML {
        let token = reader.formToken.map { [(name: Self.tokenField, value: $0)] } ?? []
        let fields = (token + hidden).map { field -> HTML in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">"
        }
        let encoding = takesFiles ? "multipart/form-data" : nil
        return """
            <form method="post" action="\(action)"\(attribute: "class", name)\(attribute: "enctype", encoding)\
            \(flag: "data-in-place", if: isInPlace)>
            \(fields)
            \(content)
            </form>
            """
    }
}

/// A button: verb and noun.
public struct Button: Sendable {
    /// How much it stands out.
    public enum Weight: String, Sendable {
        /// The one thing to do here.
        case main
        /// Anything else.
        case plain
    }

    let label: HTML
    let weight: Weight
    let name: String?
    let value: String?
    let key: String?
    let subject: String?

    /// - Parameters:
    ///   - subject: what it is about, heard after its label, where a page has several of one label: `X503`.
    ///   - name: the name of the value it sends, where a form has several buttons.
    ///   - key: the key that presses it, for the script (`c` for Claim).
    public init(
        _ label: HTML, weight: Weight = .plain, name: String? = nil, value: String? = nil, key: String? = nil,
        about subject: String? = nil
    ) {
        self.label = label
        self.subject = subject
        self.weight = weight
        self.name = name
        self.value = value
        self.key = key
    }

    /// The button.
    public var html: HTML {
        """
        <button class="\(weight.rawValue)"\(attribute: "name", name)\(attribute: "value", value)\
        \(attribute: "data-key", key)>\(label)\(heard)</button>
        """
    }

    private var heard: HTML? { subject.map { "<span class=\"heard\"> \($0)</span>" } }
}
