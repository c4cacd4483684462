import Conversations
import FlywheelKit
import FlywheelStore
import Texts
import Foundation

/// The numbers of the people and messages of a batch of conversations: those they have, and new ones.
struct IntakeNumbers {
    private var parties: [[UInt8]: PartyID]
    /// Those who are found by what an earlier program kept of them, by what they are found by from now on.
    private var earlier: [[UInt8]: PartyID] = [:]
    private var messages: [CaseID: [[UInt8]: MessageRecord]]
    /// Answers that were written to files and did not come back yet, oldest first, by what they say.
    private var written: [CaseID: [[UInt8]: [MessageRecord]]]
    private var freshParties: Fresh<PartyRecord>
    private var freshMessages: Fresh<MessageRecord>
    private let account: String
    private let key: [UInt8]

    init(
        _ store: any CaseStore, pieces: [Conversation], of account: String, known: [CaseID], key: [UInt8]
    ) throws(StoreError) {
        self.account = account
        self.key = key
        let people = pieces.flatMap { piece in
            ([piece.requester] + piece.messages.map(\.writer)).compactMap { $0 }.map { (piece.source, $0) }
        }
        let digests = people.flatMap { Self.identities(of: $0.1, in: $0.0, account, key: key) }
        parties = try store.parties(identified: Array(Set(digests)))
        messages = [:]
        written = [:]
        for message in try store.messages(of: known) {
            if let source = message.source {
                messages[message.case, default: [:]][source] = message
            } else if message.state == .written, let contents = message.contents {
                written[message.case, default: [:]][contents, default: []].append(message)
            }
        }
        freshParties = try Fresh(store, count: people.count)
        freshMessages = try Fresh(store, count: pieces.reduce(0) { $0 + $1.messages.count })
        for (source, person) in people { try find(person, in: source, store) }
    }

    /// Looks for somebody whose number an earlier program kept whatever the account: they are who has a case of this one.
    private mutating func find(_ person: Correspondent, in source: String, _ store: any CaseStore) throws(StoreError) {
        guard let code = person.code, !code.isEmpty else { return }
        let digest = IdentityDigest.contact(code, of: source, with: account, key: key)
        guard parties[digest] == nil, earlier[digest] == nil else { return }
        let kept = IdentityDigest.contact(code, of: source, key: key)
        guard let party = try store.parties(identified: [kept])[kept] else { return }
        var theirs = CaseQuery()
        (theirs.party, theirs.accounts, theirs.sources) = (party, [account], [source])
        theirs.includesMerged = true
        if try store.countCases(theirs, limit: 1) > 0 { earlier[digest] = party }
    }

    /// What a person is found by again: their address, and their number in the source of an account.
    private static func identities(
        of person: Correspondent, in source: String, _ account: String, key: [UInt8]
    ) -> [[UInt8]] {
        var identities: [[UInt8]] = []
        if let address = person.address, !address.isEmpty {
            identities.append(IdentityDigest.of(address: address, key: key))
        }
        if let code = person.code, !code.isEmpty {
            identities.append(IdentityDigest.contact(code, of: source, with: account, key: key))
        }
        return identities
    }

    /// The party that a person is, and what is new of it; nothing for somebody who cannot be told from others.
    mutating func party(
        _ person: Correspondent, in source: String, side: String?, at: Instant, into act: inout CaseAct
    ) -> PartyID? {
        let identities = Self.identities(of: person, in: source, account, key: key)
        guard !identities.isEmpty else { return nil }
        let known = identities.lazy.compactMap { [parties, earlier] in parties[$0] ?? earlier[$0] }.first
        let party = known ?? freshParties.next()
        if known == nil { act.parties.append(PartyRecord(id: party, side: side, since: at)) }
        for identity in identities where parties[identity] == nil {
            parties[identity] = party
            act.identities.append(PartyIdentity(identity, of: party))
            let isAddress = identity == identities[0] && person.address?.isEmpty == false
            let text = isAddress ? person.address : person.code
            act.texts.append(
                PersonalText(
                    isAddress ? .address : .contact, party.number, case: nil, party: party, at: at, text ?? ""))
        }
        if known == nil, let name = person.name, !name.isEmpty {
            act.texts.append(PersonalText(.name, party.number, case: nil, party: party, at: at, name))
        }
        return party
    }

    /// The record that a message of a case is kept under, and what is new of it.
    mutating func message(
        _ message: CorrespondenceMessage, of id: CaseID, at: Instant, party: PartyID?, into act: inout CaseAct
    ) -> MessageRecord {
        let source = IdentityDigest.message(message.code, key: key)
        let contents = IdentityDigest.of(message.text, kind: "text", key: key)
        var record = messages[id]?[source] ?? opening(message, of: id, at: at, contents: contents)
        if record == nil, var own = ownAnswer(message, of: id, at: at) {
            own.source = source
            messages[id, default: [:]][source] = own
            act.messages.append(own)
            return own
        }
        // What the desk wrote stays as it was kept, whatever its tool made of it.
        if let own = record, own.state == .written { return own }
        let isNew = record == nil
        var next = record ?? MessageRecord(id: freshMessages.next(), case: id, at: at, state: .received)
        record = next
        // A message that lost its number to a later export's is the same message.
        if message.code != CorrespondenceMessage.openingCode || isNew { next.source = source }
        next.contents = contents
        if case .agent(let name) = message.author { next.author = name ?? next.author }
        messages[id, default: [:]][source] = next
        guard isNew || next != record else { return next }
        act.messages.append(next)
        act.texts.append(PersonalText(.message, next.id.number, case: id, party: party, at: at, message.text))
        if !message.attachments.isEmpty {
            act.texts.append(
                PersonalText(
                    .attachments, next.id.number, case: id, party: party, at: at,
                    message.attachments.map(\.reference).joined(separator: "\n")))
        }
        act.texts.append(PersonalText(.reference, next.id.number, case: id, party: party, at: at, message.code))
        return next
    }

    /// The answer of the desk that a message is, which was written to a file and comes back from the tool it went out by.
    private mutating func ownAnswer(
        _ message: CorrespondenceMessage, of id: CaseID, at: Instant
    ) -> MessageRecord? {
        guard !message.isInternal, written[id] != nil else { return nil }
        switch message.author {
        case .agent, .somebody: break
        case .requester, .marketplace, .automation: return nil
        }
        let contents = IdentityDigest.answer(message.text, key: key)
        guard let place = written[id]?[contents]?.firstIndex(where: { $0.at <= at }) else { return nil }
        return written[id]?[contents]?.remove(at: place)
    }

    /// The message that this one is where one of the two has no number of its own: the one that was written then and says
    /// the same.
    private func opening(
        _ message: CorrespondenceMessage, of id: CaseID, at: Instant, contents: [UInt8]
    ) -> MessageRecord? {
        let opening = IdentityDigest.message(CorrespondenceMessage.openingCode, key: key)
        guard message.code != CorrespondenceMessage.openingCode else {
            return messages[id]?.values.first { $0.at == at && $0.contents == contents }
        }
        return messages[id]?[opening].flatMap { $0.at == at && $0.contents == contents ? $0 : nil }
    }
}

extension IdentityDigest {
    /// The digest of an answer, by which it is known when it comes back: whatever white space is in it, and without the mark
    /// that keeps a spreadsheet from taking it for a formula (``ReplyFile``).
    static func answer(_ text: String, key: [UInt8]) -> [UInt8] {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return of(CSVRow.unguarded(words), kind: "answer", key: key)
    }
}

extension CorrespondenceMessage.Attachment {
    /// What came with a message, in a line: its name, kind, size and place.
    var reference: String {
        [name, type, size.map { "\($0) bytes" }, place].compactMap(\.self).joined(separator: "\t")
    }
}
