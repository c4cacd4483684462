import Foundation

/// The Swift source of an enumeration with a constant for each file: its bytes.
struct PackageResources {
    let text: String

    init(_ files: [(name: String, contents: Data)]) throws {
        let constants = try files.sorted { $0.name < $1.name }.map { name, contents in
            guard let text = String(bytes: contents, encoding: .utf8), let quotes = Self.quotes(around: text) else {
                throw UnfitFile(name: name)
            }
            return """
                    static let \(Self.identifier(of: name)) = Array(\(quotes)\"""
                \(text)
                \"""\(quotes).utf8)

                """
        }
        text = "enum PackageResources {\n\(constants.joined())}\n"
    }

    /// The name as SwiftPM would make it of a resource: `page.css` is `page_css`.
    private static func identifier(of name: String) -> String {
        String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// Number signs that the text has no end of a literal with. Between them it stands as it is, but for ends of lines other
    /// than a line feed, which Swift makes one.
    private static func quotes(around text: String) -> String? {
        guard !text.unicodeScalars.contains("\r") else { return nil }
        return (1...9).lazy.map { String(repeating: "#", count: $0) }.first {
            !text.contains("\"\"\"\($0)") && !text.contains("\\\($0)")
        }
    }
}

/// A file that no literal can hold.
struct UnfitFile: Error, CustomStringConvertible {
    let name: String

    var description: String { "\(name): expected text in UTF-8 whose lines end with a line feed alone" }
}
