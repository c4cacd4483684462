import Crypto
public import FlywheelStore
import Foundation

/// Approved answers of one source as a file for the tool they go out by: a table (RFC 4180) of ticket, answer and author.
public struct ReplyFile: Hashable, Sendable {
    /// The source whose tool takes it.
    public let source: String
    /// What it is called: the same answers make the same name and the same bytes.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
    /// The answers in it.
    public let messages: [MessageRecord]

    /// The SHA-256 of its bytes, in hexadecimal.
    public var digest: String { SHA256.hash(data: bytes).hexadecimal }

    init(source: String, _ replies: [(message: MessageRecord, ticket: String, text: String)]) {
        self.source = source
        messages = replies.map(\.message)
        let rows = replies.map { [$0.ticket, $0.text, $0.message.author ?? ""] }
        let lines = ([["ticket", "reply", "author"]] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }
        bytes = Array(lines.joined().utf8)
        let last = replies.last.map { "-\($0.message.id)" } ?? ""
        name = "replies-\(source)-\(replies.first.map { "\($0.message.id)" } ?? "")\(replies.count > 1 ? last : "").csv"
    }

    /// What a spreadsheet takes for the beginning of a formula.
    static let formulaSigns: Set<Character> = ["=", "+", "-", "@", "\t", "\r"]

    /// A cell that reads back as it is; what a spreadsheet would take for a formula is marked as text.
    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map(formulaSigns.contains) ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { "\",\r\n".contains($0) || $0.isNewline }) else { return safe }
        return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}

extension CaseWorkbench {
    /// The files that approved answers go into, one for each source, by its name. Who asks for them is logged with what they
    /// say.
    public func replyFiles() throws(CaseWorkError) -> [ReplyFile] {
        let approved = try stored { () throws(StoreError) in try store.messages(in: .approved) }
        let ids = Array(Set(approved.map(\.case)))
        let keys = Dictionary(
            try stored { () throws(StoreError) in try store.caseRecords(ids) }.map { ($0.id, $0.key) }
        ) { first, _ in first }
        let texts = try stored { () throws(StoreError) in
            try store.texts(.cases(ids), fields: [.message], for: Access(by: actor, at: now, purpose: "write"))
        }
        let byNumber = Dictionary(texts.map { ($0.number, $0.text) }) { first, _ in first }
        let replies = approved.compactMap { message -> (message: MessageRecord, key: CaseKey, text: String)? in
            guard let key = keys[message.case], let text = byNumber[message.id.number] else { return nil }
            return (message, key, text)
        }
        return Dictionary(grouping: replies, by: \.key.source).sorted { $0.key < $1.key }.map { source, replies in
            ReplyFile(source: source, replies.map { ($0.message, $0.key.code, $0.text) })
        }
    }

    /// Says that the answers of a file were written to `path`.
    public func written(_ file: ReplyFile, to path: String) throws(CaseWorkError) -> [CaseRecord] {
        let place = ChangeRecord.File(path: path, digest: file.digest, at: now, by: actor.name)
        var records: [CaseRecord] = []
        for message in file.messages { records.append(try written(message, in: place)) }
        return records
    }
}
