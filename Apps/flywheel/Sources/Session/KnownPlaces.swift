import FlywheelHost
import FlywheelKit
import FlywheelStore
import Settings

/// Where something is known of: the seller accounts whose files were imported or whose problems were seen, and the
/// marketplaces of each.
struct KnownPlaces {
    /// Marketplaces by their ids, of each account.
    private var marketplaces: [String: Set<String>] = [:]

    init(_ store: any Store) throws(StoreError) {
        for record in try store.imports() where record.state == .kept && record.draft.houseFile == nil {
            marketplaces[record.draft.account, default: []].insert(record.draft.marketplace)
        }
        for family in try store.families().values {
            marketplaces[family.account, default: []].insert(family.marketplace)
        }
    }

    /// The accounts, by name.
    var accounts: [String] { marketplaces.keys.sorted() }

    /// The marketplaces of an account, or of any, as people call them.
    func marketplaceNames(of account: String?) -> [String] {
        let ids = account.map { marketplaces[$0] ?? [] } ?? marketplaces.values.reduce(into: []) { $0.formUnion($1) }
        return ids.map { Marketplace.named($0)?.name ?? $0 }.sorted()
    }

    /// Refuses what names an account or a marketplace of which nothing is known: an empty list would say that all is well
    /// there.
    func require(_ place: PlaceFilter) throws(Diagnostic) {
        if let account = place.account, marketplaces[account] == nil {
            throw Self.unknown("account", "there is no account \"\(account)\"", account, of: accounts)
        }
        guard let name = place.marketplaceName, !marketplaceNames(of: place.account).contains(name) else { return }
        let places = marketplaceNames(of: place.account)
        guard let account = place.account, marketplaceNames(of: nil).contains(name) else {
            throw Self.unknown("marketplace", "nothing is known of a marketplace \"\(name)\"", name, of: places)
        }
        throw Self.unknown("marketplace", "nothing is known of \(account) on \(name)", nil, of: places)
    }

    private static func unknown(_ kind: String, _ sentence: String, _ word: String?, of known: [String]) -> Diagnostic {
        // Of two letters, any other two are near.
        let near = word.flatMap { $0.count > 2 ? Nearest.word(to: $0, of: known) : nil }
        return Diagnostic(
            "unknown-place",
            sentence + ", expected \(known.isEmpty ? "files of it first" : known.joined(separator: ", "))"
                + (near.map { "; did you mean \"\($0)\"?" } ?? ""),
            help: "leave --\(kind) out for all; flywheel imports lists what came in", exit: .unknown)
    }
}

extension Session {
    /// Refuses what names an account or a marketplace of which nothing is known.
    func requireKnown(_ place: PlaceFilter) throws {
        if place.isNarrow { try KnownPlaces(host.store).require(place) }
    }
}
