@testable import Imports
import Testing

@Suite struct JSONReaderTests {
    private func parse(_ bytes: [UInt8], blockBytes: Int = 1 << 18, limits: ReadLimits = ReadLimits()) throws
        -> JSONValue
    {
        let reader = JSONReader(MemoryStream(bytes), limits: limits, blockBytes: blockBytes)
        let value = try reader.value()
        try reader.finish()
        return value
    }

    private func parse(_ text: String) throws -> JSONValue { try parse(Array(text.utf8)) }

    @Test func everyKindOfValueIsRead() throws {
        let value = try parse(#" {"a":[1,-0.5e+3,true,false,null,"x"],"b":{},"c":[]} "#)
        #expect(
            value["a"] == .array([.number("1"), .number("-0.5e+3"), .flag(true), .flag(false), .null, .text("x")]))
        #expect(value["b"] == .object([]))
        #expect(value["c"] == .array([]))
        #expect(value["d"] == nil)
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\uD83D\uDE00""#, "é😀"), ("\"日本\"", "日本"),
    ])
    func escapesAreTheCharactersTheyMean(json: String, text: String) throws {
        #expect(try parse(json) == .text(text))
        #expect(try parse(Array(json.utf8), blockBytes: 1) == .text(text))
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "[1 2]", "01", "1.", ".5", "+1", "1e", "-", "tru", "nul",
        "'x'",
        "\"\u{1}\"", #""\x""#, #""\u12G4""#, #""\uD83D""#, #""\uDE00""#, #""\uD83D\u0041""#, "\"x", "1 2", "[1]]",
        "NaN",
    ])
    func whatTheGrammarDoesNotAllowIsAnError(json: String) {
        #expect(throws: ReadError.self) { try parse(json) }
    }

    @Test func errorsSayWhere() {
        #expect(throws: ReadError.malformedJSON(line: 3, column: 8, reason: "expected a value, found \"x\"")) {
            try parse("{\n\"a\": 1,\n  \"b\": x}")
        }
        #expect(throws: ReadError.malformedJSON(line: 2, column: 1, reason: "expected a comma or ], found \"2\"")) {
            try parse(Array("[1\n2]".utf8), blockBytes: 2)
        }
    }

    @Test func bytesThatAreNotUTF8AreAnError() {
        #expect {
            try parse([0x22, 0x61, 0xFF, 0x22])
        } throws: {
            "\($0)" == "line 1, byte 1: found bytes that are not UTF-8 in the text that begins here"
        }
    }

    @Test func depthAndLengthHaveLimits() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try parse(nested(JSONReader.deepest)) != .null)
        #expect { try parse(nested(JSONReader.deepest + 1)) } throws: { "\($0)".contains("at most 64") }
        let limits = ReadLimits(rowBytes: 100)
        let long = Array("[\"\(String(repeating: "x", count: 200))\"]".utf8)
        #expect(throws: ReadError.rowTooLong(line: 1, limit: 100)) { try parse(long, limits: limits) }
        let reader = JSONReader(MemoryStream(long), limits: limits)
        try reader.skipValue()
        try reader.finish()
    }

    @Test(arguments: [
        ("1.0E7", "10000000"), ("1.2345678E7", "12345678"), ("-1.5e-3", "-0.0015"), ("12", "12"), ("3.4e0", "3.4"),
        ("1e999", "1e999"),
    ])
    func exponentsAreWrittenOut(number: String, digits: String) {
        #expect(JSONValue.withoutExponent(number) == digits)
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func whatWasWrittenIsReadHoweverItIsCut(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let value = Self.value(depth: 0, &random)
        let written = Self.written(value, &random)
        let block = Int.random(in: 1...64, using: &random)
        #expect(try parse(Array(written.utf8), blockBytes: block) == value)
        let reader = JSONReader(MemoryStream(Array(written.utf8)), blockBytes: block)
        try reader.skipValue()
        try reader.finish()
        for cut in written.utf8.indices.dropFirst().prefix(200) where value.isContainer {
            let part = Array(written.utf8[..<cut])
            #expect(throws: ReadError.self, "cut to \(part.count) bytes") { try parse(part) }
        }
    }

    private static func value(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: depth > 3 ? 2...5 : 0...5, using: &random) {
        case 0: .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth + 1, &random) })
        case 1:
            .object(
                (0..<Int.random(in: 0...4, using: &random)).map {
                    JSONValue.Member(name: "n\($0)é", value: value(depth: depth + 1, &random))
                })
        case 2: .text(["", "a\"b", "tab\tline\n", "日本 😀", "\\"].randomElement(using: &random) ?? "")
        case 3: .number(["0", "-1", "12.50", "1e9"].randomElement(using: &random) ?? "0")
        case 4: .flag(Bool.random(using: &random))
        default: .null
        }
    }

    private static func written(_ value: JSONValue, _ random: inout SeededGenerator) -> String {
        let space = ["", " ", "\n", "\r\n\t"].randomElement(using: &random) ?? ""
        return switch value {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let digits): digits
        case .text(let text): quoted(text)
        case .array(let values):
            "[\(space)" + values.map { written($0, &random) }.joined(separator: "\(space),") + "]"
        case .object(let members):
            "{" + members.map { "\(quoted($0.name))\(space):" + written($0.value, &random) }.joined(separator: ",")
                + "\(space)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case "\t": "\\t"
            case "\n": "\\u000A"
            case "😀": "\\uD83D\\uDE00"
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}

extension JSONValue {
    fileprivate var isContainer: Bool {
        switch self {
        case .array, .object: true
        case .null, .flag, .number, .text: false
        }
    }
}
