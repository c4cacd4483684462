import ArgumentParser
import FlywheelKit
import FlywheelSQLite
import FlywheelStore

/// The words a shell may offer, from the store that the command line names.
enum Completions {
    /// Ids offered at most.
    private static let most = 100

    /// The ids of exceptions that wait for work, as ranked, of cases that are not over, of drafts, or of imports or changes, newest
    /// first.
    private static func ids(_ letter: String, _ words: [String]) -> [String] {
        guard let store = store(words) else { return [] }
        if letter == ImportRecord.letter {
            return (try? store.imports().suffix(most).reversed().map(\.id.description)) ?? []
        }
        if letter == ChangeRecord.letter {
            return (try? store.listingChanges(waiting: false).suffix(most).reversed().map(\.id.description)) ?? []
        }
        if letter == CaseRecord.letter {
            return (try? store.caseRecords(CaseQuery(), limit: most).map(\.id.description)) ?? []
        }
        if letter == MessageRecord.letter {
            return (try? store.messages(in: .draft).suffix(most).map(\.id.description)) ?? []
        }
        if letter == SubscriptionRecord.letter {
            return (try? store.subscriptions().map(\.id.description)) ?? []
        }
        return QueueRow.Lane.allCases.flatMap { lane in
            (try? store.queue(lane, after: 0, limit: most).map(\.exception.id.description)) ?? []
        }
    }

    /// Completes such ids.
    static func completion(of letter: String) -> CompletionKind { .custom { words, _, _ in ids(letter, words) } }

    /// Who answers for exceptions or has claimed them.
    static func owners(_ words: [String]) -> [String] {
        let open = (try? store(words)?.unfinishedExceptions()) ?? []
        return Set(open.flatMap { [$0.owner, $0.claimedBy].compactMap(\.self) }).sorted()
    }

    /// The accounts that files came in of.
    static func accounts(_ words: [String]) -> [String] {
        ((try? store(words)?.imports()) ?? []).accounts.sorted()
    }

    /// Marketplaces as people call them. A shell offers those of the directory; there are others, so these are no list of all
    /// that can be typed.
    static let marketplaces = CompletionKind.custom { _, _, _ in Marketplace.directory.map(\.name) }

    /// The store that the words on the line name. Completing makes none, and brings none up to date.
    private static func store(_ words: [String]) -> SQLiteStore? {
        let named = words.firstIndex(of: "--store").flatMap { words.dropFirst($0 + 1).first }
        guard let options = try? GlobalOptions.parse(named.map { ["--store", $0] } ?? []) else { return nil }
        let paths = Paths(options, .process())
        let path = paths.store.path
        guard paths.storeExists, (try? SQLiteStore.schema(of: path))?.pending.isEmpty == true else { return nil }
        return try? SQLiteStore(toRead: path)
    }
}
