import GRDB

/// The schema's history: every step a store may have taken, in order. Steps are added, never changed.
enum Migrations {
    static let all: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001 facts", migrate: facts)
        migrator.registerMigration("0002 work", migrate: work)
        migrator.registerMigration("0003 journal", migrate: journal)
        migrator.registerMigration("0004 excerpts", migrate: excerpts)
        migrator.registerMigration("0005 desk", migrate: desk)
        migrator.registerMigration("0006 groups", migrate: groups)
        migrator.registerMigration("0007 warnings", migrate: warnings)
        migrator.registerMigration("0008 changes", migrate: changes)
        migrator.registerMigration("0009 cases", migrate: cases)
        migrator.registerMigration("0010 loop", migrate: loop)
        migrator.registerMigration("0011 outcomes", migrate: outcomes)
        migrator.registerMigration("0012 people", migrate: people)
        migrator.registerMigration("0013 outbox", migrate: outbox)
        migrator.registerMigration("0014 requests", migrate: requests)
        migrator.registerMigration("0015 commitments", migrate: commitments)
        migrator.registerMigration("0016 accounts", migrate: accounts)
        migrator.registerMigration("0017 preferences", migrate: preferences)
        migrator.registerMigration("0018 settings", migrate: settings)
        migrator.registerMigration("0019 lists", migrate: lists)
        migrator.registerMigration("0020 dismissals", migrate: dismissals)
        migrator.registerMigration("0021 orders", migrate: orders)
        return migrator
    }()
}
