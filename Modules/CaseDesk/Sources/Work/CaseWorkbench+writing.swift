import Cases
import Conversations
import FlywheelKit
public import FlywheelStore

/// What a person writes. Nothing is sent: an answer is a draft, a person approves of it, and a file takes it to the tool its
/// case came from.
extension CaseWorkbench {
    /// Keeps what only the desk sees.
    @discardableResult
    public func note(_ id: CaseID, _ text: String) throws(CaseWorkError) -> MessageID {
        let text = try Self.kept(text)
        let number = try reserved()
        try change(id) { draft throws(CaseWorkError) in
            note(text, as: number, in: &draft)
            return true
        }
        return number
    }

    /// Keeps an answer that is not approved of yet.
    @discardableResult
    public func draft(_ id: CaseID, _ text: String) throws(CaseWorkError) -> MessageID {
        let text = try Self.kept(text)
        let number = try reserved()
        try change(id) { draft throws(CaseWorkError) in
            try requireOpen(draft)
            try requireMine(draft)
            try reply(text, as: number, in: &draft)
            return true
        }
        return number
    }

    /// Approves of a draft, so that it may be written to a file.
    @discardableResult
    public func approve(_ message: MessageID) throws(CaseWorkError) -> CaseRecord {
        try settle(message, from: [.draft], to: .approved, .approved)
    }

    /// Says that a draft is not wanted.
    @discardableResult
    public func discard(_ message: MessageID) throws(CaseWorkError) -> CaseRecord {
        try settle(message, from: [.draft, .approved], to: .discarded, .discarded)
    }

    // MARK: Parts of acts

    func reserved() throws(CaseWorkError) -> MessageID {
        try stored { () throws(StoreError) in try store.reserve(1, of: MessageRecord.self) }
    }

    func note(_ text: String, as number: MessageID, in draft: inout CaseDraft) {
        keep(text, as: number, .note, in: &draft)
        draft.say(
            .message(CaseEvent.Message(number.number, by: .agent(actor.name), isInternal: true)), .noted,
            detail: number.description)
    }

    func reply(_ text: String, as number: MessageID, in draft: inout CaseDraft) throws(CaseWorkError) {
        let key = try stored { () throws(StoreError) in try store.identityKey() }
        // Texts of exports are redacted before anything else is done with them.
        let contents = IdentityDigest.answer(rules.redaction.redact(text).text, key: key)
        keep(text, as: number, .draft, contents: contents, in: &draft)
        draft.tell(.drafted, detail: number.description)
    }

    private func keep(
        _ text: String, as number: MessageID, _ state: MessageRecord.State, contents: [UInt8]? = nil,
        in draft: inout CaseDraft
    ) {
        var message = MessageRecord(id: number, case: draft.record.id, at: now, state: state)
        message.author = actor.name
        message.contents = contents
        draft.act.messages.append(message)
        draft.act.texts.append(
            PersonalText(
                .message, number.number, case: draft.record.id, party: draft.record.party, at: now, text))
    }

    private func settle(
        _ id: MessageID, from states: Set<MessageRecord.State>, to state: MessageRecord.State,
        _ verb: JournalEvent.Verb
    ) throws(CaseWorkError) -> CaseRecord {
        guard let message = try message(id) else { throw .noDraft(id, nil) }
        return try change(message.case) { draft throws(CaseWorkError) in
            guard let message = try self.message(id), states.contains(message.state) else {
                throw .noDraft(id, message.state)
            }
            var next = message
            next.state = state
            draft.act.messages = [next]
            if state == .discarded { _ = draft.contents.endPlan(once: id.number) }
            draft.tell(verb, detail: id.description)
            return true
        }
    }

    private func message(_ id: MessageID) throws(CaseWorkError) -> MessageRecord? {
        try stored { () throws(StoreError) in try store.messages([id]).first }
    }
}
