import ArgumentParser

/// The program: its commands, and what it says of itself.
struct Flywheel: ParsableCommand {
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
        version: "0.1.0",
        subcommands: [
            ImportCommand.self, ImportsCommand.self, RotateCommand.self, QueueCommand.self, ShowCommand.self,
            ClaimCommand.self, ReleaseCommand.self, AssignCommand.self, NoteCommand.self, SnoozeCommand.self,
            StepCommand.self, CloseCommand.self, ReopenCommand.self, AddCommand.self, UndoCommand.self,
            JournalCommand.self, ReorderCommand.self, ChangesCommand.self, DraftCommand.self,
            CasesCommand.self, CaseCommand.self, SlaCommand.self, DisputesCommand.self, OutreachCommand.self,
            PrivacyCommand.self, ForecastCommand.self, WarningsCommand.self, AnomaliesCommand.self, TriageCommand.self,
            ExportCommand.self, DoctorCommand.self,
            DemoCommand.self,
            ExplainCommand.self,
            SchemaCommand.self, CompletionsCommand.self,
        ])
}
