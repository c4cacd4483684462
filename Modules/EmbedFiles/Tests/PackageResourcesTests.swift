import Foundation
import Testing

@testable import embed_files

@Suite("Files as source") struct PackageResourcesTests {
    private func source(_ texts: KeyValuePairs<String, String>) throws -> String {
        try PackageResources(texts.map { ($0.key, Data($0.value.utf8)) }).text
    }

    @Test func eachFileIsAConstantInTheOrderOfNames() throws {
        let text = try source(["page.css": "a {\n  b: c\n}\n", "app.en.messages": "Größe"])
        #expect(
            text == ##"""
                enum PackageResources {
                    static let app_en_messages = Array(#"""
                Größe
                """#.utf8)
                    static let page_css = Array(#"""
                a {
                  b: c
                }

                """#.utf8)
                }

                """##)
    }

    @Test(arguments: [
        (###"ends """# here"###, "##"), (###"\#(name)"###, "##"), (###"\#(name) """##"###, "###"),
        (###"\n and """"###, "#"),
    ])
    func aTextEndsNoLiteralAndEscapesNothing(text: String, quotes: String) throws {
        #expect(try source(["a.b": text]).contains("Array(\(quotes)\"\"\"\n\(text)\n\"\"\"\(quotes).utf8)"))
    }

    @Test(arguments: [Data([0xFF]), Data("a\r\nb".utf8)])
    func whatALiteralCannotHoldIsRefused(contents: Data) {
        let error = #expect(throws: UnfitFile.self) { try PackageResources([("a.b", contents)]) }
        #expect(error?.description.hasPrefix("a.b: expected text in UTF-8") == true)
    }
}
