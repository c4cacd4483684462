import Testing

@testable import flywheel

@Suite struct JSONStrictTests {
    @Test(arguments: [
        ("{\"a\":[1,-2.5,true,false,null,\"x\"]}", "{\"a\":[1,-2.5,true,false,null,\"x\"]}"),
        (" [ ] ", "[]"), ("\"\\u00e9\\ud83d\\ude00\\n\"", "\"é😀\\n\""), ("1e2", "100"), ("{}", "{}"),
    ])
    func whatIsJSONIsRead(text: String, line: String) throws {
        #expect(try JSON(strictly: text.utf8).line == line)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "1 2", "01", "1.", ".5", "+1", "nul", "'a'", "\"a",
        "\"\t\"",
        "\"\\x\"", "\"\\ud800\"", "\"\\u12\"", "\"\\u+123\"", "[1 2]", "{a:1}",
        "1e999", "NaN", "\u{FEFF}{}",
        String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
    ])
    func whatIsNotJSONIsRefused(text: String) {
        #expect(throws: JSONFault.self) { try JSON(strictly: text.utf8) }
    }

    @Test func textsAreUTF8() {
        #expect(throws: JSONFault.self) { try JSON(strictly: [0x22, 0xFF, 0x22]) }
    }

    @Test func faultsSayWhere() {
        #expect(throws: JSONFault(reason: "the name \"a\" stands twice", offset: 10)) {
            try JSON(strictly: "{\"a\":1,\"a\":2}".utf8)
        }
    }
}
