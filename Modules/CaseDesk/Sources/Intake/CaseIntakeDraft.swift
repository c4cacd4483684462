import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Languages

/// A case while pieces of it come in, with what is to be kept of them.
struct CaseIntakeDraft {
    let id: CaseID
    let key: CaseKey
    /// The case as it was kept; nil where it is new.
    let record: CaseRecord?
    /// The case so far.
    var contents: Case
    /// When its source last changed it.
    private(set) var updated: Instant?
    /// What is to be kept beside the case.
    private(set) var act = CaseAct()

    private let before: Case

    init(_ id: CaseID, _ key: CaseKey, over record: CaseRecord?, _ contents: Case) {
        self.id = id
        self.key = key
        self.record = record
        self.contents = contents
        updated = record?.updated
        before = contents
    }

    /// Says which marketplace the case concerns, where none is known yet.
    mutating func place(on marketplace: String?) {
        if contents.marketplace.isEmpty { contents.marketplace = marketplace ?? "" }
    }

    /// - Parameter now: when the piece came in.
    mutating func take(
        _ told: Conversation, with reading: inout ConversationReading, numbers: inout IntakeNumbers,
        otherwise: Instant, at now: Instant
    ) {
        var piece = told.happened(by: now)
        // What comes again has the times that it was kept with, and not those of its second coming.
        if piece.opened != told.opened, let opened = contents.opened { piece.opened = min(opened, now) }
        let first = piece.opened ?? (piece.messages.compactMap(\.at) + piece.changes.map(\.at)).min() ?? otherwise
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
        for (index, kept) in messages.enumerated() where piece.messages[index].at != told.messages[index].at {
            piece.messages[index].at = min(kept.at, now)
        }
        let moments = piece.messages.compactMap(\.at) + piece.changes.map(\.at)
        if piece.updated != told.updated { piece.updated = moments.max() ?? piece.updated }
        let changed = piece.updated ?? moments.max() ?? piece.opened
        let empty = Case(
            source: contents.source, code: contents.code, account: contents.account,
            marketplace: contents.marketplace)
        let part = reading.contents(
            of: piece, as: empty, requester: party?.number, numbers: messages.map(\.id.number), otherwise: otherwise)
        let isNewer = changed.map { changed in updated.map { changed >= $0 } ?? true } ?? (updated == nil)
        contents.take(part, isNewer: isNewer)
        if !reading.tellsState(of: piece) { openAgain(by: messages) }
        updated = [updated, changed].compactMap(\.self).max()
        if isNewer, let subject = piece.subject, !subject.isEmpty {
            act.texts.removeAll { $0.field == .subject }
            act.texts.append(
                PersonalText(
                    .subject, id.number, case: id, party: contents.requester.map(PartyID.init),
                    at: changed ?? first, subject))
        }
    }

    /// Opens a case again that was over, where somebody wrote after its end what no file told of before. Its source says only
    /// when it ended, and says so in each later export as well.
    private mutating func openAgain(by messages: [MessageRecord]) {
        guard before.state.isDone, let ended = contents.ended else { return }
        let known = Set(before.messages.map(\.message.number))
        let asking = Set(
            contents.messages.map(\.message).filter { message in
                if case .party = message.author { !message.isInternal } else { false }
            }.map(\.number))
        let later = messages.filter { message in
            let number = message.id.number
            return message.at > ended && asking.contains(number) && !known.contains(number)
        }
        if let first = later.map(\.at).min() { contents.add(CaseEvent(at: first, .state(.open))) }
    }

    /// What is to be kept once all pieces were taken; nil where nothing is new.
    mutating func finish(
        _ pieces: [Conversation], rules: DeskRules, book: LinkBook, at now: Instant
    ) throws -> CaseAct? {
        contents.language = contents.language ?? pieces.lazy.compactMap(\.toldLanguage).first
        contents.links = book.confirmed(contents.links)
        place(on: book.marketplace(of: contents.links))
        guard isNew else { return nil }
        rules.promise(to: &contents, at: now)
        var next: CaseRecord
        if let record {
            next = record
            try next.hold(contents)
        } else {
            next = try CaseRecord(id: id, contents)
        }
        next.updated = updated
        next.due = rules.due(of: contents, at: now)
        act.cases = [(next, record?.version ?? 0)]
        act.events = [
            JournalEvent(.taken, id.description, cause: record == nil ? "new" : "changed", state: next.state)
        ]
        return act
    }

    /// Whether anything is.
    private var isNew: Bool {
        record == nil || contents != before || updated != record?.updated || !act.messages.isEmpty
            || !act.identities.isEmpty
    }
}

extension Conversation {
    /// The language that who asks writes in, told from their own words; nothing where these are too few.
    fileprivate var toldLanguage: String? {
        let own = messages.filter { !$0.isInternal && ($0.author == .requester || $0.author == .somebody) }
        return Language(of: own.map(\.ownText).joined(separator: "\n")).code.flatMap(DeskTriage.code)
    }
}
