import Testing

@testable import flywheel

extension JSON {
    /// Reads JSON and keeps the order of its keys, which Foundation's reader does not.
    init(reading text: String) throws {
        var reader = Reader(rest: Array(text.unicodeScalars)[...])
        self = try reader.value()
        try #require(reader.rest.allSatisfy { $0 == "\n" })
    }

    /// Reads the form that the program writes: without blanks between values.
    private struct Reader {
        var rest: ArraySlice<Unicode.Scalar>

        mutating func value() throws -> JSON {
            switch rest.first {
            case "{": return .object(try list(from: "{", to: "}") { .init(key: try $0.text(), value: try $0.member()) })
            case "[": return .array(try list(from: "[", to: "]") { try $0.value() })
            case "\"": return .text(try text())
            default:
                let word = rest.prefix { !",]}\n".unicodeScalars.contains($0) }
                rest.removeFirst(word.count)
                let text = String(String.UnicodeScalarView(word))
                if text == "null" { return .null }
                if text == "true" || text == "false" { return .bool(text == "true") }
                if let integer = Int64(text) { return .integer(integer) }
                return .number(try #require(Double(text), "\(text)"))
            }
        }

        private mutating func expect(_ scalar: Unicode.Scalar) throws {
            let found = rest.popFirst()
            try #require(found == scalar)
        }

        private mutating func member() throws -> JSON {
            try expect(":")
            return try value()
        }

        private mutating func list<Item>(
            from open: Unicode.Scalar, to close: Unicode.Scalar, _ item: (inout Reader) throws -> Item
        ) throws -> [Item] {
            try expect(open)
            var items: [Item] = []
            while rest.first != close {
                if !items.isEmpty { try expect(",") }
                items.append(try item(&self))
            }
            rest.removeFirst()
            return items
        }

        private mutating func text() throws -> String {
            try expect("\"")
            var units: [UInt16] = []
            while let scalar = rest.popFirst(), scalar != "\"" {
                guard scalar == "\\" else {
                    units += String(scalar).utf16
                    continue
                }
                let escaped = rest.popFirst()
                switch try #require(escaped) {
                case "n": units.append(10)
                case "r": units.append(13)
                case "t": units.append(9)
                case "u":
                    let digits = String(String.UnicodeScalarView(rest.prefix(4)))
                    rest.removeFirst(4)
                    units.append(try #require(UInt16(digits, radix: 16)))
                case let other: units += String(other).utf16
                }
            }
            return String(decoding: units, as: UTF16.self)
        }
    }
}
