/// An element of an XML document.
struct Element {
    let name: String
    var attributes: [(name: String, value: String)]
    var content: Content

    indirect enum Content {
        case nothing
        case text(String)
        case elements([Element])
    }

    init(_ name: String, _ attributes: [(String, String)] = [], _ content: Content = .nothing) {
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        self.content = content
    }

    /// The element as it is written, its children indented below it.
    func lines(indent: Int = 0) -> [String] {
        let start = String(repeating: " ", count: indent)
        let head = start + "<" + name + attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
        switch content {
        case .nothing: return [head + "/>"]
        case .text(let text): return ["\(head)>\(Self.escaped(text))</\(name)>"]
        case .elements(let elements):
            return [head + ">"] + elements.flatMap { $0.lines(indent: indent + 2) } + ["\(start)</\(name)>"]
        }
    }

    /// Text in which nothing is taken for markup. What XML 1.0 (2.2) does not allow becomes the replacement character.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
