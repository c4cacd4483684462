import Foundation

extension Phrases {
    /// A message with its arguments, as markup.
    func html(_ message: Message, _ arguments: [String: Value]) -> HTML {
        filled(message.pieces, arguments).map(html(of:)).joined(by: .nothing)
    }

    /// A message with its arguments, as text.
    func text(_ message: Message, _ arguments: [String: Value]) -> String {
        filled(message.pieces, arguments).map(text(of:)).joined()
    }

    /// A piece of a message that is ready to be written.
    enum Filled {
        /// The message's own words.
        case words(String)
        /// What an argument stands for.
        case value(Value)
    }

    /// The pieces in their order, each filled; an argument that is not given stands as its name in braces.
    func filled(_ pieces: [Message.Piece], _ arguments: [String: Value]) -> [Filled] {
        pieces.flatMap { piece -> [Filled] in
            switch piece {
            case .text(let text): [.words(PseudoText.written(text, for: locale))]
            case .argument(let name), .count(let name): [.value(arguments[name] ?? .text("{\(name)}"))]
            case .plural(let name, let exact, let forms):
                filled(form(of: arguments[name], exact, forms), arguments)
            }
        }
    }

    private func form(
        of value: Value?, _ exact: [Int: [Message.Piece]], _ forms: [PluralCategory: [Message.Piece]]
    ) -> [Message.Piece] {
        guard case .count(let count) = value else { return forms[.other] ?? [] }
        return exact[count] ?? forms[PluralCategory(of: count, in: locale.language)] ?? forms[.other] ?? []
    }

    func html(of filled: Filled) -> HTML {
        switch filled {
        case .value(.html(let html)): html
        case .value(.text(let text)) where turnsAround(text):
            HTML(trusted: "\u{2068}\(HTML(text: text).markup)\u{2069}")
        case .words, .value: HTML(text: text(of: filled))
        }
    }

    func text(of filled: Filled) -> String {
        switch filled {
        case .words(let text), .value(.text(let text)): text
        case .value(.html(let html)): html.markup
        case .value(.count(let count)): count.formatted(.number.locale(figures.formats))
        }
    }

    /// Whether text runs against the sentence around it, whose words and figures it would put into another order: then it is
    /// isolated (Unicode Standard Annex 9), in markup alone, where nobody copies it from.
    private func turnsAround(_ text: String) -> Bool {
        locale.direction == "rtl"
            || text.unicodeScalars.contains { scalar in
                switch scalar.value {
                case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
                default: false
                }
            }
    }
}
