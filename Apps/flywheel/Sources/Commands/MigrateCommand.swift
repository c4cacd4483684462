import ArgumentParser
import FlywheelSQLite

/// `flywheel migrate`.
struct MigrateCommand: AnsweringCommand {
    static let examples = [
        "flywheel migrate --dry-run", "flywheel migrate --store north.flywheel",
        "flywheel migrate --dry-run --format json",
    ]
    static let configuration = CommandConfiguration.answering(
        "migrate", "Brings a store of an older program up to date, or says what that would do.", examples: examples,
        exits: [.done, .failed, .waits, .usage],
        discussion: """
            Every command does so when it opens an older store, but for doctor, which says
            so; this one does nothing else. No other program may have it open: end flywheel
            serve first. A copy of the store as it was is left beside it. One that was cut
            off goes on where it stopped.
            """, seeAlso: ["flywheel backup", "flywheel explain schema-upgrade"])

    @Flag(help: "Says what would be done, and does nothing.")
    var dryRun = false

    @OptionGroup(title: "Everywhere")
    var global: GlobalOptions

    func answer(in surroundings: Surroundings) throws -> any Answer {
        let paths = Paths(global, surroundings)
        guard paths.storeExists else { throw paths.noStore }
        let schema = try SQLiteStore.schema(of: paths.store.path)
        guard !dryRun else { return MigrationAnswer(path: paths.store.path, schema: schema, upgrade: nil) }
        let upgrade = try SQLiteStore(path: paths.store.path).upgrade
        return MigrationAnswer(path: paths.store.path, schema: schema, upgrade: upgrade)
    }
}
