import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Languages

/// A case while pieces of it come in, with what is to be kept of them.
struct CaseIntakeDraft {
    let id: CaseID
    /// The case so far.
    var contents: Case
    /// When its source last changed it.
    private(set) var updated: Instant?
    /// What is to be kept beside the case.
    private(set) var act = CaseAct()

    private let before: Case

    init(_ id: CaseID, _ contents: Case, updated: Instant?) {
        self.id = id
        self.contents = contents
        self.updated = updated
        before = contents
    }

    /// Whether anything is new.
    func isChanged(from record: CaseRecord?) -> Bool {
        record == nil || contents != before || updated != record?.updated || !act.messages.isEmpty
            || !act.identities.isEmpty
    }

    mutating func take(
        _ piece: Conversation, with reading: inout ConversationReading, numbers: inout IntakeNumbers,
        otherwise: Instant
    ) {
        let moments = piece.messages.compactMap(\.at) + piece.changes.map(\.at)
        let changed = piece.updated ?? moments.max() ?? piece.opened
        let first = piece.opened ?? moments.min() ?? otherwise
        let party = piece.requester.flatMap {
            numbers.party($0, in: piece.source, side: piece.side, at: first, into: &act)
        }
        let messages = piece.messages.map { message in
            let at = message.at ?? piece.opened ?? otherwise
            let writer =
                message.author == .somebody
                ? message.writer.flatMap { numbers.party($0, in: piece.source, side: nil, at: at, into: &act) } : nil
            return numbers.message(
                message, of: id, at: at, party: writer ?? party ?? contents.requester.map(PartyID.init), into: &act)
        }
        let empty = Case(
            source: contents.source, code: contents.code, account: contents.account,
            marketplace: contents.marketplace)
        let part = reading.contents(
            of: piece, as: empty, requester: party?.number, numbers: messages.map(\.number), otherwise: otherwise)
        let isNewer = changed.map { changed in updated.map { changed >= $0 } ?? true } ?? (updated == nil)
        contents.take(part, isNewer: isNewer)
        if contents.language == nil { contents.language = piece.toldLanguage }
        updated = [updated, changed].compactMap(\.self).max()
        if isNewer, let subject = piece.subject, !subject.isEmpty {
            act.texts.removeAll { $0.field == .subject }
            act.texts.append(
                PersonalText(
                    .subject, id.number, case: id, party: contents.requester.map(PartyID.init),
                    at: changed ?? first, subject))
        }
    }
}

extension Conversation {
    /// The language that who asks writes in, told from their own words; nothing where these are too few.
    fileprivate var toldLanguage: String? {
        let own = messages.filter { !$0.isInternal && ($0.author == .requester || $0.author == .somebody) }
        return Language(of: own.map(\.ownText).joined(separator: "\n")).code.flatMap(DeskTriage.code)
    }
}
