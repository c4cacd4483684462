import FlywheelKit

/// Which messages belong together.
///
/// A message belongs to the conversation of those it refers to, the nearest that is known; to the first it refers to, where none
/// is known; else to the one of the same subject and correspondent in the days before, unless a marketplace itself wrote. Else it
/// begins one, by its own name. Of all messages only names are kept.
struct MailThreads {
    private let context: MailContext
    /// The conversation of each message.
    private var codes: [String: String] = [:]
    private var latest: [Topic: (code: String, at: Instant)] = [:]

    private struct Topic: Hashable {
        let subject: String
        let correspondent: String
    }

    init(_ context: MailContext) { self.context = context }

    /// The message as a piece of the conversation it belongs to.
    mutating func piece(_ message: MailMessage) throws -> Conversation {
        let isOwn = message.from.map { context.isOwn($0) } ?? false
        let correspondent = isOwn ? message.recipients.first { !context.isOwn($0) } : message.from
        let subject = message.subject.map(MailSubject.withoutPrefixes)
        let relay = correspondent.flatMap { RelayAddress($0) }
        // A marketplace writes of many matters under one subject.
        let isMarketplace = relay?.side == RelayAddress.platform
        let code = try code(of: message, subject: subject, isMarketplace ? nil : correspondent)
        var piece = Conversation(source: "mail", code: code)
        piece.subject = subject
        piece.opened = message.id == code ? message.at : nil
        piece.updated = message.at
        piece.channel = "email"
        piece.language = message.language
        piece.requester = correspondent.map { Correspondent(name: $0.name, address: $0.address) }
        piece.side = relay?.side
        piece.references["marketplace"] = relay?.marketplace
        piece.messages = [
            CorrespondenceMessage(
                code: message.id, at: message.at, author: author(of: message, isOwn: isOwn, relay),
                writer: message.from.map { Correspondent(name: $0.name, address: $0.address) }, text: message.text,
                attachments: message.attachments)
        ]
        return piece
    }

    private func author(
        of message: MailMessage, isOwn: Bool, _ relay: RelayAddress?
    ) -> CorrespondenceMessage.Author {
        if message.isAutomatic, relay?.side != RelayAddress.platform { return .automation }
        if isOwn { return .agent(message.from?.name ?? message.from?.address) }
        if relay?.side == RelayAddress.platform { return .marketplace }
        return message.from == nil ? .somebody : .requester
    }

    private mutating func code(of message: MailMessage, subject: String?, _ correspondent: MailAddress?) throws
        -> String
    {
        let topic = subject.flatMap { subject in
            correspondent.map { Topic(subject: MailSubject.folded(subject), correspondent: $0.address) }
        }
        var known: String?
        for id in [message.id] + message.references.reversed() where known == nil {
            known = try codes[id] ?? context.conversation(id)
        }
        let code = known ?? message.references.first ?? earlier(topic, at: message.at) ?? message.id
        codes[message.id] = code
        if let first = message.references.first, codes[first] == nil { codes[first] = code }
        if let topic, let at = message.at, latest[topic].map({ $0.at <= at }) ?? true { latest[topic] = (code, at) }
        return code
    }

    /// The conversation of the same topic within the days before, or after where messages stand out of order.
    private func earlier(_ topic: Topic?, at: Instant?) -> String? {
        guard let topic, !topic.subject.isEmpty, let at, let found = latest[topic],
            abs(at.days(since: found.at)) <= Double(context.daysOfThread)
        else { return nil }
        return found.code
    }
}

extension MailContext {
    /// Whether an address is of the desk.
    func isOwn(_ address: MailAddress) -> Bool {
        own.contains { own in
            let own = own.lowercased()
            return own.hasPrefix("@") ? address.domain == own.dropFirst() : address.address == own
        }
    }
}
