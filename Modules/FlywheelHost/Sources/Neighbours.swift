import FlywheelKit
import FlywheelStore
import Imports

/// What the other files of a run and of the store say of a file that names no account or no marketplace: Amazon's lists of
/// listings and stock name no marketplace and its orders do, and of a folder of exports some lie in a marketplace's own.
struct Neighbours {
    private typealias Place = (account: String, marketplace: String, feed: String)

    private let beside: [RecognizedFile]
    private let before: [Place]

    init(_ files: [OpenedFile], _ imports: [ImportRecord]) {
        beside = files.flatMap(\.tables)
        before = imports.filter { $0.state == .kept && $0.draft.subject != .account }.map {
            ($0.draft.account, $0.draft.marketplace, $0.draft.feed)
        }
    }

    /// What is known from outside of a file, with what its neighbours say.
    func context(_ context: ImportContext, of table: RecognizedFile?) -> ImportContext {
        var context = context
        context.accounts = [
            Set(beside.filter { $0.account.source != .assumed }.map(\.account.value)),
            Set(before.map(\.account)).subtracting([ImportContext.nowhere]),
        ]
        guard let table else { return context }
        func account(of file: RecognizedFile) -> String {
            file.account.source == .assumed ? context.accountBeside?.value ?? file.account.value : file.account.value
        }
        let own = account(of: table)
        // Two lists of one kind and day are of two marketplaces, and nobody knows which is of which.
        let twins = beside.filter { file in
            file.marketplace.source == .assumed && file.format == table.format && file.feed.shape.isSnapshot
                && account(of: file) == own && file.effectiveAt.value.utcDay == table.effectiveAt.value.utcDay
        }
        guard twins.count < 2 else { return context }
        func named(_ places: [Place]) -> Set<String> {
            Set(places.filter { $0.account == own }.map(\.marketplace)).subtracting([ImportContext.nowhere])
        }
        let files = beside.filter { $0.marketplace.source != .assumed }.map { file -> Place in
            (account(of: file), file.marketplace.value, "")
        }
        // What came with it says most; then where its like went, so that every day's goes where the first one did.
        context.neighbours = [named(files), named(before.filter { $0.feed == table.feed.key.text }), named(before)]
        return context
    }
}

extension Host {
    /// The files, with those that say nothing of their account or marketplace looked at once more in the light of the others.
    func placed(_ files: [OpenedFile], _ context: ImportContext, _ neighbours: Neighbours) -> [OpenedFile] {
        concurrentMap(files.count) { index in
            guard let table = files[index].unplaced else { return files[index] }
            var file = files[index]
            file.contents = FileImporter(feeds: feeds, context: neighbours.context(context, of: table)).openAll(
                file.path)
            return file
        }
    }
}
