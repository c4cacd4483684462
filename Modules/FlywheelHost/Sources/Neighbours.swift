import FlywheelKit
import FlywheelStore
import Foundation
import Imports

/// What the other files of a run and of the store say of a file that names no account, marketplace or currency: Amazon's
/// lists of listings and stock name no marketplace and its orders do, and of a folder of exports some lie in a marketplace's
/// own.
struct Neighbours {
    private typealias Owner = ImportContext.Owner
    private typealias Like = (feed: String, name: String)

    private let beside: [RecognizedFile]
    private let before: [(owner: Owner, like: Like)]
    /// What amounts were in so far, where files beside ask for it.
    private let currencies: [ImportContext.Owner: Currency]

    init(_ files: [OpenedFile], _ store: any Store) throws(StoreError) {
        beside = files.flatMap(\.tables)
        let imports = try store.imports().filter { $0.state == .kept && $0.draft.subject != .account }
        before = imports.map { record in
            let draft = record.draft
            return (
                Owner(account: draft.account, marketplace: draft.marketplace), Self.like(draft.feed, draft.fileName)
            )
        }
        currencies = beside.contains(where: \.lacksCurrency) ? try Self.currencies(imports, in: store) : [:]
    }

    /// What tells files of one kind from others: the feed, and the name without the day or number that tells it from itself.
    private static func like(_ feed: String, _ fileName: String) -> Like {
        (feed, fileName.lowercased().filter(\.isLetter))
    }

    /// What is known from outside of a file, with what its neighbours say.
    func context(_ context: ImportContext, of table: RecognizedFile?) -> ImportContext {
        var context = context
        context.accounts = [
            Set(beside.filter { $0.account.source != .assumed }.map(\.account.value)),
            Set(before.map(\.owner.account)).subtracting([Subject.nowhere]),
        ]
        guard let table else { return context }
        func account(of file: RecognizedFile) -> String {
            file.account.source == .assumed ? context.accountBeside?.value ?? file.account.value : file.account.value
        }
        context.currencies = currencies.merging(
            Self.currencies(beside) { account(of: $0) }, uniquingKeysWith: { _, beside in beside })
        let own = account(of: table)
        // Two lists of one kind and day are of two marketplaces, and nobody knows which is of which.
        let twins = beside.filter { file in
            file.marketplace.source == .assumed && file.format == table.format && file.feed.shape.isSnapshot
                && account(of: file) == own && file.effectiveAt.value.utcDay == table.effectiveAt.value.utcDay
        }
        guard twins.count < 2 else { return context }
        func named(_ owners: [Owner]) -> Set<String> {
            Set(owners.filter { $0.account == own }.map(\.marketplace)).subtracting([Subject.nowhere])
        }
        let files = named(
            beside.filter { $0.marketplace.source != .assumed }.map { file in
                Owner(account: account(of: file), marketplace: file.marketplace.value)
            })
        let like = Self.like(table.feed.key.text, ((table.entry ?? table.path) as NSString).lastPathComponent)
        // Every day's goes where the first one did. Of a source's own list that is any of its feed, and what came with it says
        // more. A table that somebody made may be of every marketplace: its name alone tells that it is the same again.
        if table.isSourcesOwn {
            let alike = named(before.filter { $0.like.feed == like.feed }.map(\.owner))
            context.neighbours = [files, alike, named(before.map(\.owner))]
        } else {
            let alike = named(before.filter { $0.like == like }.map(\.owner))
            context.neighbours = [alike, files.union(named(before.map(\.owner)))]
        }
        return context
    }
}

// MARK: Currencies

extension Neighbours {
    /// The columns that say what a seller's amounts are in. A supplier's may be in another currency.
    private static let prices: [(feed: FeedKey, columns: [String])] = [
        (Catalog.feed.key, [Catalog.price.name]),
        (Orders.feed.key, [Orders.total.name, Orders.unitPrice.name]),
        (DailySales.feed.key, [DailySales.revenue.name]),
    ]

    /// What amounts of files are in, by whose they are; nothing of an owner whose files are in several currencies.
    private static func currencies(
        _ files: [RecognizedFile], account: (RecognizedFile) -> String
    ) -> [Owner: Currency] {
        var found: [Owner: Set<Currency>] = [:]
        for file in files {
            // What files of a kind usually are in says nothing of others.
            let known = file.currency.flatMap { $0.source == .layout ? nil : $0.value }
            guard let currency = known ?? file.namedCurrency else { continue }
            found[Owner(account: account(file), marketplace: file.marketplace.value), default: []].insert(currency)
        }
        return found.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// What amounts of the newest kept files were in, by whose they are, where that is not publicly known. The listings of an
    /// owner's first chunk are enough to say it.
    private static func currencies(
        _ imports: [ImportRecord], in store: any Store
    ) throws(StoreError) -> [Owner: Currency] {
        var found: [Owner: Currency] = [:]
        for place in try store.chunks(of: .listing) where Marketplace.named(place.marketplace) == nil {
            let owner = Owner(account: place.account, marketplace: place.marketplace)
            guard found[owner] == nil else { continue }
            let own = imports.filter { $0.draft.account == owner.account && $0.draft.marketplace == owner.marketplace }
            for record in own.sorted(by: { $0.draft.effectiveAt > $1.draft.effectiveAt }) {
                found[owner] = try currency(of: record, at: place, in: store)
                if found[owner] != nil { break }
            }
        }
        return found
    }

    /// The currency of the first price that an import brought to a chunk.
    private static func currency(
        of record: ImportRecord, at place: ChunkPlace, in store: any Store
    ) throws(StoreError) -> Currency? {
        guard let prices = prices.first(where: { $0.feed.text == record.draft.feed }) else { return nil }
        let blocks = try store.facts(in: place, feed: prices.feed, columns: prices.columns, from: [record.id])
        let columns = blocks.flatMap { block in prices.columns.compactMap { block.columns[$0] } }
        return columns.lazy.compactMap(Money.values(of:)).compactMap { values in
            values.indices.lazy.compactMap { values[$0]?.currency }.first
        }.first
    }
}

extension Host {
    /// The files, with those that say nothing of their account, marketplace or currency looked at once more in the light of the
    /// others.
    func placed(_ files: [OpenedFile], _ context: ImportContext, _ neighbours: Neighbours) -> [OpenedFile] {
        concurrentMap(files.count) { index in
            guard let table = files[index].incomplete else { return files[index] }
            var file = files[index]
            file.contents = FileImporter(feeds: feeds, context: neighbours.context(context, of: table)).openAll(
                file.path)
            return file
        }
    }
}
