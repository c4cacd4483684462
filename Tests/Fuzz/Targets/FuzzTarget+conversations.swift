import Conversations
import Foundation

extension FuzzTarget {
    /// Files of tickets and mail, as what they look like and as mail: every record counted, and read again the same.
    static let conversations = FuzzTarget("conversations") { bytes in
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString).txt")
        try Data(bytes).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        for format in [nil, ConversationFormat.mbox, .mail] {
            let context = ConversationContext(format: format, redaction: Redaction(Set(Redaction.Kind.allCases)))
            let first = try read(path.path, context)
            try hold(
                first == read(path.path, context), "expected the same when read again as \(format?.rawValue ?? "any")")
        }
    }

    /// What people write: pages made text, quotations cut, numbers taken out for good, links that stand in the text.
    static let writing = FuzzTarget("writing") { bytes in
        let text = HTMLText.plain(String(decoding: bytes, as: UTF8.self))
        let redaction = Redaction(Set(Redaction.Kind.allCases))
        let own = QuotedText.cut(text)
        try hold(own.utf8.count <= text.utf8.count, "\(own.utf8.count) bytes of \(text.utf8.count)")
        let once = redaction.redact(own).text
        try hold(redaction.redact(once).text == once, "something was left in \(once)")
        for link in LinkFinder.links(in: text) { try hold(!link.code.isEmpty, "a link without a code") }
    }

    private static func read(_ path: String, _ context: ConversationContext) throws -> [Conversation] {
        var conversations: [Conversation] = []
        var rejected = 0
        do {
            let file = try ConversationFile(path: path, context: context)
            let summary = try file.read {
                conversations.append($0)
            } rejected: { reject in
                rejected += 1
                try hold(!reject.expected.isEmpty && reject.line > 0, "a reject without a place or reason")
            }
            try hold(
                (summary.conversations, summary.rejected) == (conversations.count, rejected),
                "expected \(conversations.count) and \(rejected), found \(summary)")
        } catch let error as ConversationFileError {
            try hold(!error.description.isEmpty, "expected a reason")
        }
        return conversations
    }
}
