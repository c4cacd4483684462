import ArgumentParser
import FlywheelSQLite
import FlywheelStore

/// `flywheel backup`.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "backup", "Writes the whole store into another file, and says later whether that is whole.",
        examples: [
            "flywheel backup north-2026-11-20.flywheel", "flywheel backup verify north-2026-11-20.flywheel",
            "flywheel restore north-2026-11-20.flywheel --store again.flywheel",
        ], exits: [.done, .failed, .waits, .refused, .usage],
        discussion: """
            One consistent state, while others go on writing. It holds all the store does,
            personal text and keys too: keep it where the store itself could be kept.
            Upgrades and restores leave copies beside the store, until they are removed.
            """, seeAlso: ["flywheel restore", "flywheel explain backup"],
        subcommands: [Write.self, Verify.self, Copies.self, Remove.self],
        defaultSubcommand: Write.self)

    /// `flywheel backup FILE`.
    struct Write: AnsweringCommand {
        static let examples = [
            "flywheel backup north-2026-11-20.flywheel", "flywheel backup write copy.flywheel --store north.flywheel",
            "flywheel backup copy.flywheel --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "write", "Writes the whole store into another file.", examples: examples,
            exits: [.done, .failed, .refused, .usage],
            discussion: """
                Length, SHA-256 and the seal of the newest journal entry are written beside it,
                as FILE.manifest.json. No file is replaced. What others write meanwhile is in
                it whole or not at all.
                """)

        @Argument(help: ArgumentHelp("Where the backup goes.", valueName: "file"), completion: .file())
        var file: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let paths = Paths(global, surroundings)
            guard paths.storeExists else { throw paths.noStore }
            let now = surroundings.clock.now()
            let manifest = try Diagnostic.ofBackups { () throws(StoreError) in
                try SQLiteStore.backUp(paths.store.path, to: file, at: now)
            }
            return BackupAnswer(file: file, manifest: manifest)
        }
    }

    /// `flywheel backup verify`.
    struct Verify: AnsweringCommand {
        static let examples = [
            "flywheel backup verify north-2026-11-20.flywheel", "flywheel backup verify copy.flywheel --format json",
            "flywheel backup verify copy.flywheel --quiet",
        ]
        static let configuration = CommandConfiguration.answering(
            "verify", "Reads a backup to its last byte and says whether it is what was written.", examples: examples,
            exits: [.done, .failed, .waits, .usage],
            discussion: "Against its manifest, page by page, and every seal of its journal. Nothing is written.")

        @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
        var file: String

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            ChecksAnswer(
                document: ChecksAnswer.documentOfBackup, checks: try SQLiteStore.verifyBackup(file).checks(of: file))
        }
    }

    /// `flywheel backup copies`.
    struct Copies: AnsweringCommand {
        static let examples = [
            "flywheel backup copies", "flywheel backup copies --store north.flywheel",
            "flywheel backup copies --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "copies", "Lists the copies that upgrades and restores left beside the store.", examples: examples,
            exits: [.done, .failed, .usage],
            discussion: """
                They hold what the store held then, what was erased since too. No program
                removes one by itself.
                """, seeAlso: ["flywheel backup remove"])

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let paths = Paths(global, surroundings)
            guard paths.storeExists else { throw paths.noStore }
            return CopiesAnswer(store: paths.store.path, copies: SQLiteStore.copies(beside: paths.store.path))
        }
    }

    /// `flywheel backup remove`.
    struct Remove: AnsweringCommand {
        static let examples = [
            "flywheel backup remove north.flywheel.before-0021 --yes",
            "flywheel backup remove north.flywheel.replaced-1 --store north.flywheel --yes",
            "flywheel backup remove store.flywheel.before-0021 --yes --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "remove", "Removes copies that upgrades and restores left beside the store.", examples: examples,
            exits: [.done, .failed, .refused, .unknown, .usage],
            discussion:
                "They are gone for good, and the store as it was then with them. Without --yes nothing is done.",
            seeAlso: ["flywheel backup copies"])

        @Argument(help: ArgumentHelp("The names of copies, as they are listed.", valueName: "name"))
        var names: [String]

        @Flag(help: "It is meant.")
        var yes = false

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func validate() throws {
            guard yes else { throw ValidationError("a copy cannot be brought back; add --yes to mean it") }
        }

        func answer(in surroundings: Surroundings) throws -> any Answer {
            let paths = Paths(global, surroundings)
            guard paths.storeExists else { throw paths.noStore }
            let path = paths.store.path
            try Diagnostic.ofBackups { () throws(StoreError) in
                for name in names { try SQLiteStore.removeCopy(name, beside: path) }
            }
            return CopiesAnswer(store: path, copies: SQLiteStore.copies(beside: path))
        }
    }
}
