import FlywheelKit
import FlywheelStore
import Imports

extension Host {
    /// The files, with those that say nothing of their marketplace looked at once more in the light of the others: Amazon's
    /// lists of listings and stock name none, its orders do.
    func placed(_ files: [OpenedFile], _ context: ImportContext) throws(StoreError) -> [OpenedFile] {
        guard files.contains(where: { !$0.unplaced.isEmpty }) else { return files }
        let kept = try store.imports().filter { $0.state == .kept && $0.draft.marketplace != ImportContext.nowhere }
        return concurrentMap(files.count) { index in
            guard let table = files[index].unplaced.first else { return files[index] }
            let account = table.account.value
            let beside = Set(files.compactMap(\.place).filter { $0.account == account }.map(\.marketplace))
            let before = kept.map(\.draft).filter { $0.account == account && $0.subject != .account }
            let sameKind = Set(before.filter { $0.feed == table.feed.key.text }.map(\.marketplace))
            // What came with it says most of it; then where its like went, so that every day's goes where the first one did.
            var context = context
            context.neighbours = [beside, sameKind, Set(before.map(\.marketplace))]
            var file = files[index]
            file.contents = FileImporter(feeds: feeds, context: context).openAll(file.path)
            return file
        }
    }
}
