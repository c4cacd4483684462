import Foundation

@testable import Conversations

/// What became of a file that a test wrote.
struct Outcome {
    let format: ConversationFormat
    let conversations: [Conversation]
    let rejects: [RejectedRecord]
    let summary: ConversationSummary

    /// The conversation of that code, all pieces of it put together in order.
    func messages(of code: String) -> [CorrespondenceMessage] {
        conversations.filter { $0.code == code }.flatMap(\.messages)
    }
}

/// Reads bytes as a file.
func outcome(
    of bytes: [UInt8], name: String = "file.txt", _ context: ConversationContext = ConversationContext()
) throws -> Outcome {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
        "conversations-\(UUID().uuidString)-\(name)")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try outcome(ofFile: path.path, context)
}

/// Reads a text as a file.
func outcome(of text: String, _ context: ConversationContext = ConversationContext()) throws -> Outcome {
    try outcome(of: Array(text.utf8), context)
}

/// Reads a file.
func outcome(ofFile path: String, _ context: ConversationContext = ConversationContext()) throws -> Outcome {
    var conversations: [Conversation] = []
    var rejects: [RejectedRecord] = []
    let file = try ConversationFile(path: path, context: context)
    let summary = try file.read {
        conversations.append($0)
    } rejected: {
        rejects.append($0)
    }
    return Outcome(format: file.format, conversations: conversations, rejects: rejects, summary: summary)
}

/// Calls `body` with the path of a file of that text.
func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("conversations-\(UUID().uuidString).txt")
    try Data(text.utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    try body(path.path)
}
