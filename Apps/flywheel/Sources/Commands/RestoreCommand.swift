import ArgumentParser
import FlywheelSQLite
import FlywheelStore
import Foundation

/// `flywheel restore`.
struct RestoreCommand: AnsweringCommand {
    static let examples = [
        "flywheel restore north-2026-11-20.flywheel --store again.flywheel",
        "flywheel restore copy.flywheel --store north.flywheel --replace north.flywheel",
        "flywheel restore copy.flywheel --store again.flywheel --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "restore", "Makes a store of a backup, once every byte of that was verified.", examples: examples,
        exits: [.done, .failed, .refused, .usage],
        discussion: """
            The backup stays as it is. A store that is there is never written over: named
            with --replace, and while nobody has it open, it is set aside beside the new
            one, which gives none of its ids again. What is left of one that is gone, its
            log, is set aside too.
            """, seeAlso: ["flywheel backup", "flywheel explain backup"])

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The file name of the store that is there, to set it aside.", valueName: "name"))
    var replace: String?

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let paths = Paths(global, surroundings)
        let path = paths.store.path
        let name = (path as NSString).lastPathComponent
        guard !paths.storeExists || replace == name else {
            throw Diagnostic(
                "backup-refused", "there is a store at \(path); nothing was restored",
                notes: ["the path comes from \(paths.store.origin)"],
                help: "name another place with --store, or set it aside: --replace \(name.shellWord)", exit: .refused)
        }
        try paths.makeStoreFolder()
        let restored = try Diagnostic.ofBackups { () throws(StoreError) in
            try SQLiteStore.restore(file, to: path, replacing: replace != nil)
        }
        return RestoredAnswer(path: path, restored: restored)
    }
}
