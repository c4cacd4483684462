import ArgumentParser
import FlywheelSQLite

/// The program: its commands, and what it says of itself.
struct Flywheel: ParsableCommand {
    /// Which version it is, and up to which step it knows the store's schema, as build metadata (Semantic Versioning 2.0.0, 10).
    static let version = "0.1.0+\(StoreSchema.newestStep.prefix { $0 != " " })"

    static let configuration = CommandConfiguration(
        commandName: "flywheel",
        abstract: "Makes one queue of a marketplace seller's open problems, ranked by revenue at risk.",
        discussion: """
            Import the files your marketplaces export, turn the wheel, work the queue:

              flywheel import exports/*
              flywheel rotate
              flywheel queue

            Without exports at hand: flywheel demo DIR writes those of an invented seller.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(
                name: "Facts in, queue out",
                subcommands: [
                    ImportCommand.self, ImportsCommand.self, RotateCommand.self, QueueCommand.self, ShowCommand.self,
                    ListingsCommand.self, OneListingCommand.self, ForecastCommand.self, ReorderCommand.self,
                    WarningsCommand.self, AnomaliesCommand.self, ExportCommand.self,
                ]),
            CommandGroup(
                name: "Work",
                subcommands: [
                    ClaimCommand.self, ReleaseCommand.self, AssignCommand.self, NoteCommand.self, SnoozeCommand.self,
                    StepCommand.self, CloseCommand.self, DismissCommand.self, ReopenCommand.self, AddCommand.self,
                    UndoCommand.self, ChangesCommand.self, DraftCommand.self, JournalCommand.self,
                ]),
            CommandGroup(
                name: "Routines",
                subcommands: [
                    MorningCommand.self, MiddayCommand.self, CloseOfDayCommand.self, WeeklyCommand.self,
                    MonthlyCommand.self, DigestCommand.self, StartCommand.self,
                ]),
            CommandGroup(
                name: "Cases",
                subcommands: [
                    CasesCommand.self, CaseCommand.self, SlaCommand.self, DisputesCommand.self, OutreachCommand.self,
                    TriageCommand.self, PrivacyCommand.self, ArticlesCommand.self,
                ]),
            CommandGroup(
                name: "In public",
                subcommands: [IncidentsCommand.self, MaintenanceCommand.self, CommitmentsCommand.self]),
            CommandGroup(
                name: "What closed work teaches",
                subcommands: [
                    AssessCommand.self, StallCommand.self, MetricsCommand.self, CausesCommand.self,
                    ThresholdsCommand.self, ReviewCommand.self, DecisionsCommand.self, BacktestCommand.self,
                ]),
            CommandGroup(
                name: "Around it",
                subcommands: [
                    DoctorCommand.self, DemoCommand.self, SimulateCommand.self, ExplainCommand.self, SchemaCommand.self,
                    CompletionsCommand.self,
                ]),
            CommandGroup(
                name: "The server and the store",
                subcommands: [
                    ServeCommand.self, PeopleCommand.self, WebhooksCommand.self, OutboxCommand.self,
                    BackupCommand.self, RestoreCommand.self, MigrateCommand.self,
                ]),
        ])
}
