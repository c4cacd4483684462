public import Cases
public import Conversations
public import FlywheelKit
public import FlywheelStore

/// What the desk goes by where it works on cases: its settings, ready for use.
public struct DeskRules: Sendable {
    /// What settings say.
    public var settings: DeskSettings
    /// What the words of sources mean.
    public var words: SourceWords
    /// Who may come in, and which accounts exist for them; nobody where the desk is no server's, and then names are all there is.
    public var roster: @Sendable () throws(StoreError) -> Roster = { () throws(StoreError) in Roster([]) }

    /// Tells the time; `nil` where it is the moment that is looked from. The log of who saw whose data goes by it: a look happens
    /// when somebody looks, whatever moment they look from.
    public var clock: (@Sendable () -> Instant)?

    /// The rules that settings make.
    public init(_ settings: DeskSettings = DeskSettings(), words: SourceWords = .standard) {
        self.settings = settings
        self.words = words
    }

    /// Who works cases; empty where nobody said, and then anybody may.
    public var people: [DeskPerson] { settings.people }

    /// The steps of the ladder, from the frontline up.
    public var levels: [String] { settings.levels }

    /// The groups that people of the desk belong to, in order.
    public var groups: [String] { Set(people.flatMap(\.groups)).sorted() }

    /// Somebody of the desk, by name.
    public func person(_ name: String) -> DeskPerson? { settings.person(name) }

    /// Who works which case, as people may come in now.
    func router() throws(StoreError) -> Router { settings.router(try roster()) }

    /// What is promised for cases.
    public var promises: Promises { settings.promises }

    /// When the desk has to act on a case at the latest: when the next of its promises falls due, or earlier, when a dispute
    /// in it goes on by itself; nothing where neither is to come.
    public func due(of contents: Case, at now: Instant) -> Instant? {
        let deadline = contents.dispute(at: now)?.exposure(at: now)?.deadline
        return [promises.due(of: contents, at: now), deadline].compactMap(\.self).min()
    }

    /// Gives a case the promise that is meant for it, where it has another.
    func promise(to contents: inout Case, at now: Instant) {
        if let change = promises.change(of: contents, at: now) { contents.add(change) }
    }

    /// What is known of the desk's mail; with what earlier imports brought, its answers join their cases.
    public func mail(after kept: KeptMail? = nil) -> MailContext {
        MailContext(own: settings.mail.own, daysOfThread: settings.mail.daysOfThread) { try kept?.conversation(of: $0) }
    }

    /// What is taken out of texts before they are kept.
    public var redaction: Conversations.Redaction {
        Conversations.Redaction(
            Set(
                settings.redaction.kinds.map { kind in
                    switch kind {
                    case .cards: .card
                    case .emails: .email
                    case .phones: .phone
                    }
                }))
    }
}
