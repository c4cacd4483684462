public import FlywheelKit
public import FlywheelStore

/// What is said in public, as somebody says it at one moment. Each thing said is one transaction with its journal event,
/// which holds its id and where it stands, never its words.
public struct CommitmentDesk: Sendable {
    /// Parties whose names are read in one go.
    private static let page: Int64 = 1_000

    let store: any Store
    let settings: CommitmentSettings
    let actor: Actor
    let now: Instant

    /// The desk as one person works at it at one moment.
    ///
    /// - Parameter store: one that holds all accounts: a name must not become public because its reader may not know it.
    public init(_ store: any Store, settings: CommitmentSettings, actor: Actor, now: Instant) {
        self.store = store
        self.settings = settings
        self.actor = actor
        self.now = now
    }

    /// The ids of components, each once, in the order of settings.
    func known(_ ids: [String]) throws(CommitmentError) -> [String] {
        guard !ids.isEmpty else { throw .noComponents }
        let names = settings.components.map(\.id)
        for id in ids where !names.contains(id) { throw .noComponent(id, known: names) }
        return names.filter(ids.contains)
    }

    /// Refuses texts that cannot be said in public.
    func check(title: String?, text: String) throws {
        var texts: [PublicText] = []
        do throws(PublicTextRefusal) {
            if let title { texts.append(try PublicText(title, as: .title)) }
            texts.append(try PublicText(text, as: .text))
        } catch { throw CommitmentError.text(error) }
        // Nobody gave their account the name that stands for one nobody named.
        let nameable = settings.accounts + [Subject.nowhere]
        for account in Set(try store.imports().map(\.draft.account)).subtracting(nameable).sorted() {
            try refuse(account, for: .account, in: texts)
        }
        // Numbers are set aside in order, so every party stands below the next.
        let next = try store.reserve(0, of: PartyRecord.self).number
        // Nobody is shown the names, so that they were read is not logged.
        let access = Access(by: .flywheel, at: now, purpose: "public-text")
        for first in stride(from: 1, to: next, by: Int(Self.page)) {
            let ids = (first..<min(first + Self.page, next)).map { PartyID($0) }
            for name in try store.texts(.identities(ids), fields: [.name], for: access) {
                try refuse(name.text, for: .name, in: texts)
            }
        }
    }

    private func refuse(
        _ name: String, for reason: PublicTextRefusal.Reason, in texts: [PublicText]
    ) throws(CommitmentError) {
        for text in texts {
            if let refusal = text.refusal(of: name, for: reason) { throw .text(refusal) }
        }
    }
}
