extension HTML: ExpressibleByStringInterpolation {
    /// The markup of a literal, as it stands.
    public init(stringLiteral literal: StaticString) { self.init(trusted: literal.description) }

    /// The markup of a literal with its interpolations escaped.
    public init(stringInterpolation: StringInterpolation) { self.init(trusted: stringInterpolation.markup) }

    /// Puts markup together: literals as they stand, values escaped.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup: String

        /// Makes room for a literal.
        public init(literalCapacity: Int, interpolationCount: Int) {
            markup = ""
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// A piece of the literal. No text of run time fits here.
        public mutating func appendLiteral(_ literal: StaticString) { markup += literal.description }

        /// Text, escaped.
        public mutating func appendInterpolation(_ text: some StringProtocol) { markup += VisibleText.escaped(text) }

        /// Text, escaped; nothing where there is none.
        public mutating func appendInterpolation(_ text: String?) { markup += text.map(VisibleText.escaped) ?? "" }

        /// Markup.
        public mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

        /// Markup; nothing where there is none.
        public mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }

        /// Pieces of markup, a line each.
        public mutating func appendInterpolation(_ pieces: [HTML]) { markup += pieces.joined().markup }

        /// An address, for `href`, `src` and `action`.
        public mutating func appendInterpolation(_ address: Address) { markup += VisibleText.escaped(address.text) }

        /// Markup as the value of an attribute, which holds text alone: tags in it are shown, and end nothing.
        public mutating func appendInterpolation(label html: HTML) {
            markup += html.markup.replacing("\"", with: "&quot;").replacing("<", with: "&lt;").replacing(
                ">", with: "&gt;")
        }

        /// A number for attributes such as `colspan`, in the digits of HTML. Numbers for people come from ``Formats``.
        public mutating func appendInterpolation(_ number: Int) { markup += String(number) }

        /// An attribute with its leading space; nothing at all where there is no value.
        public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            if let value { markup += " \(name)=\"\(VisibleText.escaped(value))\"" }
        }

        /// An attribute that is there or is not, such as `checked`, with its leading space.
        public mutating func appendInterpolation(flag name: StaticString, if isSet: Bool) {
            if isSet { markup += " \(name)" }
        }
    }
}
