import Cases
import Crypto
public import FlywheelStore
import Foundation
import Texts

/// Approved answers of one account and source as a file for the tool they go out by: a table (RFC 4180) of ticket, answer and
/// author. Two accounts with a help desk of their own each have a ticket of the same number.
public struct ReplyFile: Hashable, Sendable {
    /// The source whose tool takes it.
    public let source: String
    /// The account whose tickets are answered.
    public let account: String
    /// What it is called: the same answers make the same name and the same bytes.
    public let name: String
    /// Its bytes.
    public let bytes: [UInt8]
    /// The answers in it.
    public let messages: [MessageRecord]

    /// The SHA-256 of its bytes, in hexadecimal.
    public var digest: String { SHA256.hash(data: bytes).hexadecimal }

    init(
        source: String, account: String, _ replies: [(message: MessageRecord, ticket: String, text: String)]
    ) {
        self.source = source
        self.account = account
        messages = replies.map(\.message)
        let rows = replies.map { [$0.ticket, $0.text, $0.message.author ?? ""] }
        let lines = ([["ticket", "reply", "author"]] + rows).map { CSVRow.line($0.map(CSVRow.guarded)) }
        bytes = Array(lines.joined().utf8)
        let owner = String(account.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        let ids = replies.map(\.message.id.description)
        let span = ids.count > 1 ? [ids[0], ids[ids.count - 1]] : ids
        name = (["replies", source, owner] + span).joined(separator: "-") + ".csv"
    }
}

extension CaseWorkbench {
    /// The files that approved answers go into, one for each source of each account, by their names. Who asks for them is logged with what they
    /// say.
    public func replyFiles() throws(CaseWorkError) -> [ReplyFile] {
        guard texts.shows(.message) else { throw .textsHidden }
        let approved = try stored { () throws(StoreError) in try store.messages(in: .approved) }
        let ids = Array(Set(approved.map(\.case)))
        let keys = Dictionary(
            try stored { () throws(StoreError) in try store.caseRecords(ids) }.map { ($0.id, $0.key) }
        ) { first, _ in first }
        let written = try stored { () throws(StoreError) in
            try texts.seen(.cases(ids), fields: [.message], for: "write")
        }
        let byNumber = Dictionary(written.map { ($0.number, $0.text) }) { first, _ in first }
        let replies = approved.compactMap { message -> (message: MessageRecord, key: CaseKey, text: String)? in
            guard let key = keys[message.case], let text = byNumber[message.id.number] else { return nil }
            return (message, key, text)
        }
        let tools = Dictionary(grouping: replies) { [$0.key.source, $0.key.account] }
        return tools.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { tool, replies in
            ReplyFile(source: tool[0], account: tool[1], replies.map { ($0.message, $0.key.code, $0.text) })
        }
    }

    /// Says that the answers of a file were written to `path`, all of them or none: from then on their cases wait for who asked, or
    /// stand where the answer's macro says.
    ///
    /// It is not to be taken back: the file may have been used.
    @discardableResult
    public func written(_ file: ReplyFile, to path: String) throws(CaseWorkError) -> [CaseRecord] {
        let place = ChangeRecord.File(path: path, digest: file.digest, at: now, by: actor.name)
        let byCase = Dictionary(grouping: file.messages, by: \.case).sorted { $0.key < $1.key }
        var whole: CaseAct
        repeat {
            whole = CaseAct()
            for (id, messages) in byCase {
                var draft = try draft(of: id)
                try mark(messages.map(\.id), in: &draft, writtenTo: place)
                let act = try act(of: draft)
                whole.cases += act.cases
                whole.messages += act.messages
                whole.events += act.events
            }
        } while try !perform(whole)
        return try stored { () throws(StoreError) in try store.caseRecords(byCase.map(\.key)) }
    }

    /// Marks answers of a case as written. One is written once: by whoever was first.
    private func mark(
        _ ids: [MessageID], in draft: inout CaseDraft, writtenTo file: ChangeRecord.File
    ) throws(CaseWorkError) {
        for var message in try stored({ () throws(StoreError) in try store.messages(ids) }) {
            guard message.state == .approved else { throw .noDraft(message.id, message.state) }
            message.state = .written
            message.file = file
            draft.act.messages.append(message)
            let author = CaseEvent.Message.Author.agent(message.author ?? actor.name)
            draft.contents.add(
                CaseEvent(
                    at: now, .message(CaseEvent.Message(message.id.number, by: author)), by: .person(actor.name)))
            let next = draft.contents.endPlan(once: message.id.number) ?? .waitingOnRequester
            if !draft.contents.state.isDone {
                draft.contents.add(CaseEvent(at: now, .state(next), by: .person(actor.name)))
            }
            draft.tell(.written, detail: file.digest)
        }
    }

    /// The files that answers were written to, the newest answers' last.
    public func writtenFiles() throws(CaseWorkError) -> [ChangeRecord.File] {
        try stored { () throws(StoreError) in try store.messages(in: .written).compactMap(\.file) }
    }
}
